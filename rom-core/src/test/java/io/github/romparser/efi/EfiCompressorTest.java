package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.testdata.PeForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class EfiCompressorTest {

  @ParameterizedTest
  @EnumSource
  void everyLengthComesBack(Variant variant) {
    byte[] noise = new byte[700];
    new Random(1).nextBytes(noise);
    byte[] text = "the same thing again and ".repeat(28).getBytes(StandardCharsets.US_ASCII);
    for (int length = 0; length < 700; length++) {
      assertBack(Arrays.copyOf(noise, length), variant);
      assertBack(Arrays.copyOf(text, length), variant);
      assertBack(new byte[length], variant);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsABlockOfNothing(Variant variant) {
    // As edk2 has it: the size of the rest, no output, and zeros.
    byte[] stream = assertBack(new byte[0], variant);

    assertThat(stream).isEqualTo(Bytes.of(new byte[16]).u32(0, 8).array());
  }

  @Test
  void aStreamEndsWithAByteThatNobodyReads() {
    byte[] driver = PeForge.x64().size(0x2000).build();
    byte[] stream = assertBack(driver, Variant.EFI_1_1);

    assertThat(stream[stream.length - 1]).isZero();
    assertThat(EfiDecompressor.decompress(Slice.of(stream), Variant.EFI_1_1, driver.length))
        .isEqualTo(new Decompressed(Slice.of(driver), stream.length - 1));
  }

  @ParameterizedTest
  @EnumSource
  void equalBytesAreSmallAndFast(Variant variant) {
    byte[] zeros = new byte[16 << 20];

    byte[] stream = assertTimeout(Duration.ofSeconds(10), () -> assertBack(zeros, variant));

    assertThat(stream.length).isLessThan(400);
  }

  @ParameterizedTest
  @EnumSource
  void noiseHardlyGrows(Variant variant) {
    byte[] noise = new byte[300_000];
    new Random(2).nextBytes(noise);

    assertThat(assertBack(noise, variant).length).isLessThan(noise.length * 101 / 100);
  }

  /**
   * Which repetition is taken, what it is thought to cost and where a block ends shows in nothing
   * but the size, to the byte.
   */
  @ParameterizedTest
  @CsvSource({"EFI_1_1, 47969, 15654, 32136", "TIANO, 43626, 15634, 30429"})
  void everyChoiceTellsInTheSize(Variant variant, int words, int runs, int mixed) {
    byte[] many = RandomData.of(120_000, new Random(8));
    byte[] both = Arrays.copyOf(words(60_000), 120_000);
    System.arraycopy(many, 0, both, 60_000, 60_000);

    assertThat(assertBack(words(120_000), variant)).hasSize(words);
    assertThat(assertBack(many, variant)).hasSize(runs);
    assertThat(assertBack(both, variant)).hasSize(mixed);
  }

  /** As machine code has it: a few hundred words of two to nine bytes, some often, some seldom. */
  private static byte[] words(int size) {
    Random random = new Random(9);
    byte[][] words = new byte[400][];
    for (int i = 0; i < words.length; i++) {
      words[i] = new byte[2 + random.nextInt(8)];
      random.nextBytes(words[i]);
    }
    byte[] data = new byte[size];
    for (int at = 0; at < size; ) {
      byte[] word = words[random.nextInt(1 + random.nextInt(words.length))];
      int count = Math.min(word.length, size - at);
      System.arraycopy(word, 0, data, at, count);
      at += count;
    }
    return data;
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheViewIsRead(Variant variant) {
    byte[] data = RandomData.of(5000, new Random(3));
    Slice view = Slice.of(data).slice(1000, 3000);
    byte[] copy = data.clone();

    Slice stream = EfiCompressor.compress(view, variant);

    assertThat(stream)
        .isEqualTo(EfiCompressor.compress(Slice.of(view.toByteArray()), variant))
        .isEqualTo(EfiCompressor.compress(view, variant));
    assertThat(data).isEqualTo(copy);
  }

  @Test
  void repetitionsReachAsFarBackAsTheVariantAllows() {
    byte[] piece = new byte[200];
    new Random(4).nextBytes(piece);
    for (Variant variant : Variant.values()) {
      int window = variant.format().window();
      assertThat(apart(piece, window, variant)).isLessThan(piece.length + 150);
      assertThat(apart(piece, window + 1, variant)).isGreaterThan(2 * piece.length);
    }
  }

  /** Size of a stream of two equal pieces that begin so far apart, with zeros between. */
  private static int apart(byte[] piece, int distance, Variant variant) {
    byte[] data = new byte[distance + piece.length];
    Bytes.of(data).put(0, piece).put(distance, piece);
    return assertBack(data, variant).length - assertBack(new byte[distance], variant).length;
  }

  @Test
  void codesHave16BitsAtMost() {
    // Byte n occurs as often as Fibonacci's number n; without a limit the code has 21 bits.
    byte[] data = new byte[28_656];
    int at = 0;
    int one = 1;
    int two = 1;
    for (int value = 0; value < 22 && at < data.length; value++) {
      for (int i = 0; i < one && at < data.length; i++) {
        data[at++] = (byte) value;
      }
      int next = one + two;
      one = two;
      two = next;
    }
    shuffle(data, new Random(5));
    for (Variant variant : Variant.values()) {
      assertBack(data, variant);
    }
  }

  private static void shuffle(byte[] data, Random random) {
    for (int i = data.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      byte value = data[i];
      data[i] = data[other];
      data[other] = value;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfKindBeginsANewBlock(Variant variant) {
    byte[] data = new byte[120_000];
    Random random = new Random(6);
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (random.nextInt(16) + (i < data.length / 2 ? 0 : 0x80));
    }

    byte[] first = Arrays.copyOf(data, data.length / 2);
    byte[] second = Arrays.copyOfRange(data, data.length / 2, data.length);
    int apart = assertBack(first, variant).length + assertBack(second, variant).length;

    // With one code for both halves a byte would have one bit more.
    assertThat(assertBack(data, variant).length).isLessThan(apart + data.length / 100);
  }

  /** Compresses, and checks that the same comes out. */
  private static byte[] assertBack(byte[] data, Variant variant) {
    Slice stream = EfiCompressor.compress(Slice.of(data), variant);
    assertThat(stream.offset()).isZero();
    assertThat(stream.u32(0)).isEqualTo(stream.length() - 8L);
    assertThat(stream.u32(4)).isEqualTo(data.length);
    assertThat(EfiDecompressor.decompress(stream, variant, data.length))
        .isInstanceOfSatisfying(
            Decompressed.class,
            d -> assertThat(Arrays.equals(d.bytes().toByteArray(), data)).isTrue());
    return stream.toByteArray();
  }
}
