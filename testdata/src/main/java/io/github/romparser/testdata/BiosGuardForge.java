package io.github.romparser.testdata;

/** Writes blocks of updates for Intel BIOS Guard. */
public final class BiosGuardForge {
  /** Of header and script together, in bytes. */
  public static final int HEADERS = 0x60;

  private BiosGuardForge() {}

  /**
   * A block whose script writes its data to a place in the flash chip.
   *
   * @param platform of at most 16 characters
   */
  public static byte[] block(String platform, long offset, byte[] data) {
    Canvas block = new Canvas(HEADERS + data.length);
    block.u16(0, 2).ascii(4, platform).u16(0x18, 2).u32(0x1c, 0x30).u32(0x20, data.length);
    // begin; I0 = offset; F0 = 0; I2 = size; write; end
    block.u16(0x30, 1).u16(0x38, 0x51).u32(0x3c, offset).u16(0x40, 0x52);
    block.u16(0x48, 0x51).u16(0x4a, 2).u32(0x4c, data.length).u16(0x50, 0x11).u16(0x58, 0xff);
    return block.put(HEADERS, data).bytes();
  }

  /**
   * The same with a signature behind it.
   *
   * @param key what the signature says of its key: 1 RSA of 2048 bits, 2 of 3072 bits
   * @param signature its length in bytes
   */
  public static byte[] signed(String platform, byte[] data, int key, int signature) {
    byte[] block = new Canvas(block(platform, 0, data)).u8(0x14, 1).bytes();
    return new Canvas(block.length + signature)
        .put(0, block)
        .put(block.length, Noise.of(key, signature))
        .u32(block.length, key)
        .bytes();
  }
}
