package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteSumsTest {
  private static final byte[] BYTES = bytes();

  private static byte[] bytes() {
    byte[] bytes = new byte[700];
    new SplittableRandom(5).nextBytes(bytes);
    return bytes;
  }

  private static int naive(int at, int length) {
    return IntStream.range(at, at + length).map(i -> BYTES[i]).sum() & 0xff;
  }

  @Test
  void everyRange() {
    ByteSums sums = new ByteSums(Slice.of(BYTES));
    for (int at = 0; at < BYTES.length; at++) {
      for (int length = 1; length <= BYTES.length - at; length += 3) {
        assertThat(sums.sum(at, length)).hasValue(naive(at, length));
      }
    }
  }

  @Test
  void theOrderOfTheQuestionsDoesNotMatter() {
    ByteSums sums = new ByteSums(Slice.of(BYTES));
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 5000; i++) {
      int at = random.nextInt(BYTES.length);
      int length = 1 + random.nextInt(BYTES.length - at);
      assertThat(sums.sum(at, length)).hasValue(naive(at, length));
    }
  }

  @Test
  void placesCountFromTheStartOfTheSlice() {
    ByteSums sums = new ByteSums(Slice.of(BYTES).slice(100, 500));
    assertThat(sums.sum(0, 500)).hasValue(naive(100, 500));
    assertThat(sums.sum(63, 65)).hasValue(naive(163, 65));
  }

  @Test
  void thereIsNoSumOverNothingAndNoneBehindTheEnd() {
    ByteSums sums = new ByteSums(Slice.of(BYTES));
    assertThat(sums.sum(0, 0)).isEmpty();
    assertThat(sums.sum(700, 0)).isEmpty();
    assertThat(sums.sum(0, 701)).isEmpty();
    assertThat(sums.sum(699, 2)).isEmpty();
    assertThat(sums.sum(-1, 1)).isEmpty();
    assertThat(sums.sum(5, -1)).isEmpty();
    assertThat(sums.sum(1, Long.MAX_VALUE)).isEmpty();
    assertThat(new ByteSums(Slice.of(new byte[0])).sum(0, 1)).isEmpty();
  }
}
