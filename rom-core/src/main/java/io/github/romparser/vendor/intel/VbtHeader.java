package io.github.romparser.vendor.intel;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.Optional;

/**
 * The header of a video BIOS table (Linux drivers/gpu/drm/i915/display/intel_vbt_defs.h, {@code
 * vbt_header}).
 *
 * @param offset of the header, in bytes from the start of the file
 * @param platform offset 0x05, 15 bytes: what follows "$VBT ", such as SKYLAKE; names the family
 *     that the table was made after, which need not be that of the chip
 * @param version offset 0x14, 2 bytes: 100
 * @param headerSize offset 0x16, 2 bytes: length of the header in bytes
 * @param vbtSize offset 0x18, 2 bytes: length of the whole table in bytes
 * @param checksum offset 0x1A, 1 byte
 * @param bdbOffset offset 0x1C, 4 bytes: place of the BIOS data block, in bytes from the start of
 *     this header
 * @param aimOffsets offset 0x20, four times 4 bytes: places of blocks for add-in modules; 0 for
 *     none
 */
public record VbtHeader(
    long offset,
    String platform,
    int version,
    int headerSize,
    int vbtSize,
    int checksum,
    long bdbOffset,
    List<Long> aimOffsets) {

  /** The characters that every table begins with; a blank and the platform follow. */
  public static final String SIGNATURE = "$VBT";

  /** Length in bytes: 0x30. */
  public static final int LENGTH = 48;

  /** Offset of {@link #vbtSize}. */
  public static final int VBT_SIZE = 0x18;

  /** Offset of {@link #bdbOffset}. */
  public static final int BDB_OFFSET = 0x1c;

  /** Length of the signature with the platform, in bytes. */
  private static final int TITLE = 20;

  private static final int AIM_OFFSETS = 0x20;

  /**
   * Copies the list.
   *
   * @param offset of the header, in bytes from the start of the file
   * @param platform what follows "$VBT ", without blanks around it
   * @param version of the header: 100
   * @param headerSize length of the header in bytes, as it says
   * @param vbtSize length of the whole table in bytes, as it says
   * @param checksum the byte at 0x1A, not verified
   * @param bdbOffset place of the BIOS data block, in bytes from the start of this header
   * @param aimOffsets copied; four places of blocks for add-in modules, 0 for none
   */
  public VbtHeader {
    aimOffsets = List.copyOf(aimOffsets);
  }

  /**
   * {@return the header at the start of the bytes; empty without its signature or with fewer than
   * 48 bytes}
   *
   * @param bytes the table from its signature on
   */
  public static Optional<VbtHeader> read(Slice bytes) {
    if (!bytes.startsWith(0, SIGNATURE) || !bytes.has(0, LENGTH)) {
      return Optional.empty();
    }
    int title = SIGNATURE.length();
    return Optional.of(
        new VbtHeader(
            bytes.offset(),
            bytes.ascii(title, TITLE - title).strip(),
            bytes.u16(0x14),
            bytes.u16(0x16),
            bytes.u16(VBT_SIZE),
            bytes.u8(0x1a),
            bytes.u32(BDB_OFFSET),
            List.of(
                bytes.u32(AIM_OFFSETS),
                bytes.u32(AIM_OFFSETS + 4),
                bytes.u32(AIM_OFFSETS + 8),
                bytes.u32(AIM_OFFSETS + 12))));
  }
}
