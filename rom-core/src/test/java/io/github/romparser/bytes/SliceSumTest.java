package io.github.romparser.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The 8-bit sum, against a loop that adds one byte after the other. */
class SliceSumTest {
  private static int naive(byte[] bytes, int at, int count) {
    int sum = 0;
    for (int i = at; i < at + count; i++) {
      sum = sum + (bytes[i] & 0xff) & 0xff;
    }
    return sum;
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void everyAlignmentAndLength() {
    byte[] bytes = random(1, 256);
    Slice slice = Slice.of(bytes);
    for (int at = 0; at <= 56; at++) {
      for (int count = 0; count <= 200; count++) {
        assertThat(slice.sum8(at, count)).isEqualTo(naive(bytes, at, count));
      }
    }
  }

  @Test
  void aPartOfAnArray() {
    byte[] bytes = random(2, 1000);
    Slice slice = Slice.of(bytes).slice(3, 900);
    for (int at = 0; at < 70; at++) {
      assertThat(slice.sum8(at, 700)).isEqualTo(naive(bytes, at + 3, 700));
      assertThat(slice.sum8(at, 900 - at)).isEqualTo(naive(bytes, at + 3, 900 - at));
    }
  }

  @Test
  void lengthsAtRandom() {
    byte[] bytes = random(3, 300_000);
    Slice slice = Slice.of(bytes);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(bytes.length);
      int count = random.nextInt(bytes.length - at + 1);
      assertThat(slice.sum8(at, count)).isEqualTo(naive(bytes, at, count));
    }
  }

  /** Lanes of a loop that adds several bytes at once must not run over into each other. */
  @Test
  void theLargestBytes() {
    byte[] bytes = new byte[100_000];
    Arrays.fill(bytes, (byte) 0xff);
    Slice slice = Slice.of(bytes);
    for (int count = 0; count < 3000; count++) {
      assertThat(slice.sum8(5, count)).isEqualTo(-count & 0xff);
    }
    assertThat(slice.sum8(0, 100_000)).isEqualTo(-100_000 & 0xff);
    Arrays.fill(bytes, (byte) 0x80);
    assertThat(slice.sum8(1, 99_999)).isEqualTo(0x80);
  }
}
