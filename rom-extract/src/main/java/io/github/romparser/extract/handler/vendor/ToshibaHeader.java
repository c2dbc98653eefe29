package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The header of Toshiba's BIOS updates (ToshibaComExtractor; BIOSUtilities toshiba_com_extract.py).
 * Offset and size of the fields, in bytes: two zeros (0, 2), version (2, 1), {@code BIOS} (3, 4),
 * version of the BIOS (11, 16), whether it is compressed (27, 1), bytes that follow (36, 4), KiB
 * that come out (40, 2).
 *
 * @param length of the header: 256 at version 0, otherwise 512
 * @param bios version of the BIOS
 * @param compressed whether the rest is Huffman blocks
 * @param packed how many bytes follow
 * @param size how many come out
 */
record ToshibaHeader(int length, String bios, boolean compressed, long packed, long size) {

  static final String MAGIC = "BIOS";

  /** How many bytes stand in front of the magic. */
  static final int BEFORE = 3;

  private static final int LAST_VERSION = 2;
  private static final int FIRST_LENGTH = 0x100;
  private static final int LATER_LENGTH = 0x200;

  private static final int BIOS_VERSION = 0x0b;
  private static final int BIOS_VERSION_LENGTH = 16;
  private static final int COMPRESSED = 0x1b;
  private static final int PACKED = 0x24;
  private static final int SIZE = 0x28;

  /** Reads the header at a place; empty if there is none. */
  static Optional<ToshibaHeader> read(Slice area, long at) {
    if (!area.has(at, FIRST_LENGTH)
        || area.u16(at) != 0
        || area.u8(at + 2) > LAST_VERSION
        || !area.startsWith(at + BEFORE, MAGIC)
        || area.u8(at + COMPRESSED) > 1
        || area.u32(at + PACKED) == 0) {
      return Optional.empty();
    }
    int length = area.u8(at + 2) == 0 ? FIRST_LENGTH : LATER_LENGTH;
    // What is compressed begins with a block, or there is nothing.
    boolean compressed = area.u8(at + COMPRESSED) == 1;
    return !area.has(at, length + 1) || (compressed && area.u8(at + length) != 1)
        ? Optional.empty()
        : Optional.of(
            new ToshibaHeader(
                length,
                area.ascii(at + BIOS_VERSION, BIOS_VERSION_LENGTH).strip(),
                compressed,
                area.u32(at + PACKED),
                area.u16(at + SIZE) * 1024L));
  }
}
