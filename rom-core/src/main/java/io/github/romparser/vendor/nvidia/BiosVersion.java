package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a VBIOS: four bytes, kept lowest first, and one of the board's maker (NVIDIA
 * open-gpu-doc, BIOS information table, BIT_BIOSDATA: BIOS version, BIOS OEM version).
 *
 * @param major byte 3: the generation
 * @param chip byte 2
 * @param minor byte 1
 * @param micro byte 0
 * @param oem byte 4: the board maker's number; empty where there is none
 */
public record BiosVersion(int major, int chip, int minor, int micro, OptionalInt oem) {

  /** Length of the four bytes, in bytes. */
  static final int LENGTH = 4;

  /** What a known tool for changing VBIOSes writes in place of a version. */
  private static final BiosVersion STAMP =
      new BiosVersion(0xde, 0xad, 0x00, 0xbe, OptionalInt.of(0xef));

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<!\\w)(\\p{XDigit}{2})\\.(\\p{XDigit}{2})\\.(\\p{XDigit}{2})\\.(\\p{XDigit}{2})"
              + "(?:\\.(\\p{XDigit}{2}))?(?!\\.?\\w)");

  /**
   * Reads the bytes at {@code at}; 4 have to be there, and the fifth is read if {@code length} is 5
   * or more and it is there.
   */
  static BiosVersion read(Slice bytes, long at, int length) {
    return new BiosVersion(
        bytes.u8(at + 3),
        bytes.u8(at + 2),
        bytes.u8(at + 1),
        bytes.u8(at),
        length > LENGTH && bytes.has(at, LENGTH + 1)
            ? OptionalInt.of(bytes.u8(at + LENGTH))
            : OptionalInt.empty());
  }

  /** The first version that stands in a text, such as "Version 86.06.68.00.26". */
  static Optional<BiosVersion> in(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new BiosVersion(
            byteOf(matcher.group(1)),
            byteOf(matcher.group(2)),
            byteOf(matcher.group(3)),
            byteOf(matcher.group(4)),
            matcher.group(5) == null
                ? OptionalInt.empty()
                : OptionalInt.of(byteOf(matcher.group(5)))));
  }

  private static int byteOf(String digits) {
    return Integer.parseInt(digits, 16);
  }

  /**
   * {@return the version as nvflash and the driver print it, upper-case hexadecimal:
   * "94.04.55.00.92", without the last number where there is none of the board's maker}
   */
  public String text() {
    String build = String.format(Locale.US, "%02X.%02X.%02X.%02X", major, chip, minor, micro);
    return oem.isPresent() ? build + String.format(Locale.US, ".%02X", oem.getAsInt()) : build;
  }

  /**
   * {@return whether both were built from the same: the first four bytes are equal}
   *
   * @param other a version whose board maker's number may be another
   */
  public boolean sameBuild(BiosVersion other) {
    return major == other.major
        && chip == other.chip
        && minor == other.minor
        && micro == other.micro;
  }

  /** {@return whether it is DE.AD.00.BE.EF, which a known tool for changing VBIOSes leaves} */
  public boolean isStamp() {
    return equals(STAMP);
  }
}
