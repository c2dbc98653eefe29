package io.github.romparser.vendor.intel;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The header of the BIOS data block, which the blocks of a video BIOS table follow (Linux
 * intel_vbt_defs.h, {@code bdb_header}).
 *
 * @param offset of the header, in bytes from the start of the file
 * @param version offset 0x10, 2 bytes: version of the blocks, such as 216 for Coffee Lake
 * @param headerSize offset 0x12, 2 bytes: length of the header in bytes, where the blocks begin
 * @param size offset 0x14, 2 bytes: length of header and blocks in bytes
 */
public record BdbHeader(long offset, int version, int headerSize, int size) {

  /** The characters that it begins with; a blank follows. */
  public static final String SIGNATURE = "BIOS_DATA_BLOCK";

  /** Length in bytes: 0x16. */
  public static final int LENGTH = 22;

  /** Offset of {@link #size}. */
  public static final int SIZE = 0x14;

  /** From this version on the ports have the numbers of {@link DvoPort}. */
  public static final int PORTS_SINCE = 155;

  /**
   * {@return the header at a place; empty without its signature or with fewer than 22 bytes}
   *
   * @param bytes what the header stands in, such as the video BIOS table
   * @param at place of the signature, in bytes from the start of {@code bytes}
   */
  public static Optional<BdbHeader> read(Slice bytes, long at) {
    if (!bytes.has(at, LENGTH) || !bytes.startsWith(at, SIGNATURE)) {
      return Optional.empty();
    }
    return Optional.of(
        new BdbHeader(
            bytes.offset() + at, bytes.u16(at + 0x10), bytes.u16(at + 0x12), bytes.u16(at + SIZE)));
  }
}
