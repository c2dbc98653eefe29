package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.OptionalInt;

/**
 * The fields that an x86 image (code type 0) has in the common header (PCI Firmware 3.0 §5.1.3,
 * Plug and Play BIOS 1.0A §3, PXE 2.1 §3.2).
 *
 * @param initializationBlocks offset 0x02, 1 byte: size that is loaded and summed, in blocks of 512
 *     bytes
 * @param entry offset 0x03: the entry code, 4 bytes, first byte in the high bits
 * @param undiPointer offset 0x16, 2 bytes: place of the UNDI ROM id structure from the start of the
 *     image in network ROMs; means something else, or nothing, in others
 * @param pnpPointer offset 0x1A, 2 bytes: place of the first Plug and Play expansion header, in
 *     bytes from the start of the image; 0 for none
 */
public record LegacyRomHeader(
    int initializationBlocks, long entry, int undiPointer, int pnpPointer) {

  /**
   * Reads the fields of the image that begins at {@code at}; 26 bytes have to be there.
   *
   * @param bytes what the image is in
   * @param at place of the image, in bytes from the start of {@code bytes}
   * @return the fields; the Plug and Play pointer is 0 where {@code bytes} ends before it does
   * @throws IndexOutOfBoundsException if {@code bytes} ends before offset 0x18 of the image
   */
  public static LegacyRomHeader read(Slice bytes, long at) {
    return new LegacyRomHeader(
        bytes.u8(at + 2),
        bytes.be32(at + 3),
        bytes.u16(at + 0x16),
        bytes.has(at, RomHeader.LENGTH + 2L) ? bytes.u16(at + RomHeader.LENGTH) : 0);
  }

  /** {@return the size that is loaded and summed, in bytes} */
  public long initializationLength() {
    return (long) initializationBlocks * PciDataStructure.BLOCK;
  }

  /**
   * {@return where the entry code jumps to, in bytes from the start of the image: known for a short
   * jump (EB), a near jump (E9) and a near call (E8); empty for other code}
   */
  public OptionalInt entryTarget() {
    int opcode = (int) (entry >>> 24);
    int near = (int) ((entry >>> 16 & 0xff) | (entry & 0xff00));
    return switch (opcode) {
      case 0xeb -> OptionalInt.of(5 + (byte) (entry >>> 16) & 0xffff);
      case 0xe9, 0xe8 -> OptionalInt.of(6 + near & 0xffff);
      default -> OptionalInt.empty();
    };
  }
}
