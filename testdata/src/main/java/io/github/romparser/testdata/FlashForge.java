package io.github.romparser.testdata;

/**
 * Builds an image of a flash chip with Intel's descriptor (UEFITool common/descriptor.h). The
 * setters change this builder and return it.
 */
public final class FlashForge {
  /** What regions are counted in, in bytes. */
  public static final int UNIT = 0x1000;

  private static final int REGIONS = 0x40;
  private static final int MASTERS = 0x80;
  private static final int SIGNATURE = 0x0FF0A55A;

  private final Canvas flash;
  private int signatureAt = 0x10;

  private FlashForge(int size) {
    this.flash = new Canvas(size).fill(0, size, 0xFF);
    flash.u32(REGIONS, 0);
  }

  /** An erased chip with a descriptor and no other region. */
  public static FlashForge size(int size) {
    return new FlashForge(size);
  }

  /** With the signature where it was in old chip sets. */
  public FlashForge old() {
    this.signatureAt = 0;
    return this;
  }

  /**
   * Names a region.
   *
   * @param number 1 BIOS, 2 ME, 3 GbE, ...
   * @param start in bytes, a multiple of {@link #UNIT}
   */
  public FlashForge region(int number, int start, int length) {
    flash.u16(REGIONS + 4 * number, start / UNIT);
    flash.u16(REGIONS + 4 * number + 2, (start + length) / UNIT - 1);
    return this;
  }

  /** Writes bytes. */
  public FlashForge put(int at, byte[] bytes) {
    flash.put(at, bytes);
    return this;
  }

  /** The image. */
  public byte[] build() {
    return flash
        .u32(signatureAt, SIGNATURE)
        .u8(signatureAt + 4, 0x30 >> 4)
        .u8(signatureAt + 6, REGIONS >> 4)
        .u8(signatureAt + 8, MASTERS >> 4)
        .u8(signatureAt + 10, 0)
        .bytes();
  }
}
