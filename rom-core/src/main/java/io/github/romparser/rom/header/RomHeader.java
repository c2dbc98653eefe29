package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * What the headers of all code types have in common (PCI Firmware 3.0 §5.1.1).
 *
 * @param offset of the header, which is that of its image, in bytes from the start of the file
 * @param signature offset 0x00, 2 bytes
 * @param dataStructurePointer offset 0x18, 2 bytes: place of the data structure, in bytes from the
 *     start of the image; a specification-conforming one is a multiple of 4
 */
public record RomHeader(long offset, RomSignature signature, int dataStructurePointer) {

  /** Length in bytes: 0x1A. */
  public static final int LENGTH = 0x1a;

  /** Offset of the pointer to the data structure. */
  public static final int DATA_STRUCTURE_POINTER = 0x18;

  /**
   * Reads the header at {@code at}.
   *
   * @param bytes what the image is in
   * @param at place of the image, in bytes from the start of {@code bytes}
   * @return the header; empty without a signature or with fewer than 26 bytes
   */
  public static Optional<RomHeader> read(Slice bytes, long at) {
    if (!bytes.has(at, LENGTH)) {
      return Optional.empty();
    }
    return RomSignature.at(bytes, at)
        .map(s -> new RomHeader(bytes.offset() + at, s, bytes.u16(at + DATA_STRUCTURE_POINTER)));
  }
}
