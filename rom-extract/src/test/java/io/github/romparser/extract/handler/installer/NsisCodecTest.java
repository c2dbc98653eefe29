package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.NsisStreams;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NSIS's own deflate and bzip2, and how streams are told from each other. */
final class NsisCodecTest {

  private static Slice bytes(Decoded decoded) {
    assertThat(decoded.trouble()).isEmpty();
    return decoded.bytes();
  }

  private static Decoded deflate(byte[] packed) {
    return NsisDeflate.decode(Slice.of(packed), FixedAllowance.ample());
  }

  private static Decoded bzip2(byte[] packed) {
    return NsisBzip2.decode(Slice.of(packed), FixedAllowance.ample());
  }

  private static Trouble.Reason reason(Decoded decoded) {
    return decoded.trouble().orElseThrow().reason();
  }

  /** Bits, the lowest of each byte first: what is written first stands last. */
  private static byte[] bits(String... pieces) {
    StringBuilder all = new StringBuilder();
    for (String piece : pieces) {
      all.append(new StringBuilder(piece.replace(" ", "")).reverse());
    }
    byte[] bytes = new byte[all.length() / 8 + 1];
    for (int i = 0; i < all.length(); i++) {
      bytes[i / 8] |= (byte) ((all.charAt(i) - '0') << (i % 8));
    }
    return bytes;
  }

  /** Text that repeats itself at all distances, so that all kinds of codes occur. */
  private static byte[] likeText(int seed, int length) {
    Random random = new Random(seed);
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] =
          i > 300 && random.nextInt(4) > 0
              ? data[i - 1 - random.nextInt(Math.min(i, 30_000)) / 7 * 7 % i]
              : (byte) random.nextInt(40);
    }
    return data;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 70_000, 300_000})
  void deflateOfEveryKind(int length) {
    byte[] data = likeText(length, length);
    assertThat(bytes(deflate(NsisStreams.deflate(data))).toByteArray()).isEqualTo(data);
    assertThat(bytes(deflate(NsisStreams.stored(data))).toByteArray()).isEqualTo(data);
    byte[] both = join(NsisStreams.storedBlocks(data), NsisStreams.deflate(data));
    assertThat(bytes(deflate(both)).toByteArray()).isEqualTo(join(data, data));
    byte[] usual = join(NsisStreams.storedBlocks(data, true), NsisStreams.deflate(data));
    assertThat(bytes(deflate(usual)).toByteArray()).isEqualTo(join(data, data));
    byte[] same = new byte[length];
    assertThat(bytes(deflate(NsisStreams.deflate(same))).toByteArray()).isEqualTo(same);
  }

  @Test
  void deflateThatIsWrong() {
    assertThat(reason(deflate(bits("1", "11")))).isEqualTo(Trouble.Reason.DAMAGED);
    assertThat(reason(deflate(new byte[0]))).isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(reason(deflate(new byte[] {0, 9, 0, 1}))).isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(deflate(new byte[] {0, 9, 0, 1}).bytes().toByteArray()).containsExactly(1);
    // A repetition before there is anything: length 3 is 0000001, distance 1 is 00000.
    assertThat(reason(deflate(bits("1", "01", "1000000", "00000"))))
        .isEqualTo(Trouble.Reason.DAMAGED);
    // Symbol 286 is 11000110, and stands for nothing.
    assertThat(reason(deflate(bits("1", "01", "01100011")))).isEqualTo(Trouble.Reason.DAMAGED);
    // Codes without a single word, and a repetition of the length before the first.
    assertThat(reason(deflate(bits("1", "10", "00000", "00000", "0000", "000000000000"))))
        .isEqualTo(Trouble.Reason.DAMAGED);
    assertThat(reason(deflate(bits("1", "10", "00000", "00000", "0000", "001", "000000000", "0"))))
        .isEqualTo(Trouble.Reason.DAMAGED);
    // Only the symbol for eleven to 138 zeros: too many.
    byte[] zeros =
        bits(
            "1", "10", "00000", "00000", "0000", "000", "000", "001", "000", "0", "1111111", "0",
            "1111111");
    assertThat(reason(deflate(zeros))).isEqualTo(Trouble.Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 255, 259, 10_000, 25_000})
  void bzip2OfEveryKind(int length) {
    byte[] data = likeText(length, length);
    assertThat(bytes(bzip2(NsisStreams.bzip2(data))).toByteArray()).isEqualTo(data);
    byte[] same = new byte[length];
    Arrays.fill(same, (byte) 0x41);
    assertThat(bytes(bzip2(NsisStreams.bzip2(same))).toByteArray()).isEqualTo(same);
  }

  @Test
  void bzip2ThatIsWrong() {
    byte[] good = NsisStreams.bzip2(likeText(1, 500));
    assertThat(bytes(bzip2(NsisStreams.bzip2(new byte[0]))).length()).isZero();
    assertThat(reason(bzip2(Arrays.copyOf(good, good.length / 2))))
        .isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(reason(bzip2(new byte[] {0x32}))).isEqualTo(Trouble.Reason.DAMAGED);
    byte[] origin = good.clone();
    origin[1] = 1;
    assertThat(reason(bzip2(origin))).isEqualTo(Trouble.Reason.DAMAGED);
    // No bytes; then one table, seven tables, no groups, a selector of a table that is not there.
    assertThat(reason(bzip2(HexFormat.of().parseHex("31000000" + "0000" + "0000"))))
        .isEqualTo(Trouble.Reason.DAMAGED);
    String a = "31000000" + "8000" + "8000";
    for (String rest : new String[] {"2001", "e001", "40000000", "4001ffff"}) {
      assertThat(reason(bzip2(HexFormat.of().parseHex(a + rest + "0000"))))
          .as(rest)
          .isEqualTo(Trouble.Reason.DAMAGED);
    }
    // Two tables, one group, its selector, a code of length 0.
    assertThat(reason(bzip2(HexFormat.of().parseHex(a + "40004000" + "00000000"))))
        .isEqualTo(Trouble.Reason.DAMAGED);
  }

  @Test
  void noMoreThanAllowed() {
    byte[] data = new byte[100_000];
    FixedAllowance little = new FixedAllowance(50_000);
    assertThatThrownBy(() -> NsisDeflate.decode(Slice.of(NsisStreams.deflate(data)), little))
        .isInstanceOf(OverAllowance.class);
    FixedAllowance less = new FixedAllowance(3_000_000);
    assertThatThrownBy(() -> NsisBzip2.decode(Slice.of(NsisStreams.bzip2(data)), less))
        .isInstanceOf(OverAllowance.class);
  }

  @Test
  void kindsOfStreams() {
    byte[] data = likeText(1, 3000);
    assertThat(NsisMethod.of(Slice.of(NsisSpecimens.lzma(data)))).isEqualTo(NsisMethod.LZMA);
    for (byte[] packed :
        new byte[][] {NsisSpecimens.filtered(data), NsisSpecimens.unfiltered(data)}) {
      assertThat(NsisMethod.of(Slice.of(packed))).isEqualTo(NsisMethod.FILTERED_LZMA);
      assertThat(
              bytes(NsisMethod.FILTERED_LZMA.decode(Slice.of(packed), FixedAllowance.ample()))
                  .toByteArray())
          .isEqualTo(data);
    }
    assertThat(NsisMethod.of(Slice.of(NsisStreams.bzip2(data)))).isEqualTo(NsisMethod.BZIP2);
    assertThat(NsisMethod.of(Slice.of(new byte[] {0x31, 14}))).isEqualTo(NsisMethod.DEFLATE);
    assertThat(NsisMethod.of(Slice.of(new byte[] {0x31}))).isEqualTo(NsisMethod.DEFLATE);
    assertThat(NsisMethod.of(Slice.of(new byte[] {0x5d, 0, 0, 1, 0, 1, 0})))
        .isEqualTo(NsisMethod.DEFLATE);
    assertThat(NsisMethod.of(Slice.of(new byte[] {0x5d, 0, 0, 1, 0, 0, (byte) 0x80})))
        .isEqualTo(NsisMethod.DEFLATE);
    Slice shortOne = Slice.of(new byte[] {0x5d, 0});
    assertThat(reason(NsisMethod.LZMA.decode(shortOne, FixedAllowance.ample())))
        .isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(NsisMethod.STORED.decode(shortOne, FixedAllowance.ample()).bytes())
        .isEqualTo(shortOne);
  }

  @ParameterizedTest
  @EnumSource(NsisMethod.class)
  void noBytes(NsisMethod method) {
    Slice one = Slice.of(new byte[1]);
    assertThat(method.decode(one, FixedAllowance.ample()).bytes().length()).isLessThan(2);
  }

  @Property(tries = 500)
  void anyBytesEndCleanly(
      @ForAll @Size(max = 500) byte[] packed, @ForAll @IntRange(max = 3) int n) {
    FixedAllowance allowance = new FixedAllowance(8 << 20);
    packed = packed.clone();
    if (packed.length > 2) {
      packed[0] = (byte) (n == 0 ? 0x31 : n == 1 ? (packed[0] & ~7) | 5 : packed[0]);
      packed[1] = n == 0 ? 0 : packed[1];
    }
    try {
      assertThat(deflate(packed).bytes()).isNotNull();
      assertThat(NsisBzip2.decode(Slice.of(packed), allowance).bytes()).isNotNull();
    } catch (OverAllowance e) {
      assertThat(e.kind()).isEqualTo(OverAllowance.Kind.BYTES);
    }
  }

  @Property(tries = 100)
  void whatIsPackedIsUnpacked(@ForAll @Size(max = 3000) byte[] data) {
    assertThat(bytes(bzip2(NsisStreams.bzip2(data))).toByteArray()).isEqualTo(data);
    assertThat(bytes(deflate(NsisStreams.stored(data))).toByteArray()).isEqualTo(data);
  }

  /** Damage in the midst of a stream that is right up to there. */
  @Property(tries = 200)
  void changedStreams(@ForAll @IntRange(max = 2000) int seed) {
    byte[] data = likeText(seed, 4000);
    for (byte[] packed : new byte[][] {NsisStreams.bzip2(data), NsisStreams.deflate(data)}) {
      packed[seed % packed.length] ^= (byte) (1 << seed % 8);
      assertThat(deflate(packed).bytes()).isNotNull();
      assertThat(bzip2(packed).bytes()).isNotNull();
    }
  }
}
