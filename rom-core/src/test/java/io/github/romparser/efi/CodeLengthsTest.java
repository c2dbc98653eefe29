package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CodeLengthsTest {

  @Test
  void fewSymbols() {
    assertThat(CodeLengths.of(new int[0])).isEmpty();
    assertThat(CodeLengths.of(new int[] {0, 5, 0})).containsOnly(0);
    assertThat(CodeLengths.of(new int[] {0, 5, 1})).containsExactly(0, 1, 1);
    assertThat(CodeLengths.of(new int[] {4, 1, 2, 1})).containsExactly(1, 3, 2, 3);
  }

  @Test
  void noCodeIsLongerThan16Bits() {
    int[] frequencies = new int[24];
    frequencies[0] = 1;
    frequencies[1] = 1;
    for (int i = 2; i < frequencies.length; i++) {
      frequencies[i] = frequencies[i - 1] + frequencies[i - 2];
    }
    byte[] lengths = CodeLengths.of(frequencies);

    assertThat(lengths[0]).isEqualTo((byte) 16);
    assertThat(unused(lengths)).isZero();
  }

  @Property
  void codesAreCompleteAndTheBest(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 510) int size) {
    Random random = new Random(seed);
    int range = 1 << random.nextInt(16);
    int[] frequencies = random.ints(size, 0, range + 1).toArray();
    frequencies[0] = 1;
    frequencies[size - 1] = range;
    byte[] lengths = CodeLengths.of(frequencies);

    assertThat(unused(lengths)).isZero();
    long bits = 0;
    for (int i = 0; i < size; i++) {
      assertThat(lengths[i] > 0).isEqualTo(frequencies[i] > 0);
      bits += (long) lengths[i] * frequencies[i];
    }
    // Without a limit there may be a shorter code, but none that is longer.
    assertThat(bits).isGreaterThanOrEqualTo(huffman(frequencies));
    if (Arrays.stream(frequencies).filter(f -> f > 0).min().orElseThrow() * 600L
        > Arrays.stream(frequencies).sum()) {
      assertThat(bits).isEqualTo(huffman(frequencies));
    }
  }

  /** How many of the 65536 codes of 16 bits have no meaning. */
  private static int unused(byte[] lengths) {
    int unused = 1 << 16;
    for (byte length : lengths) {
      assertThat(length).isBetween((byte) 0, (byte) 16);
      unused -= length == 0 ? 0 : 1 << (16 - length);
    }
    return unused;
  }

  /** Bits of the best code without a limit: the two rarest are joined until one is left. */
  private static long huffman(int[] frequencies) {
    PriorityQueue<Long> queue = new PriorityQueue<>();
    Arrays.stream(frequencies).filter(f -> f > 0).forEach(f -> queue.add((long) f));
    long bits = 0;
    while (queue.size() > 1) {
      long joined = queue.remove() + queue.remove();
      bits += joined;
      queue.add(joined);
    }
    return bits;
  }
}
