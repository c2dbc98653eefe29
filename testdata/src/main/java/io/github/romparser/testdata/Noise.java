package io.github.romparser.testdata;

import java.util.SplittableRandom;

/** Stands in for code and data: pseudo-random bytes that are the same on every machine. */
final class Noise {
  private Noise() {}

  /**
   * Bytes that look like nothing: the first letters of the ROM signatures (55 AA, "VN", 77 BB,
   * "PCIR", "NPDS", "NPDE", "RGIS", "$PnP", FF B8 "BIT") never occur, so no search finds by chance
   * what was not built.
   */
  static byte[] of(long seed, int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      switch (bytes[i]) {
        case 0x55, 0x56, 0x77, 'P', 'N', 'R', '$', (byte) 0xFF -> bytes[i] = (byte) 0x90;
        default -> {}
      }
    }
    return bytes;
  }
}
