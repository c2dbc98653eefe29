package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A header of a tar file (POSIX.1-1988 ustar; GNU tar's manual, "Basic Tar Format").
 *
 * @param name offset 0x000, 100 bytes, behind the prefix at 0x159, 155 bytes, if it is a ustar
 *     header; both end with a NUL if there is room
 * @param size offset 0x07C, 12 bytes: octal digits, or, if bit 7 of the first byte is set, a
 *     big-endian number; empty if it is neither or negative
 * @param type offset 0x09C, 1 byte: a digit or letter
 * @param extended offset 0x1E2, 1 byte: whether a GNU sparse header goes on in another block
 */
record TarHeader(String name, OptionalLong size, int type, boolean extended) {

  /** Length of a block, in bytes: headers and contents begin at multiples of it. */
  static final int BLOCK = 512;

  /** Where "ustar" stands. */
  static final int MAGIC = 0x101;

  /** Name of the next file, too long for its own header (GNU). */
  static final int LONG_NAME = 'L';

  /** Target of the next link, too long for its own header (GNU). */
  static final int LONG_LINK = 'K';

  /** Records for the next file (POSIX.1-2001). */
  static final int RECORDS = 'x';

  /** Records for all files from here on (POSIX.1-2001). */
  static final int GLOBAL_RECORDS = 'g';

  /** A file with holes, its bytes stored without them (GNU). */
  static final int SPARSE = 'S';

  private static final int NAME_LENGTH = 100;
  private static final int SIZE = 0x7c;
  private static final int NUMBER_LENGTH = 12;
  private static final int CHECKSUM = 0x94;
  private static final int CHECKSUM_LENGTH = 8;
  private static final int TYPE = 0x9c;
  private static final int PREFIX = 0x159;
  private static final int PREFIX_LENGTH = 155;
  private static final int EXTENDED = 0x1e2;

  /** Reads the header at a place; empty if its checksum is wrong or it is not there. */
  static Optional<TarHeader> read(Slice area, long at) {
    if (!area.has(at, BLOCK)) {
      return Optional.empty();
    }
    Slice block = area.slice(at, BLOCK);
    if (!block.startsWith(MAGIC, "ustar") || !summed(block)) {
      return Optional.empty();
    }
    String name = EntryName.untilNul(block.slice(0, NAME_LENGTH));
    // GNU's magic goes on with two blanks, and other things stand where POSIX has the prefix.
    boolean posix = block.u8(MAGIC + 5) == 0;
    String prefix = posix ? EntryName.untilNul(block.slice(PREFIX, PREFIX_LENGTH)) : "";
    return Optional.of(
        new TarHeader(
            prefix.isEmpty() ? name : prefix + "/" + name,
            number(block, SIZE, NUMBER_LENGTH),
            block.u8(TYPE),
            block.u8(EXTENDED) != 0));
  }

  /** Whether the sum of all bytes, the checksum's own taken as blanks, is what it says. */
  private static boolean summed(Slice block) {
    long sum = (long) CHECKSUM_LENGTH * ' ';
    for (int i = 0; i < BLOCK; i++) {
      if (i < CHECKSUM || i >= CHECKSUM + CHECKSUM_LENGTH) {
        sum += block.u8(i);
      }
    }
    OptionalLong said = number(block, CHECKSUM, CHECKSUM_LENGTH);
    return said.isPresent() && said.getAsLong() == sum;
  }

  private static OptionalLong number(Slice block, int at, int length) {
    if ((block.u8(at) & 0x80) != 0) {
      return binary(block, at, length);
    }
    long value = 0;
    int i = at;
    while (i < at + length && block.u8(i) == ' ') {
      i++;
    }
    for (; i < at + length && block.u8(i) != ' ' && block.u8(i) != 0; i++) {
      int digit = block.u8(i) - '0';
      if (digit < 0 || digit > 7) {
        return OptionalLong.empty();
      }
      value = value << 3 | digit;
    }
    return OptionalLong.of(value);
  }

  /** A number of GNU tar: big-endian behind the bit that marks it; all bits set if negative. */
  private static OptionalLong binary(Slice block, int at, int length) {
    long value = 0;
    for (int i = at; i < at + length; i++) {
      if (value >>> (Long.SIZE - 9) != 0) {
        return OptionalLong.empty();
      }
      value = value << 8 | (i == at ? block.u8(i) & 0x7f : block.u8(i));
    }
    return OptionalLong.of(value);
  }
}
