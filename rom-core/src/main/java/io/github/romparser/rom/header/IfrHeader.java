package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The header that stands at the start of NVIDIA's flash chips and of files read from them: "NVGI",
 * the initialisation from ROM, IFR (NVIDIA open-gpu-kernel-modules, kernel_gsp_vbios_tu102.c and
 * dev_bus.h).
 *
 * @param offset of the header, in bytes from the start of the file
 * @param version offset 0x04, bits 15 to 8: 1, 2 or 3
 * @param fixedSize offset 0x04, bits 30 to 16: size of the fixed data, in bytes
 * @param totalSize offset 0x08, bits 19 to 0: size of all data, in bytes
 * @param subsystemVendorId offset 0x0C, 2 bytes (measured)
 * @param subsystemId offset 0x0E, 2 bytes (measured)
 * @param directory the ROM directory that version 3 leads to, if it is there
 * @param romOffset where the first image stands, in bytes from the start of this header; empty if
 *     the version is not known or the way there leaves the file
 */
public record IfrHeader(
    long offset,
    int version,
    int fixedSize,
    int totalSize,
    int subsystemVendorId,
    int subsystemId,
    Optional<RomDirectory> directory,
    OptionalLong romOffset) {

  /** The four characters it begins with. */
  public static final String SIGNATURE = "NVGI";

  /** Length of what is read here, in bytes. */
  public static final int LENGTH = 0x10;

  /** Where the subsystem ids stand, in bytes from the start of this header. */
  public static final int SUBSYSTEM = 0x0c;

  /** From the flash status that version 3 points to up to the directory, in bytes. */
  private static final int STATUS_LENGTH = 0x1000;

  /**
   * Reads the header at {@code at}, and the ROM directory if it leads to one.
   *
   * @param bytes the flash image, or a file that holds one; pointers and the directory are read
   *     from it too
   * @param at place of the header, in bytes from the start of {@code bytes}
   * @return the header; empty without its signature or with fewer than 16 bytes
   */
  public static Optional<IfrHeader> read(Slice bytes, long at) {
    if (!bytes.has(at, LENGTH) || !bytes.startsWith(at, SIGNATURE)) {
      return Optional.empty();
    }
    Slice flash = bytes.from(at);
    long fixed1 = flash.u32(4);
    int version = (int) (fixed1 >> 8 & 0xff);
    int fixedSize = (int) (fixed1 >> 16 & 0x7fff);
    int totalSize = (int) (flash.u32(8) & 0xf_ffff);
    Optional<RomDirectory> directory =
        version == 3 ? directory(flash, totalSize) : Optional.empty();
    OptionalLong romOffset =
        switch (version) {
          case 1, 2 -> pointer(flash, fixedSize + 4L);
          case 3 ->
              directory.isPresent()
                  ? OptionalLong.of(directory.get().romOffset())
                  : OptionalLong.empty();
          default -> OptionalLong.empty();
        };
    return Optional.of(
        new IfrHeader(
            bytes.offset() + at,
            version,
            fixedSize,
            totalSize,
            flash.u16(SUBSYSTEM),
            flash.u16(SUBSYSTEM + 2),
            directory,
            romOffset));
  }

  private static Optional<RomDirectory> directory(Slice flash, int totalSize) {
    OptionalLong status = pointer(flash, totalSize);
    return status.isEmpty()
        ? Optional.empty()
        : RomDirectory.read(flash, status.getAsLong() + STATUS_LENGTH);
  }

  private static OptionalLong pointer(Slice flash, long at) {
    return flash.has(at, 4) ? OptionalLong.of(flash.u32(at)) : OptionalLong.empty();
  }
}
