package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;

/**
 * The fields that an EFI image (code type 3) has in the common header: EFI_PCI_EXPANSION_ROM_HEADER
 * (UEFI 2.10 §14.4.2; edk2 MdePkg/Include/IndustryStandard/Pci22.h).
 *
 * @param initializationBlocks offset 0x02, 2 bytes: headers and driver, in blocks of 512 bytes
 * @param signature offset 0x04, 4 bytes: 0x0EF1
 * @param subsystem offset 0x08, 2 bytes: 10 application, 11 boot service driver, 12 run-time driver
 * @param machine offset 0x0A, 2 bytes: PE machine type
 * @param compression offset 0x0C, 2 bytes: 0 none, 1 UEFI compression, others reserved
 * @param imageOffset offset 0x16, 2 bytes: place of the PE file or of the compressed stream, in
 *     bytes from the start of the image
 */
public record EfiRomHeader(
    int initializationBlocks,
    long signature,
    int subsystem,
    int machine,
    int compression,
    int imageOffset) {

  /** What {@link #signature} has to be. */
  public static final long SIGNATURE = 0x0ef1;

  /**
   * Reads the fields of the image that begins at {@code at}; 26 bytes have to be there.
   *
   * @param bytes what the image is in
   * @param at place of the image, in bytes from the start of {@code bytes}
   * @return the fields as they stand there, {@link #signatureValid} or not
   * @throws IndexOutOfBoundsException if {@code bytes} ends before offset 0x18 of the image
   */
  public static EfiRomHeader read(Slice bytes, long at) {
    return new EfiRomHeader(
        bytes.u16(at + 0x02),
        bytes.u32(at + 0x04),
        bytes.u16(at + 0x08),
        bytes.u16(at + 0x0a),
        bytes.u16(at + 0x0c),
        bytes.u16(at + 0x16));
  }

  /** {@return whether the signature is {@link #SIGNATURE}} */
  public boolean signatureValid() {
    return signature == SIGNATURE;
  }

  /** {@return the length of headers and driver together, in bytes} */
  public long initializationLength() {
    return (long) initializationBlocks * PciDataStructure.BLOCK;
  }
}
