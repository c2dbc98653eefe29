package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * NVIDIA PCI data extension: stands behind the data structure, on the next 16-byte border from the
 * start of the image (NVIDIA open-gpu-kernel-modules, pci_exp_table.h; nouveau npde.c; layout
 * measured on published ROMs). It overrides length and last mark of the data structure for NVIDIA's
 * own walk.
 *
 * @param offset of the structure, in bytes from the start of the file
 * @param revision offset 0x04, 2 bytes: 0x0100 or 0x0101
 * @param length offset 0x06, 2 bytes: length of the structure in bytes; 0x0C, 0x10 and 0x14 seen
 * @param subImageBlocks offset 0x08, 2 bytes: length of this image alone, in blocks of 512 bytes
 * @param lastByte offset 0x0A, 1 byte: bit 7 marks the last image; from a length of 0x0B on
 * @param flags offset 0x0B, 1 byte: bit 0 private images enabled, bit 2 checksum disabled; from a
 *     length of 0x0C on
 * @param gopVersion offset 0x0C, 4 bytes: version of the EFI driver, family in the high 16 bits;
 *     from a length of 0x10 on in revision 0x0100, which EFI images carry
 * @param subsystemVendorId offset 0x10, 2 bytes; from a length of 0x14 on
 * @param subsystemId offset 0x12, 2 bytes; from a length of 0x14 on
 */
public record Npde(
    long offset,
    int revision,
    int length,
    int subImageBlocks,
    OptionalInt lastByte,
    OptionalInt flags,
    OptionalLong gopVersion,
    OptionalInt subsystemVendorId,
    OptionalInt subsystemId) {

  /** The four characters it begins with. */
  public static final String SIGNATURE = "NPDE";

  /** What there is in every length, in bytes: up to the length of the sub-image. */
  public static final int LENGTH = 0x0a;

  /** Where the version of the EFI driver stands, in bytes from the start of this structure. */
  public static final int GOP_VERSION = 0x0c;

  /** Where the subsystem ids stand, in bytes from the start of this structure. */
  public static final int SUBSYSTEM = 0x10;

  /** Border that the structure stands on, in bytes from the start of the image. */
  public static final int ALIGNMENT = 16;

  /**
   * {@return where the extension of an image stands, if it has one: at the next 16-byte border
   * behind the data structure, in bytes from the start of the image}
   *
   * @param dataStructurePointer place of the data structure, in bytes from the start of the image
   * @param dataStructureLength length of the data structure in bytes, as its field says
   */
  public static long place(int dataStructurePointer, int dataStructureLength) {
    return ((long) dataStructurePointer + dataStructureLength + ALIGNMENT - 1) & -ALIGNMENT;
  }

  /**
   * Reads the structure at {@code at}. An optional field is read where both the length of the
   * structure and {@code bytes} reach to its end.
   *
   * @param bytes what the structure is in
   * @param at place of the structure, in bytes from the start of {@code bytes}
   * @return the structure; empty without its signature or with fewer than 10 bytes
   */
  public static Optional<Npde> read(Slice bytes, long at) {
    if (!bytes.startsWith(at, SIGNATURE) || !bytes.has(at, LENGTH)) {
      return Optional.empty();
    }
    int revision = bytes.u16(at + 4);
    int length = bytes.u16(at + 6);
    boolean ids = fits(bytes, at, length, 0x14);
    return Optional.of(
        new Npde(
            bytes.offset() + at,
            revision,
            length,
            bytes.u16(at + 8),
            fits(bytes, at, length, 0x0b)
                ? OptionalInt.of(bytes.u8(at + 0x0a))
                : OptionalInt.empty(),
            fits(bytes, at, length, 0x0c)
                ? OptionalInt.of(bytes.u8(at + 0x0b))
                : OptionalInt.empty(),
            revision == 0x0100 && fits(bytes, at, length, 0x10)
                ? OptionalLong.of(bytes.u32(at + GOP_VERSION))
                : OptionalLong.empty(),
            ids ? OptionalInt.of(bytes.u16(at + SUBSYSTEM)) : OptionalInt.empty(),
            ids ? OptionalInt.of(bytes.u16(at + SUBSYSTEM + 2)) : OptionalInt.empty()));
  }

  private static boolean fits(Slice bytes, long at, int length, int needed) {
    return length >= needed && bytes.has(at, needed);
  }

  /** {@return whether NVIDIA's driver knows the revision: 0x0100 or 0x0101} */
  public boolean knownRevision() {
    return revision == 0x0100 || revision == 0x0101;
  }

  /** {@return the length of this image alone, in bytes; 0 where the field says nothing} */
  public long subImageLength() {
    return (long) subImageBlocks * PciDataStructure.BLOCK;
  }

  /**
   * {@return whether NVIDIA's walk ends here} Where the structure is too short for a mark of its
   * own, the data structure's counts, unless this image is only a part of what the data structure
   * spans (NVIDIA's driver does the same).
   *
   * @param data the data structure of the same image
   */
  public boolean last(PciDataStructure data) {
    if (lastByte.isPresent()) {
      return (lastByte.getAsInt() & PciDataStructure.LAST) != 0;
    }
    return data.last() && subImageBlocks >= data.imageBlocks();
  }
}
