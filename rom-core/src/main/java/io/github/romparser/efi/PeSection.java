package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;

/**
 * A section header, EFI_IMAGE_SECTION_HEADER (Microsoft PE/COFF specification, section table; edk2
 * MdePkg/Include/IndustryStandard/PeImage.h).
 *
 * @param name offset 0x00, 8 bytes: Latin-1, up to the first NUL
 * @param virtualSize offset 0x08, 4 bytes: length in memory
 * @param virtualAddress offset 0x0C, 4 bytes: place in memory, in bytes from the start of the image
 * @param rawSize offset 0x10, 4 bytes: length in the file
 * @param rawOffset offset 0x14, 4 bytes: place in the PE file; in a TE file still the place that it
 *     had in the PE file, see {@link PeImage#fileOffset}
 * @param characteristics offset 0x24, 4 bytes: flags
 */
public record PeSection(
    String name,
    long virtualSize,
    long virtualAddress,
    long rawSize,
    long rawOffset,
    long characteristics) {

  /** Length of a section header, in bytes. */
  public static final int LENGTH = 0x28;

  private static final int NAME_LENGTH = 8;

  /**
   * Reads the header at {@code at}; 40 bytes have to be there.
   *
   * @param bytes the executable, from its start
   * @param at place of the header, in bytes from the start of {@code bytes}
   * @return the header, its values not checked against the file
   * @throws IndexOutOfBoundsException if there are fewer than 40 bytes
   */
  public static PeSection read(Slice bytes, long at) {
    String name = bytes.latin1(at, NAME_LENGTH);
    int end = name.indexOf('\0');
    return new PeSection(
        end < 0 ? name : name.substring(0, end),
        bytes.u32(at + 0x08),
        bytes.u32(at + 0x0c),
        bytes.u32(at + 0x10),
        bytes.u32(at + 0x14),
        bytes.u32(at + 0x24));
  }
}
