package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header of an ar file (ar(5)).
 *
 * @param name offset 0x00, 16 bytes, padded with blanks: the name; in GNU's archives with a slash
 *     behind it, or {@code /123}, a place in the file of long names; in BSD's {@code #1/20} if the
 *     name takes the first 20 bytes of the file
 * @param size offset 0x30, 10 bytes: decimal digits, the length of what follows
 */
record ArHeader(String name, long size) {

  /** Length of the header, in bytes. It ends with "`\n". */
  static final int LENGTH = 60;

  private static final int NAME_LENGTH = 16;
  private static final int SIZE = 0x30;
  private static final int SIZE_LENGTH = 10;
  private static final int END = 58;
  private static final Pattern LONG = Pattern.compile("/([0-9]{1,9})");
  private static final Pattern INSIDE = Pattern.compile("#1/([0-9]{1,9})");

  /** Reads the header at a place. */
  static Optional<ArHeader> read(Slice area, long at) {
    if (!area.has(at, LENGTH) || !area.startsWith(at + END, "`\n")) {
      return Optional.empty();
    }
    String digits = area.latin1(at + SIZE, SIZE_LENGTH).strip();
    return digits.matches("[0-9]{1,10}")
        ? Optional.of(
            new ArHeader(
                EntryName.of(area.slice(at, NAME_LENGTH)).stripTrailing(), Long.parseLong(digits)))
        : Optional.empty();
  }

  /** Header and file, and the byte that makes the sum even. */
  long whole() {
    return LENGTH + size + size % 2;
  }

  /** Whether the file holds the long names of the others. */
  boolean longNames() {
    return name.equals("//");
  }

  /** How many bytes of the file are its name. */
  long nameInContent() {
    Matcher inside = INSIDE.matcher(name);
    return inside.matches() ? Long.parseLong(inside.group(1)) : 0;
  }

  /**
   * The name.
   *
   * @param names the file of long names
   * @param inside the bytes of the file that are its name
   */
  String name(Slice names, Slice inside) {
    Matcher far = LONG.matcher(name);
    if (far.matches()) {
      Slice from = names.from(Long.parseLong(far.group(1)));
      int end = from.indexOf("/\n", 0);
      return end > 0 ? EntryName.of(from.slice(0, end)) : name;
    }
    if (inside.length() > 0) {
      return EntryName.untilNul(inside);
    }
    return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }
}
