package io.github.romparser.testdata;

/**
 * Builds the BMP structure of NVIDIA's VBIOSes before the BIOS information table (Linux nouveau,
 * nvkm/subdev/bios/base.c and bmp.h).
 */
public final class BmpForge {
  private BmpForge() {}

  /**
   * A structure.
   *
   * @param major version of the structure
   * @param minor version of the structure
   * @param version the four bytes of the VBIOS version, in the order they are printed
   */
  public static byte[] build(int major, int minor, int... version) {
    return new Canvas(0x20)
        .u16(0, 0x7FFF)
        .ascii(2, "NV")
        .u8(5, major)
        .u8(6, minor)
        .u8(10, version[3])
        .u8(11, version[2])
        .u8(12, version[1])
        .u8(13, version[0])
        .bytes();
  }
}
