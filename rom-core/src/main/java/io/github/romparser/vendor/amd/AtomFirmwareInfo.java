package io.github.romparser.vendor.amd;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The data table FirmwareInfo (Linux atombios.h, {@code ATOM_FIRMWARE_INFO} to {@code _V2_2};
 * atomfirmware.h, {@code atom_firmware_info_v3_1} to {@code v3_4}).
 *
 * @param offset of the table, in bytes from the start of the file
 * @param formatRevision offset 0x02, 1 byte: 1, 2 or 3 where the layout is known
 * @param contentRevision offset 0x03, 1 byte
 * @param firmwareRevision offset 0x04, 4 bytes: the first four numbers of the version, in 8, 8 and
 *     16 bits or four times 8
 * @param engineClock offset 0x08, 4 bytes: clock of the graphics engine at boot, in units of 10
 *     kHz; empty in a revision whose layout is not known
 * @param memoryClock offset 0x0C, 4 bytes: clock of the memory at boot, in units of 10 kHz; empty
 *     as above
 * @param coreVoltage offset 0x2E from revision 1.4 on, 0x1C in revision 3, 2 bytes: VDDC at boot in
 *     millivolts; empty where there is none
 */
public record AtomFirmwareInfo(
    long offset,
    int formatRevision,
    int contentRevision,
    long firmwareRevision,
    OptionalLong engineClock,
    OptionalLong memoryClock,
    OptionalInt coreVoltage) {

  /** Place of the table in the list of data tables. */
  public static final int INDEX = 4;

  /** The fields that all known revisions have, in bytes. */
  private static final int COMMON = 0x10;

  /**
   * Reads the table.
   *
   * @param image the bytes of the image from its start
   * @param table where it is
   * @return the fields; empty if fewer than 16 bytes are there
   */
  static Optional<AtomFirmwareInfo> read(Slice image, AtomTable table) {
    Slice bytes = image.clamp(table.pointer(), table.size());
    if (!bytes.has(0, COMMON)) {
      return Optional.empty();
    }
    int format = table.formatRevision();
    boolean known = format >= 1 && format <= 3;
    return Optional.of(
        new AtomFirmwareInfo(
            table.offset(),
            format,
            table.contentRevision(),
            bytes.u32(4),
            known ? OptionalLong.of(bytes.u32(8)) : OptionalLong.empty(),
            known ? OptionalLong.of(bytes.u32(0x0c)) : OptionalLong.empty(),
            coreVoltage(bytes, format, table.contentRevision())));
  }

  private static OptionalInt coreVoltage(Slice bytes, int format, int content) {
    int at =
        switch (format) {
          case 1 -> content >= 4 ? 0x2e : 0;
          case 2 -> 0x2e;
          case 3 -> 0x1c;
          default -> 0;
        };
    return at != 0 && bytes.has(at, 2) && bytes.u16(at) != 0
        ? OptionalInt.of(bytes.u16(at))
        : OptionalInt.empty();
  }
}
