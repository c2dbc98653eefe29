package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * A header of a cpio file in one of its four forms (cpio(5) of libarchive and FreeBSD): new ASCII
 * ("070701", and "070702" with a checksum), old ASCII ("070707") and binary (octal 070707 in either
 * byte order).
 *
 * @param mode file type and permissions
 * @param size bytes of the file
 * @param name its name
 * @param content where its bytes begin, from the start of the header
 * @param length bytes of header, name, file and padding
 */
record CpioHeader(long mode, long size, String name, long content, long length) {

  /** Name of the entry behind the last. */
  static final String TRAILER = "TRAILER!!!";

  private static final long TYPE = 0170000;
  private static final long REGULAR = 0100000;
  private static final int BINARY = 070707;

  /** A longer name, in bytes, is none. */
  private static final long LONGEST_NAME = 4096;

  /** Lengths of the headers in bytes. */
  private static final int NEW_LENGTH = 110;

  private static final int OLD_LENGTH = 76;
  private static final int BINARY_LENGTH = 26;

  /** Reads the header at a place. */
  static Optional<CpioHeader> read(Slice area, long at) {
    if (area.startsWith(at, "070701") || area.startsWith(at, "070702")) {
      return newAscii(area, at);
    }
    if (area.startsWith(at, "070707")) {
      return oldAscii(area, at);
    }
    if (area.has(at, BINARY_LENGTH)) {
      if (area.u16(at) == BINARY) {
        return binary(area, at, true);
      }
      if (area.be16(at) == BINARY) {
        return binary(area, at, false);
      }
    }
    return Optional.empty();
  }

  /** Whether it is a file with bytes of its own. */
  boolean regular() {
    return (mode & TYPE) == REGULAR;
  }

  /** Whether it stands behind the last file. */
  boolean trailer() {
    return name.equals(TRAILER);
  }

  /** Thirteen numbers of eight hex digits; name and file are padded to multiples of 4. */
  private static Optional<CpioHeader> newAscii(Slice area, long at) {
    long[] fields = new long[13];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = number(area, at + 6 + i * 8L, 8, 16);
      if (fields[i] < 0) {
        return Optional.empty();
      }
    }
    return header(area, at, fields[1], fields[6], NEW_LENGTH, fields[11], 4);
  }

  /** Octal numbers; nothing is padded. */
  private static Optional<CpioHeader> oldAscii(Slice area, long at) {
    long mode = number(area, at + 18, 6, 8);
    long nameSize = number(area, at + 59, 6, 8);
    long size = number(area, at + 65, 11, 8);
    return mode < 0 || nameSize < 0 || size < 0
        ? Optional.empty()
        : header(area, at, mode, size, OLD_LENGTH, nameSize, 1);
  }

  /** 16-bit numbers, larger ones in two halves, the high one first; padded to multiples of 2. */
  private static Optional<CpioHeader> binary(Slice area, long at, boolean little) {
    int[] words = new int[BINARY_LENGTH / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = little ? area.u16(at + i * 2L) : area.be16(at + i * 2L);
    }
    long size = (long) words[11] << 16 | words[12];
    return header(area, at, words[3], size, BINARY_LENGTH, words[10], 2);
  }

  private static Optional<CpioHeader> header(
      Slice area, long at, long mode, long size, int header, long nameSize, int padding) {
    if (nameSize < 2
        || nameSize > LONGEST_NAME
        || !area.has(at + header, nameSize)
        || area.u8(at + header + nameSize - 1) != 0
        || !EntryName.plausible(area.slice(at + header, nameSize - 1))) {
      return Optional.empty();
    }
    long content = roundUp(header + nameSize, padding);
    String name = EntryName.of(area.slice(at + header, nameSize - 1));
    return Optional.of(new CpioHeader(mode, size, name, content, content + roundUp(size, padding)));
  }

  private static long roundUp(long value, int padding) {
    return (value + padding - 1) / padding * padding;
  }

  /** A number, or -1 if there are not digits alone. */
  private static long number(Slice area, long at, int digits, int radix) {
    if (!area.has(at, digits)) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit((char) area.u8(at + i), radix);
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
