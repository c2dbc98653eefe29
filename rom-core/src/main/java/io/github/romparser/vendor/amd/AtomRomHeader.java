package io.github.romparser.vendor.amd;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The ATOM ROM header, which the pointer at 0x48 of an x86 image leads to (Linux
 * drivers/gpu/drm/amd/include/atomfirmware.h, {@code atom_rom_header_v2_2}, and atombios.h, {@code
 * ATOM_ROM_HEADER}). Pointers in it count in bytes from the start of the image; 0 for none.
 *
 * @param offset of the header, in bytes from the start of the file
 * @param size offset 0x00, 2 bytes: length of the header in bytes; 0x24 in revision 1.1, 0x28 in
 *     2.2, 0x2C in 2.3
 * @param formatRevision offset 0x02, 1 byte
 * @param contentRevision offset 0x03, 1 byte
 * @param signature offset 0x04, 4 bytes: "ATOM" or "MOTA"
 * @param biosSegment offset 0x08, 2 bytes: segment that the image runs in
 * @param protectedModePointer offset 0x0A, 2 bytes
 * @param configFilePointer offset 0x0C, 2 bytes: place of the name of the configuration file
 * @param crcBlockPointer offset 0x0E, 2 bytes
 * @param bootMessagePointer offset 0x10, 2 bytes: place of the text shown at boot
 * @param int10Pointer offset 0x12, 2 bytes
 * @param busInitPointer offset 0x14, 2 bytes
 * @param ioBaseAddress offset 0x16, 2 bytes
 * @param subsystemVendorId offset 0x18, 2 bytes
 * @param subsystemId offset 0x1A, 2 bytes
 * @param pciInfoPointer offset 0x1C, 2 bytes: place of the PCI data structure
 * @param commandTablePointer offset 0x1E, 2 bytes: place of the master command table
 * @param dataTablePointer offset 0x20, 2 bytes: place of the master data table
 * @param pspDirectoryPointer offset 0x24, 4 bytes, from revision 2 on: place of the directory of
 *     the security processor, which begins with "$PSP" (measured: Navi cards); empty for none, as
 *     in APUs
 */
public record AtomRomHeader(
    long offset,
    int size,
    int formatRevision,
    int contentRevision,
    String signature,
    int biosSegment,
    int protectedModePointer,
    int configFilePointer,
    int crcBlockPointer,
    int bootMessagePointer,
    int int10Pointer,
    int busInitPointer,
    int ioBaseAddress,
    int subsystemVendorId,
    int subsystemId,
    int pciInfoPointer,
    int commandTablePointer,
    int dataTablePointer,
    OptionalLong pspDirectoryPointer) {

  /** Offset in the image of the pointer to the header (Linux atom.h: ATOM_ROM_TABLE_PTR). */
  public static final int POINTER = 0x48;

  /** Offset of the signature in the header (Linux atom.h: ATOM_ROM_MAGIC_PTR). */
  public static final int SIGNATURE = 0x04;

  /** The signature. */
  public static final String ATOM = "ATOM";

  /** The other signature, which the drivers accept too (Linux amdgpu_bios.c). */
  public static final String MOTA = "MOTA";

  /** Length of revision 1.1 in bytes, which every header has. */
  public static final int LENGTH = 0x24;

  /** Length with the pointer to the security processor's directory, in bytes. */
  private static final int LENGTH_2 = 0x28;

  /** AMD's vendor id, which APUs have as subsystem vendor and as subsystem. */
  private static final int AMD = 0x1002;

  /** The length of a PCI data structure up to its device id, in bytes. */
  private static final int IDS_END = 8;

  /**
   * Reads the header of an image.
   *
   * @param image the bytes of the image from its start
   * @return the header; empty if the pointer leads to none, or to less than {@link #LENGTH} bytes
   */
  public static Optional<AtomRomHeader> read(Slice image) {
    int at = image.has(POINTER, 2) ? image.u16(POINTER) : 0;
    if (at == 0 || !image.has(at, LENGTH)) {
      return Optional.empty();
    }
    String signature = image.latin1(at + (long) SIGNATURE, ATOM.length());
    if (!signature.equals(ATOM) && !signature.equals(MOTA)) {
      return Optional.empty();
    }
    return Optional.of(
        new AtomRomHeader(
            image.offset() + at,
            image.u16(at),
            image.u8(at + 0x02L),
            image.u8(at + 0x03L),
            signature,
            image.u16(at + 0x08L),
            image.u16(at + 0x0aL),
            image.u16(at + 0x0cL),
            image.u16(at + 0x0eL),
            image.u16(at + 0x10L),
            image.u16(at + 0x12L),
            image.u16(at + 0x14L),
            image.u16(at + 0x16L),
            image.u16(at + 0x18L),
            image.u16(at + 0x1aL),
            image.u16(at + 0x1cL),
            image.u16(at + 0x1eL),
            image.u16(at + 0x20L),
            pspDirectory(image, at)));
  }

  private static OptionalLong pspDirectory(Slice image, int at) {
    boolean there =
        image.u8(at + 0x02L) >= 2 && image.u16(at) >= LENGTH_2 && image.has(at, LENGTH_2);
    long pointer = there ? image.u32(at + 0x24L) : 0;
    return pointer == 0 ? OptionalLong.empty() : OptionalLong.of(pointer);
  }

  /**
   * {@return the board that the image was built for: subsystem vendor in the high 16 bits,
   * subsystem in the low ones} Reads no more than this header and the ids of the PCI data
   * structure.
   *
   * <p>Empty without a header, and where the fields say nothing: 0000 or ffff as vendor, 1002:1002
   * as in all images of APUs, or the ids of the device itself, which firmware writes into copies in
   * the ACPI table VFCT (measured).
   *
   * @param image the bytes of the image from its start
   */
  public static OptionalInt boardSubsystem(Slice image) {
    Optional<AtomRomHeader> header = read(image);
    return header.isEmpty() ? OptionalInt.empty() : header.get().board(image);
  }

  private OptionalInt board(Slice image) {
    boolean nothing =
        subsystemVendorId == 0
            || subsystemVendorId == 0xffff
            || (subsystemVendorId == AMD && subsystemId == AMD);
    boolean own =
        image.has(pciInfoPointer, IDS_END)
            && image.u16(pciInfoPointer + 4L) == subsystemVendorId
            && image.u16(pciInfoPointer + 6L) == subsystemId;
    return nothing || own
        ? OptionalInt.empty()
        : OptionalInt.of(subsystemVendorId << 16 | subsystemId);
  }
}
