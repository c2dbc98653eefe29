package io.github.romparser.extract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.Lznt1Forge;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** LZNT1: chunks that are packed, plain, and none. */
class Lznt1Test {

  private static Decoded decode(String hex, long size) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return Lznt1.decode(Slice.of(bytes), size, FixedAllowance.ample());
  }

  private static Optional<Trouble.Reason> reason(Decoded decoded) {
    return decoded.trouble().map(Trouble::reason);
  }

  @Property(tries = 200)
  void whatIsPackedComesOut(@ForAll long seed, @ForAll @IntRange(max = 20_000) int length) {
    Random random = new Random(seed);
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      int back = 1 + random.nextInt(60);
      data[i] = random.nextInt(9) == 0 || i < back ? (byte) random.nextInt() : data[i - back];
    }
    Decoded decoded = Lznt1.decode(Slice.of(Lznt1Forge.pack(data)), length, FixedAllowance.ample());
    assertThat(decoded.bytes().sameBytes(Slice.of(data))).isTrue();
    assertThat(decoded.trouble()).isEmpty();
  }

  @Property(tries = 300)
  void chanceEndsCleanly(@ForAll long seed, @ForAll @IntRange(max = 9000) int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    for (int at = 1; at < length; at += 2 + length / 5) {
      bytes[at] = (byte) 0xbf;
    }
    Decoded decoded = Lznt1.decode(Slice.of(bytes), 60_000, FixedAllowance.ample());
    assertThat(decoded.bytes().length()).isLessThanOrEqualTo(60_000);
  }

  /** The example of [MS-XCA] 3.3, made shorter: three bytes, then nine more from three back. */
  @Test
  void aRepetitionOverlapsItself() {
    assertThat(decode("06 b0 08 61 62 63 06 20 00", 12).bytes().latin1(0, 12))
        .isEqualTo("abcabcabcabc");
  }

  @Test
  void aShortChunkBeforeAnotherIsFilledUp() {
    Decoded decoded = decode("01 30 41 42 00 30 43", 4097);
    assertThat(decoded.trouble()).isEmpty();
    assertThat(decoded.bytes().latin1(0, 2)).isEqualTo("AB");
    assertThat(decoded.bytes().slice(2, 4094).fill()).hasValue(0);
    assertThat(decoded.bytes().u8(4096)).isEqualTo('C');
  }

  @Test
  void nothingBehindTheSize() {
    Decoded decoded = decode("03 30 41 42 43 44 ff ff", 2);
    assertThat(decoded.bytes().latin1(0, 2)).isEqualTo("AB");
    assertThat(decoded.trouble()).isEmpty();
  }

  @Test
  void endsEarly() {
    assertThat(reason(decode("", 9))).contains(Trouble.Reason.TRUNCATED);
    assertThat(reason(decode("03", 9))).contains(Trouble.Reason.TRUNCATED);
    assertThat(reason(decode("03 30 41 42 43 44 00 00 11", 9))).contains(Trouble.Reason.TRUNCATED);
    Decoded plain = decode("07 30 41 42", 8);
    assertThat(plain.bytes().latin1(0, 2)).isEqualTo("AB");
    assertThat(reason(plain)).contains(Trouble.Reason.TRUNCATED);
    Decoded packed = decode("07 b0 00 41 42", 8);
    assertThat(packed.bytes().length()).isEqualTo(2);
    assertThat(reason(packed)).contains(Trouble.Reason.TRUNCATED);
    // In the midst of a repetition.
    Decoded token = decode("07 b0 02 41 00", 8);
    assertThat(token.bytes().length()).isEqualTo(1);
    assertThat(reason(token)).contains(Trouble.Reason.TRUNCATED);
  }

  @Test
  void damaged() {
    assertThat(reason(decode("03 50 41 42 43 44", 4))).contains(Trouble.Reason.DAMAGED);
    // A repetition before the chunk's start, as its first and as its second token.
    assertThat(reason(decode("02 b0 01 00 00", 4))).contains(Trouble.Reason.DAMAGED);
    assertThat(reason(decode("03 b0 02 41 00 10", 4))).contains(Trouble.Reason.DAMAGED);
    // More than 4 KiB: the second repetition, and a byte behind a full chunk.
    assertThat(reason(decode("05 b0 06 41 fc 0f fc 0f", 9000))).contains(Trouble.Reason.DAMAGED);
    assertThat(reason(decode("04 b0 02 41 fc 0f 41", 9000))).contains(Trouble.Reason.DAMAGED);
  }

  @Test
  void noMoreThanIsAllowed() {
    byte[] packed = Lznt1Forge.pack(new byte[1 << 20]);
    assertThatThrownBy(() -> Lznt1.decode(Slice.of(packed), 1 << 20, new FixedAllowance(200_000)))
        .isInstanceOf(OverAllowance.class);
    assertThat(Lznt1.plausible(Slice.of(packed))).isTrue();
    assertThat(Lznt1.plausible(Slice.of(Arrays.copyOf(packed, 2)))).isFalse();
    assertThat(Lznt1.plausible(Slice.of(new byte[9]))).isFalse();
  }
}
