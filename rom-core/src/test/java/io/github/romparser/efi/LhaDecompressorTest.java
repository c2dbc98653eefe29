package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Failure;
import io.github.romparser.efi.EfiDecompressor.Reason;
import io.github.romparser.efi.EfiDecompressor.Result;
import io.github.romparser.efi.LhaDecompressor.Beginning;
import io.github.romparser.efi.LhaDecompressor.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LhaDecompressorTest {

  @Property(tries = 150)
  void whatWasEncodedComesOut(
      @ForAll long seed, @ForAll Method method, @ForAll @IntRange(max = 10_000) int size) {
    Random random = new Random(seed);
    byte[] data = withSpaces(size, random);
    byte[] bits = RandomEncoder.encode(data, method, random);

    assertThat(LhaDecompressor.decompress(Slice.of(bits), method, size))
        .isEqualTo(new Decompressed(Slice.of(data), bits.length));
  }

  @Property(tries = 600)
  void changedBitsNeverThrow(
      @ForAll long seed, @ForAll Method method, @ForAll @IntRange(min = 1, max = 300) int size) {
    Random random = new Random(seed);
    byte[] bits = RandomEncoder.encode(withSpaces(size, random), method, random);
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      bits[random.nextInt(bits.length)] ^= (byte) (1 << random.nextInt(8));
    }
    assertWithin(bits, method, random.nextInt(100_000));
  }

  @ParameterizedTest
  @EnumSource
  void spacesStandBeforeTheOutput(Method method) {
    // One symbol, a repetition of four, and one position symbol, 5: 16 to 31 bytes less one back.
    BitSink bits = block(method, 3, 256 + 1, 5).put(4, 3).put(4, 0).put(4, 15);

    assertThat(text(decompress(bits, method, 12))).isEqualTo(" ".repeat(12));
  }

  @Test
  void aRepetitionMayBeginBeforeTheOutputAndEndInIt() {
    // "a", "b", then eight bytes from four back, in blocks of one symbol each.
    BitSink bits = new BitSink();
    bits.put(16, 1).put(10, 0).put(9, 0).put(9, 'a').put(8, 0);
    bits.put(16, 1).put(10, 0).put(9, 0).put(9, 'b').put(8, 0);
    bits.put(16, 1).put(10, 0).put(9, 0).put(9, 256 + 5).put(4, 0).put(4, 2).put(1, 1);

    assertThat(text(decompress(bits, Method.LH5, 10))).isEqualTo("ab  ab  ab");
    assertThat(text(decompress(bits, Method.LH5, 3))).isEqualTo("ab ");
    assertThat(text(decompress(bits, Method.LH5, 5))).isEqualTo("ab  a");
  }

  @Test
  void positionSymbolsAreThoseOfTheMethod() {
    for (Method method : Method.values()) {
      int last = method.format().positions() - 1;
      BitSink known = block(method, 1, 256, last).put(last - 1, 0);
      assertThat(text(decompress(known, method, 3))).isEqualTo("   ");
      assertThat(decompress(block(method, 1, 256, last + 1), method, 3))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.reason()).isEqualTo(Reason.UNKNOWN_SYMBOL));
    }
  }

  @Test
  void tablesAreComplete() {
    BitSink one = new BitSink().put(16, 1).put(5, 1).put(3, 1).put(16, 0);

    assertThat(decompress(one, Method.LH5, 1))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.reason()).isEqualTo(Reason.CODE_INCOMPLETE));
  }

  @ParameterizedTest
  @EnumSource
  void cutBitsNeverThrow(Method method) {
    byte[] data = withSpaces(500, new Random(3));
    byte[] bits = RandomEncoder.encode(data, method, new Random(4));
    for (int length = 0; length <= bits.length; length++) {
      assertWithin(Arrays.copyOf(bits, length), method, data.length);
    }
  }

  @Test
  void theSizeIsTheCallers() {
    Slice nothing = Slice.of(new byte[0]);

    assertThat(LhaDecompressor.decompress(nothing, Method.LH5, 0))
        .isEqualTo(new Decompressed(nothing, 0));
    assertThat(LhaDecompressor.decompress(Slice.of(new byte[9]).from(4), Method.LH5, 0))
        .isEqualTo(new Decompressed(nothing, 0));
    // Two gigabytes are asked for, and not allocated.
    assertThat(LhaDecompressor.decompress(Slice.of(new byte[9]).from(4), Method.LH5, 0x7fff_fff0))
        .isInstanceOf(Failure.class);
    assertThatThrownBy(() -> LhaDecompressor.decompress(nothing, Method.LH5, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void whatCameOutBeforeTheEndIsKept(Method method) {
    byte[] data = withSpaces(500, new Random(3));
    byte[] bits = RandomEncoder.encode(data, method, new Random(4));
    Beginning whole = LhaDecompressor.beginning(Slice.of(bits), method, data.length);
    assertThat(whole).isEqualTo(new Beginning(Slice.of(data), bits.length, Optional.empty()));

    Slice cut = Slice.of(Arrays.copyOf(bits, bits.length / 2));
    Beginning half = LhaDecompressor.beginning(cut, method, data.length);
    assertThat(half.failure()).map(Failure::reason).contains(Reason.ENDS_EARLY);
    // A few bits that are missing count as zeros, and what they give is wrong.
    assertThat(half.bytes().length()).isLessThan(data.length);
    int right = 0;
    while (right < half.bytes().length() && half.bytes().u8(right) == (data[right] & 0xff)) {
      right++;
    }
    assertThat(right).isBetween(100, half.bytes().length());
    assertThatThrownBy(() -> LhaDecompressor.beginning(cut, method, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void methodsHaveTheirNames() {
    assertThat(Arrays.stream(Method.values()).map(Method::id))
        .containsExactly("-lh4-", "-lh5-", "-lh6-", "-lh7-");
  }

  static void assertWithin(byte[] bits, Method method, int size) {
    Slice input = Slice.of(bits);
    Result result = LhaDecompressor.decompress(input, method, size);
    if (result instanceof Decompressed output) {
      assertThat(output.bytes().length()).isEqualTo(size);
      assertThat(output.consumed()).isBetween(0, bits.length);
    } else {
      assertThat(((Failure) result).offset()).isBetween(0L, (long) bits.length);
    }
  }

  /** Data that begins with spaces, as often as not. */
  static byte[] withSpaces(int size, Random random) {
    byte[] data = RandomData.of(size, random);
    Arrays.fill(data, 0, random.nextBoolean() ? random.nextInt(size + 1) : 0, (byte) ' ');
    return data;
  }

  /** A block of one symbol and one position symbol, neither of which takes bits. */
  private static BitSink block(Method method, int count, int symbol, int position) {
    int width = method.format().positionBits();
    return new BitSink()
        .put(16, count)
        .put(10, 0)
        .put(9, 0)
        .put(9, symbol)
        .put(width, 0)
        .put(width, position);
  }

  private static Result decompress(BitSink bits, Method method, int size) {
    return LhaDecompressor.decompress(Slice.of(bits.bits()), method, size);
  }

  private static String text(Result result) {
    assertThat(result).isInstanceOf(Decompressed.class);
    byte[] bytes = ((Decompressed) result).bytes().toByteArray();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
