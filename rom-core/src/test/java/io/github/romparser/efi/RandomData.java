package io.github.romparser.efi;

import java.util.Random;

/** Bytes that are more or less worth compressing. */
final class RandomData {
  private RandomData() {}

  /** Bytes of few or many values, with repetitions near and far. */
  static byte[] of(int size, Random random) {
    byte[] data = new byte[size];
    int values = 1 + random.nextInt(random.nextBoolean() ? 3 : 256);
    for (int i = 0; i < size; ) {
      int run = Math.min(size - i, 1 + random.nextInt(300));
      if (i > 0 && random.nextBoolean()) {
        int from = random.nextInt(i);
        for (int end = i + run; i < end; i++) {
          data[i] = data[from++];
        }
      } else {
        for (int end = i + run; i < end; i++) {
          data[i] = (byte) random.nextInt(values);
        }
      }
    }
    return data;
  }
}
