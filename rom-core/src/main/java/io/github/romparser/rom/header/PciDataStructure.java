package io.github.romparser.rom.header;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The PCI data structure of an image: PCIR (PCI Firmware 3.0 §5.1.2) or one of NVIDIA's two
 * variants with the same layout.
 *
 * <p>Which fields there are is decided by {@link #length}, not by {@link #revision}: the fields of
 * revision 3 exist from a length of 0x1C on (edk2 PciOptionRomSupport.c does the same).
 *
 * @param offset of the structure, in bytes from the start of the file
 * @param signature offset 0x00, 4 bytes
 * @param vendorId offset 0x04, 2 bytes
 * @param deviceId offset 0x06, 2 bytes
 * @param pointer08 offset 0x08, 2 bytes: with a length of 0x1C or more the place of the device list
 *     in bytes from the start of this structure, otherwise that of the vital product data; 0 for
 *     none
 * @param length offset 0x0A, 2 bytes: length of the structure in bytes
 * @param revision offset 0x0C, 1 byte
 * @param classCode offset 0x0D, 3 bytes, little-endian: base class, subclass, programming interface
 * @param imageBlocks offset 0x10, 2 bytes: length of the image in blocks of 512 bytes
 * @param codeRevision offset 0x12, 2 bytes: revision of code and data
 * @param codeType offset 0x14, 1 byte
 * @param indicator offset 0x15, 1 byte: bit 7 marks the last image, the others are reserved
 * @param maxRunTimeBlocks offset 0x16, 2 bytes: most the image needs while running, in blocks of
 *     512 bytes; only with a length of 0x1C or more
 * @param configurationUtilityPointer offset 0x18, 2 bytes: place of the configuration utility code
 *     header, in bytes from the start of the image, 0 for none; only with a length of 0x1C or more
 * @param dmtfClpPointer offset 0x1A, 2 bytes: place of the DMTF CLP entry point, in bytes from the
 *     start of the image, 0 for none; only with a length of 0x1C or more
 */
public record PciDataStructure(
    long offset,
    DataStructureSignature signature,
    int vendorId,
    int deviceId,
    int pointer08,
    int length,
    int revision,
    int classCode,
    int imageBlocks,
    int codeRevision,
    int codeType,
    int indicator,
    OptionalInt maxRunTimeBlocks,
    OptionalInt configurationUtilityPointer,
    OptionalInt dmtfClpPointer) {

  /** Length of revision 0, in bytes: 0x18. Every structure has at least this. */
  public static final int LENGTH = 0x18;

  /** Length of revision 3, in bytes: 0x1C. */
  public static final int LENGTH_3 = 0x1c;

  /** Bit 7 of the indicator. */
  public static final int LAST = 0x80;

  /** A block of the length fields, in bytes. */
  public static final int BLOCK = 512;

  /**
   * Reads the structure at {@code at}.
   *
   * @param bytes what the structure is in
   * @param at place of the structure, in bytes from the start of {@code bytes}
   * @return the structure; empty without a signature or with fewer than 24 bytes
   */
  public static Optional<PciDataStructure> read(Slice bytes, long at) {
    if (!bytes.has(at, LENGTH)) {
      return Optional.empty();
    }
    return DataStructureSignature.at(bytes, at).map(signature -> read(bytes, at, signature));
  }

  private static PciDataStructure read(Slice bytes, long at, DataStructureSignature signature) {
    int length = bytes.u16(at + 0x0a);
    boolean third = length >= LENGTH_3 && bytes.has(at, LENGTH_3);
    return new PciDataStructure(
        bytes.offset() + at,
        signature,
        bytes.u16(at + 0x04),
        bytes.u16(at + 0x06),
        bytes.u16(at + 0x08),
        length,
        bytes.u8(at + 0x0c),
        bytes.u8(at + 0x0f) << 16 | bytes.u16(at + 0x0d),
        bytes.u16(at + 0x10),
        bytes.u16(at + 0x12),
        bytes.u8(at + 0x14),
        bytes.u8(at + 0x15),
        third ? OptionalInt.of(bytes.u16(at + 0x16)) : OptionalInt.empty(),
        third ? OptionalInt.of(bytes.u16(at + 0x18)) : OptionalInt.empty(),
        third ? OptionalInt.of(bytes.u16(at + 0x1a)) : OptionalInt.empty());
  }

  /**
   * {@return the bytes of the structure as a range of the file, as long as its length field says}
   * It may reach past the end of the file.
   */
  public Range range() {
    return new Range(offset, length);
  }

  /** {@return whether bit 7 of the indicator says that no image follows} */
  public boolean last() {
    return (indicator & LAST) != 0;
  }

  /** {@return the length of the image in bytes, as its field says} */
  public long imageLength() {
    return (long) imageBlocks * BLOCK;
  }

  /**
   * {@return the place of the device list, in bytes from the start of this structure; empty if
   * there is none, as always with a length below 0x1C}
   */
  public OptionalInt deviceListPointer() {
    return length >= LENGTH_3 && pointer08 != 0 ? OptionalInt.of(pointer08) : OptionalInt.empty();
  }
}
