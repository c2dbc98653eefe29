package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * NVIDIA's ROM directory, "RFRD" (NVIDIA open-gpu-kernel-modules, kernel_gsp_vbios_tu102.c for the
 * signature and offset 0x08; the others measured on three dumps).
 *
 * @param offset of the directory, in bytes from the start of the file
 * @param version offset 0x04, 2 bytes: 2, 3 and 4 seen
 * @param length offset 0x06, 2 bytes: length of the directory, in bytes
 * @param romOffset offset 0x08, 4 bytes: where the first x86 image stands, in bytes from the start
 *     of the flash
 * @param romLength offset 0x0C, 4 bytes: length of the chain in bytes, 0xFFFFFFFF where unknown
 */
public record RomDirectory(long offset, int version, int length, long romOffset, long romLength) {

  /** The four characters it begins with. */
  public static final String SIGNATURE = "RFRD";

  /** Length of what is read here, in bytes. */
  public static final int LENGTH = 0x10;

  /**
   * Reads the directory at {@code at}.
   *
   * @param bytes what the directory is in
   * @param at place of the directory, in bytes from the start of {@code bytes}
   * @return the directory; empty without its signature or with fewer than 16 bytes
   */
  public static Optional<RomDirectory> read(Slice bytes, long at) {
    if (!bytes.has(at, LENGTH) || !bytes.startsWith(at, SIGNATURE)) {
      return Optional.empty();
    }
    return Optional.of(
        new RomDirectory(
            bytes.offset() + at,
            bytes.u16(at + 4),
            bytes.u16(at + 6),
            bytes.u32(at + 8),
            bytes.u32(at + 0x0c)));
  }
}
