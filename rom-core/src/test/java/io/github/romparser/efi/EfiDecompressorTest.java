package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Failure;
import io.github.romparser.efi.EfiDecompressor.Reason;
import io.github.romparser.efi.EfiDecompressor.Result;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.StoreStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EfiDecompressorTest {
  private static final byte[] DRIVER = PeForge.x64().build();
  private static final byte[] STREAM = StoreStream.of(DRIVER);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 4095, 4096, 4097, 16384, 16385, 100_000})
  void literalsComeOut(int size) {
    byte[] data = new byte[size];
    new Random(size).nextBytes(data);
    byte[] stream = StoreStream.of(data);

    // The encoder, like edk2's, writes one byte that nobody needs.
    assertThat(efi(stream)).isEqualTo(new Decompressed(Slice.of(data), stream.length - 1));
  }

  @Test
  void nothingComesOutOfAnEmptyStream() {
    assertThat(efi(StoreStream.of(new byte[0])))
        .isEqualTo(new Decompressed(Slice.of(new byte[0]), 8));
    assertThat(efi(new byte[8])).isEqualTo(new Decompressed(Slice.of(new byte[0]), 8));
  }

  @Test
  void whatFollowsTheStreamIsNotRead() {
    byte[] padded = Arrays.copyOf(STREAM, STREAM.length + 500);
    Arrays.fill(padded, STREAM.length, padded.length, (byte) 0xff);

    assertThat(efi(padded)).isEqualTo(new Decompressed(Slice.of(DRIVER), STREAM.length - 1));
  }

  @Test
  void theStreamMayStandAnywhere() {
    byte[] file = new byte[STREAM.length + 100];
    Slice stream = Bytes.of(file).put(60, STREAM).slice().slice(60, STREAM.length);

    assertThat(decompress(stream)).isEqualTo(new Decompressed(Slice.of(DRIVER), STREAM.length - 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void aStreamHasAHeader(int length) {
    Slice stream = Slice.of(new byte[20]).slice(5, length);

    assertThat(decompress(stream)).isEqualTo(new Failure(5, Reason.NO_HEADER));
  }

  @Test
  void theSizeLiesWithinTheInput() {
    byte[] stream = STREAM.clone();
    assertFails(Bytes.of(stream).u32(0, STREAM.length - 7), Reason.SIZE_BEYOND_INPUT);
    assertFails(Bytes.of(stream).u32(0, 0xffff_ffffL), Reason.SIZE_BEYOND_INPUT);
    assertThat(efi(Bytes.of(stream).u32(0, STREAM.length - 8).array()))
        .isInstanceOf(Decompressed.class);
  }

  @Test
  void theLimitIsAskedFirst() {
    Slice stream = Slice.of(STREAM);

    assertThat(EfiDecompressor.decompress(stream, Variant.EFI_1_1, DRIVER.length))
        .isInstanceOf(Decompressed.class);
    assertThat(EfiDecompressor.decompress(stream, Variant.EFI_1_1, DRIVER.length - 1L))
        .isEqualTo(new Failure(4, Reason.LIMIT));
    assertThat(
            EfiDecompressor.decompress(
                Bytes.of(STREAM.clone()).u32(4, 0xffff_ffffL).slice(),
                Variant.EFI_1_1,
                Long.MAX_VALUE))
        .isEqualTo(new Failure(4, Reason.LIMIT));
  }

  @Test
  void aSmallerSizeEndsSooner() {
    byte[] start = Arrays.copyOf(DRIVER, 100);

    assertThat(efi(Bytes.of(STREAM.clone()).u32(4, 100).array()))
        .isInstanceOfSatisfying(
            Decompressed.class,
            output -> {
              assertThat(output.bytes()).isEqualTo(Slice.of(start));
              assertThat(output.consumed()).isEqualTo(STREAM.length - 1 - (DRIVER.length - 100));
            });
  }

  @Test
  void aLargerSizeIsNotMadeUp() {
    // Behind the end come zeros: another block of one, and then no more.
    assertFails(Bytes.of(STREAM.clone()).u32(4, 0x20000), Reason.ENDS_EARLY);
    // Two gigabytes are promised by a kilobyte, and not allocated.
    assertFails(Bytes.of(STREAM.clone()).u32(4, 0x7fff_fff0L), Reason.ENDS_EARLY);
    assertFails(new BitSink(), 1, Reason.ENDS_EARLY);
  }

  @Test
  void missingBitsAreZeros() {
    // 4 bits for each of 16 symbols; the last 14 are the first, code 0000, and not written.
    BitSink bits = sixteenSymbols(16).put(4, 1).put(4, 2);

    assertThat(efi(bits.stream(16)))
        .isInstanceOfSatisfying(
            Decompressed.class,
            output -> {
              assertThat(output.bytes().u8(0)).isEqualTo(1);
              assertThat(output.bytes().u8(15)).isEqualTo(0);
            });
  }

  @Test
  void fewBitsMayBeMissing() {
    assertThat(efi(sixteenSymbols(16).put(4, 1).stream(16))).isInstanceOf(Decompressed.class);
    assertFails(sixteenSymbols(60).put(4, 1), 60, Reason.ENDS_EARLY);
  }

  @Test
  void oneSymbolTakesNoBits() {
    byte[] expected = new byte[65536];
    Arrays.fill(expected, (byte) 'A');
    // A count of 0 is 65536.
    BitSink bits = new BitSink().put(16, 0).put(10, 0).put(18, 'A').put(8, 0);

    assertThat(efi(bits.stream(65536))).isEqualTo(new Decompressed(Slice.of(expected), 8 + 7));
  }

  @Test
  void repetitionsOverlap() {
    BitSink bits = twoSymbols('x', 256 + 7, 3).put(8, 0).put(1, 0).put(1, 1);

    assertThat(text(efi(bits.stream(11)))).isEqualTo("xxxxxxxxxxx");
  }

  @Test
  void aRepetitionIsCutAtTheEnd() {
    BitSink bits = twoSymbols('x', 256 + 253, 2).put(8, 0).put(1, 0).put(1, 1);

    assertThat(text(efi(bits.stream(5)))).isEqualTo("xxxxx");
  }

  @Test
  void repetitionsReachBackToTheStartAndNoFurther() {
    // Position symbol 1 is two bytes back.
    BitSink right = twoSymbols('x', 256, 3).put(8, 1).put(1, 0).put(1, 0).put(1, 1);
    BitSink wrong = twoSymbols('x', 256, 2).put(8, 1).put(1, 0).put(1, 1);

    assertThat(text(efi(right.stream(5)))).isEqualTo("xxxxx");
    assertFails(wrong, 4, Reason.REFERENCE_BEFORE_START);
  }

  @Test
  void theFurthestPositionsAreRead() {
    // Symbol 30 and its 29 bits: a gigabyte back.
    BitSink bits =
        new BitSink().put(16, 1).put(10, 0).put(18, 256).put(10, 30).put(29, (1 << 29) - 1);

    assertThat(EfiDecompressor.decompress(Slice.of(bits.stream(4)), Variant.TIANO, 4))
        .isEqualTo(new Failure(8 + 11, Reason.REFERENCE_BEFORE_START));
  }

  @Test
  void symbolsAreKnown() {
    BitSink lengths = new BitSink().put(16, 1).put(5, 0).put(5, 19);
    assertFails(lengths, 1, Reason.UNKNOWN_SYMBOL);
    BitSink symbols = new BitSink().put(16, 1).put(10, 0).put(9, 0).put(9, 510);
    assertFails(symbols, 1, Reason.UNKNOWN_SYMBOL);
    BitSink positions = new BitSink().put(16, 1).put(10, 0).put(18, 0).put(5, 0).put(5, 31);
    assertThat(EfiDecompressor.decompress(Slice.of(positions.stream(1)), Variant.TIANO, 1))
        .isEqualTo(new Failure(8 + 7, Reason.UNKNOWN_SYMBOL));
  }

  @Test
  void codesAreComplete() {
    // Lengths of the code of code lengths: three, then two bits that count zeros.
    BitSink one = new BitSink().put(16, 1).put(5, 1).put(3, 1);
    assertFails(one, 1, Reason.CODE_INCOMPLETE);
    BitSink three = new BitSink().put(16, 1).put(5, 3).put(3, 1).put(3, 1).put(3, 1).put(2, 0);
    assertFails(three, 1, Reason.CODE_OVERSUBSCRIBED);
    // Twice too much is nothing in 16 bits.
    BitSink four =
        new BitSink().put(16, 1).put(5, 4).put(3, 1).put(3, 1).put(3, 1).put(2, 0).put(3, 1);
    assertFails(four, 1, Reason.CODE_OVERSUBSCRIBED);
    // Code lengths of bytes: all 1, for one byte and for three.
    assertFails(symbolsOfLength1(1), 1, Reason.CODE_INCOMPLETE);
    assertFails(symbolsOfLength1(3), 1, Reason.CODE_OVERSUBSCRIBED);
    assertThat(efi(symbolsOfLength1(2).stream(1))).isInstanceOf(Decompressed.class);
    // Positions.
    BitSink position = new BitSink().put(16, 1).put(10, 0).put(18, 0).put(4, 1).put(3, 2);
    assertFails(position, 1, Reason.CODE_INCOMPLETE);
  }

  @Test
  void codesHave16BitsAtMost() {
    // 7 is 111 0, and each further one is one more.
    assertFails(new BitSink().put(16, 1).put(5, 1).put(17, 0x1ffff), 1, Reason.CODE_TOO_LONG);
    BitSink longest = new BitSink().put(16, 1).put(5, 1).put(13, 0x1ffe);
    assertFails(longest, 1, Reason.CODE_INCOMPLETE);
  }

  @Test
  void anEmptyCodeIsNotUsed() {
    // The code of code lengths.
    assertFails(new BitSink().put(16, 1).put(5, 1).put(3, 0).put(9, 1), 1, Reason.CODE_EMPTY);
    // The code of bytes: one length, and that is none.
    assertFails(new BitSink().put(16, 1).put(10, 0).put(9, 1).put(8, 0), 1, Reason.CODE_EMPTY);
    // The code of positions, where a repetition needs it, and where none does.
    BitSink used = new BitSink().put(16, 1).put(10, 0).put(18, 256).put(4, 1).put(3, 0);
    assertFails(used, 3, Reason.CODE_EMPTY);
    BitSink unused = new BitSink().put(16, 1).put(10, 0).put(18, 'x').put(4, 1).put(3, 0);
    assertThat(text(efi(unused.stream(1)))).isEqualTo("x");
  }

  @Test
  void lengthsOfNoSymbolAreForgotten() {
    // 20 lengths for 19 symbols: two of one bit, zeros, and one that stands for nothing.
    BitSink bits = new BitSink().put(16, 1).put(5, 20).put(3, 1).put(3, 1).put(3, 0).put(2, 3);
    for (int i = 6; i < 19; i++) {
      bits.put(3, 0);
    }
    bits.put(3, 5).put(9, 0).put(9, 'x').put(8, 0);

    assertThat(text(efi(bits.stream(1)))).isEqualTo("x");
  }

  @ParameterizedTest
  @EnumSource
  void aCutStreamNeverThrows(Variant variant) {
    byte[] data = Arrays.copyOf(DRIVER, 600);
    byte[] whole = RandomEncoder.encode(data, variant, new Random(7));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Reason reason = length < 8 ? Reason.NO_HEADER : Reason.SIZE_BEYOND_INPUT;
      assertThat(EfiDecompressor.decompress(Slice.of(cut), variant, 600))
          .isEqualTo(new Failure(0, reason));
      if (length >= 8) {
        Slice stream = Bytes.of(cut).u32(0, length - 8).slice();
        Results.assertWithin(EfiDecompressor.decompress(stream, variant, 600), stream, 600);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyFlippedBitNeverThrows(Variant variant) {
    byte[] whole = RandomEncoder.encode(Arrays.copyOf(DRIVER, 600), variant, new Random(8));
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (0x80 >>> bit % 8);
      Slice stream = Slice.of(flipped);
      Results.assertWithin(EfiDecompressor.decompress(stream, variant, 1 << 20), stream, 1 << 20);
    }
  }

  /** A block of symbols 0 to 15, each of 4 bits; no symbol is written yet. */
  private static BitSink sixteenSymbols(int count) {
    // Code lengths have one symbol, 6, which is length 4.
    return new BitSink().put(16, count).put(5, 0).put(5, 6).put(9, 16).put(8, 0);
  }

  /** A block of two symbols of one bit each; the code of positions is to follow. */
  private static BitSink twoSymbols(int first, int second, int count) {
    // Code lengths of one bit each: 0 for a run of zeros, 1 for length 1.
    BitSink bits = new BitSink().put(16, count);
    bits.put(5, 4).put(3, 0).put(3, 0).put(3, 1).put(2, 0).put(3, 1);
    bits.put(9, second + 1);
    zeros(bits, first);
    bits.put(1, 1);
    zeros(bits, second - first - 1);
    return bits.put(1, 1);
  }

  private static void zeros(BitSink bits, int count) {
    bits.put(1, 0).put(9, count - 20);
  }

  /** A block of one symbol, whose code has {@code count} symbols of one bit. */
  private static BitSink symbolsOfLength1(int count) {
    return new BitSink().put(16, 1).put(5, 0).put(5, 3).put(9, count).put(8, 0).put(1, 0);
  }

  private static void assertFails(Bytes stream, Reason reason) {
    assertThat(decompress(stream.slice()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }

  private static void assertFails(BitSink bits, int size, Reason reason) {
    assertFails(Bytes.of(bits.stream(size)), reason);
  }

  private static String text(Result result) {
    assertThat(result).isInstanceOf(Decompressed.class);
    byte[] bytes = ((Decompressed) result).bytes().toByteArray();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Result efi(byte[] stream) {
    return decompress(Slice.of(stream));
  }

  private static Result decompress(Slice stream) {
    return EfiDecompressor.decompress(stream, Variant.EFI_1_1, Integer.MAX_VALUE);
  }
}
