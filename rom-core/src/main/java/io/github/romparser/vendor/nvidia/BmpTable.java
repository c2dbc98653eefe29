package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The BMP structure of NVIDIA's VBIOSes before the BIOS information table, up to the GeForce FX
 * (Linux nouveau, nvkm/subdev/bios/base.c and bmp.h).
 *
 * @param offset of the structure, in bytes from the start of the file; it begins FF 7F "NV" 00
 * @param major offset 0x05, 1 byte: version of the structure
 * @param minor offset 0x06, 1 byte
 * @param version offset 0x0A, 4 bytes: version of the VBIOS, lowest byte first
 */
public record BmpTable(long offset, int major, int minor, BiosVersion version) {

  /** Length of what is read here, in bytes. */
  public static final int LENGTH = 14;

  private static final String SIGNATURE = "NV\0";

  private static final int BEFORE = 2;

  /** Looks for the structure in an x86 image. */
  static Optional<BmpTable> find(Slice image) {
    Slice near = image.clamp(0, NvidiaVersion.REACH);
    int at = near.indexOf(SIGNATURE, BEFORE);
    while (at >= 0) {
      long header = (long) at - BEFORE;
      if (image.u16(header) == 0x7fff && image.has(header, LENGTH)) {
        BiosVersion version = BiosVersion.read(image, header + 10, BiosVersion.LENGTH);
        return Optional.of(
            new BmpTable(
                image.offset() + header, image.u8(header + 5), image.u8(header + 6), version));
      }
      at = near.indexOf(SIGNATURE, at + 1L);
    }
    return Optional.empty();
  }

  /** {@return the structure as far as it is read here, 14 bytes, in bytes of the file} */
  public Range range() {
    return new Range(offset, LENGTH);
  }
}
