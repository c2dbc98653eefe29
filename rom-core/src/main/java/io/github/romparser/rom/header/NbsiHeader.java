package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;

/**
 * The fields that NVIDIA's notebook image (code type 0x70) has in the common header (NVIDIA
 * open-gpu-kernel-modules, pci_exp_table.h).
 *
 * @param dataPointer offset 0x16, 2 bytes: place of the data, in bytes from the start of the image
 * @param blockSize offset 0x1A, 4 bytes: size of the block, in bytes
 */
public record NbsiHeader(int dataPointer, long blockSize) {

  /**
   * Reads the fields of the image that begins at {@code at}; 26 bytes have to be there.
   *
   * @param bytes what the image is in
   * @param at place of the image, in bytes from the start of {@code bytes}
   * @return the fields; the size of the block is 0 where {@code bytes} ends before that field does
   * @throws IndexOutOfBoundsException if {@code bytes} ends before offset 0x18 of the image
   */
  public static NbsiHeader read(Slice bytes, long at) {
    return new NbsiHeader(
        bytes.u16(at + 0x16),
        bytes.has(at, RomHeader.LENGTH + 4L) ? bytes.u32(at + RomHeader.LENGTH) : 0);
  }
}
