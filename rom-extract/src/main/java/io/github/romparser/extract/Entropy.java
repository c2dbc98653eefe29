package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;

/** Shannon's entropy of bytes: 0 where all are the same, 8 bits a byte where nothing repeats. */
final class Entropy {

  private static final int VALUES = 256;

  private Entropy() {}

  /** In bits a byte. */
  static double of(Slice bytes) {
    int[] counts =
        bytes.within(
            (array, from, to) -> {
              int[] c = new int[VALUES];
              for (int i = from; i < to; i++) {
                c[array[i] & 0xff]++;
              }
              return c;
            });
    double bits = 0;
    double all = bytes.length();
    for (int count : counts) {
      if (count > 0) {
        bits -= count / all * (Math.log(count / all) / Math.log(2));
      }
    }
    return bits;
  }
}
