package io.github.romparser.testdata;

/** Builds an FCode program with its header of 8 bytes (IEEE 1275-1994). */
public final class FcodeForge {
  private static final int HEADER = 8;

  private FcodeForge() {}

  /**
   * A program that does nothing that makes sense: its tokens are noise, and the last is end0.
   *
   * @param length bytes with the header, at least 9
   */
  public static byte[] build(long seed, int length) {
    Canvas program = new Canvas(length);
    program.put(HEADER, Noise.of(seed, length - HEADER));
    program.u8(length - 1, 0x00); // end0
    int sum = 0;
    for (int i = HEADER; i < length; i++) {
      sum += program.bytes()[i] & 0xFF;
    }
    return program
        .u8(0, 0xF1) // start1
        .u8(1, 0x08) // format: IEEE 1275
        .u16be(2, sum) // of all bytes behind the header
        .u32be(4, length)
        .bytes();
  }
}
