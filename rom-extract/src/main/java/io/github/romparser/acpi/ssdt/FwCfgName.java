package io.github.romparser.acpi.ssdt;

import java.util.Optional;

/**
 * The name of a file that QEMU hands to its guest with {@code -fw_cfg} (QEMU docs/specs/fw_cfg).
 *
 * @param text printable characters of ASCII, at most {@value #LONGEST}
 */
public record FwCfgName(String text) {

  /** The text of {@link #USUAL}. */
  public static final String USUAL_TEXT = "opt/io.github.romparser/vbios";

  /** What is used if no other name is given. */
  public static final FwCfgName USUAL = new FwCfgName(USUAL_TEXT);

  /** QEMU refuses longer ones: its directory has 56 bytes for a name that ends with a 0. */
  public static final int LONGEST = 55;

  /** Where files of users belong; QEMU warns of others. */
  private static final String USERS = "opt/";

  /**
   * Reads a name.
   *
   * @param text as it follows {@code name=} on the command line of QEMU
   * @return empty if it is empty or too long, or has characters that a string of ASL cannot hold as
   *     they are: others than printable ones of ASCII, blanks, quotes and backslashes
   */
  public static Optional<FwCfgName> parse(String text) {
    boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
    return plain && !text.isEmpty() && text.length() <= LONGEST
        ? Optional.of(new FwCfgName(text))
        : Optional.empty();
  }

  /** {@return whether it stands where files of users belong, below {@code opt/}} */
  public boolean isUsers() {
    return text.startsWith(USERS);
  }
}
