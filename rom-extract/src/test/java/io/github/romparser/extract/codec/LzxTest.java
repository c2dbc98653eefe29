package io.github.romparser.extract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BlockDecoder.Ending;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.testdata.LzxForge;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LZX: every kind of block, and what is none. */
class LzxTest {

  /** Bytes with repetitions near and far, and calls. */
  private static byte[] data(long seed, int length) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    int at = 0;
    while (at < length) {
      int count = Math.min(length - at, 1 + random.nextInt(400));
      int kind = random.nextInt(5);
      for (int i = 0; i < count; i++, at++) {
        int back = 1 + random.nextInt(4);
        bytes[at] =
            switch (kind) {
              case 0 -> (byte) random.nextInt();
              case 1 -> (byte) (i % 17 == 0 ? 0xe8 : i % 17 > 2 ? 0 : i);
              case 2 -> at < back ? 7 : bytes[at - back];
              case 3 -> bytes[Math.max(0, at - 20_000)];
              default -> bytes[Math.max(0, at - 70_000)];
            };
      }
    }
    return bytes;
  }

  private static Ending decode(Lzx lzx, List<byte[]> frames, int size) {
    int left = size;
    for (byte[] frame : frames) {
      int count = Math.min(left, Lzx.FRAME);
      Ending ending = lzx.add(Slice.of(frame), count);
      if (ending != Ending.DONE) {
        return ending;
      }
      left -= count;
    }
    return Ending.DONE;
  }

  private static void assertComesOut(
      byte[] data, int window, int program, List<LzxForge.Block> plan) {
    Lzx lzx = new Lzx(window, FixedAllowance.ample());
    List<byte[]> frames = LzxForge.pack(data, window, program, plan);
    assertThat(decode(lzx, frames, data.length)).isEqualTo(Ending.DONE);
    assertThat(lzx.toSlice().sameBytes(Slice.of(data))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "15, 1", "15, 2", "16, 1", "17, 2", "18, 1", "19, 2", "20, 1", "20, 2", "21, 1", "21, 2"
  })
  void comesOutOfEveryWindow(int window, int type) {
    byte[] data = data(window, 200_000);
    assertComesOut(data, window, 0, List.of(new LzxForge.Block(type, 1 << 20, 0)));
    assertComesOut(data, window, 0, List.of(new LzxForge.Block(type, 30_001, 3)));
  }

  @Test
  void blocksOfAllKindsInTurn() {
    byte[] data = data(1, 150_000);
    List<LzxForge.Block> plan =
        List.of(
            new LzxForge.Block(LzxForge.VERBATIM, 1000, 1),
            new LzxForge.Block(LzxForge.UNCOMPRESSED, 501, 0),
            new LzxForge.Block(LzxForge.ALIGNED, 50_000, 4),
            new LzxForge.Block(LzxForge.UNCOMPRESSED, 40_001, 0),
            // This one ends a frame with an odd byte.
            new LzxForge.Block(LzxForge.VERBATIM, 131_072 - 91_502 - 32_767, 2),
            new LzxForge.Block(LzxForge.UNCOMPRESSED, 32_767, 0),
            new LzxForge.Block(LzxForge.ALIGNED, 7, 0),
            new LzxForge.Block(LzxForge.VERBATIM, 1 << 20, 2));
    assertComesOut(data, 17, 0, plan);
    assertComesOut(data, 17, 90_000, plan);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10, 11, 4096, 32_768, 32_769, 65_536, 100_003})
  void callsAreMadeRelativeAgain(int length) {
    byte[] data = data(2, length);
    for (int program : new int[] {1, 12_000, length + 5, 0x7fff_ffff}) {
      assertComesOut(data, 16, program, List.of(new LzxForge.Block(LzxForge.VERBATIM, 9000, 0)));
    }
  }

  @Property(tries = 60)
  void whatIsPackedComesOut(
      @ForAll long seed, @ForAll @IntRange(max = 100_000) int length, @ForAll boolean program) {
    Random random = new Random(seed);
    LzxForge.Block[] plan = new LzxForge.Block[1 + random.nextInt(5)];
    for (int i = 0; i < plan.length; i++) {
      plan[i] =
          new LzxForge.Block(1 + random.nextInt(3), 1 + random.nextInt(50_000), random.nextInt(4));
    }
    int window = 15 + random.nextInt(7);
    assertComesOut(data(seed, length), window, program ? length : 0, List.of(plan));
  }

  @Property(tries = 300)
  void chanceEndsCleanly(@ForAll long seed, @ForAll @IntRange(max = 3000) int length) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    Lzx lzx = new Lzx(15 + random.nextInt(7), FixedAllowance.ample());
    Ending ending = lzx.add(Slice.of(bytes), Lzx.FRAME);
    assertThat(lzx.toSlice().length()).isLessThanOrEqualTo(Lzx.FRAME);
    assertThat(ending == Ending.DONE).isEqualTo(lzx.toSlice().length() == Lzx.FRAME);
  }

  @Property(tries = 300)
  void changedBytesEndCleanly(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] data = data(seed, 40_000);
    List<LzxForge.Block> plan =
        List.of(
            new LzxForge.Block(1 + random.nextInt(3), 9_999, random.nextInt(3)),
            new LzxForge.Block(1 + random.nextInt(3), 5_000, random.nextInt(3)));
    List<byte[]> frames = LzxForge.pack(data, 15, random.nextInt(2) * 40_000, plan);
    byte[] first = frames.get(0);
    for (int i = 0; i < 3; i++) {
      first[random.nextInt(first.length)] ^= (byte) (1 << random.nextInt(8));
    }
    Lzx lzx = new Lzx(15, FixedAllowance.ample());
    decode(lzx, frames, data.length);
    assertThat(lzx.toSlice().length()).isLessThanOrEqualTo(data.length);
  }

  @Test
  void cutOffAnywhereTheBytesBeforeComeOut() {
    byte[] data = data(4, 6000);
    List<LzxForge.Block> plan =
        List.of(
            new LzxForge.Block(LzxForge.ALIGNED, 2000, 2),
            new LzxForge.Block(LzxForge.UNCOMPRESSED, 2001, 0),
            new LzxForge.Block(LzxForge.VERBATIM, 2000, 0));
    byte[] packed = LzxForge.pack(data, 15, 0, plan).get(0);
    int longest = 0;
    // The last word may hold nothing but what fills it up.
    for (int length = 0; length < packed.length - 2; length++) {
      Lzx lzx = new Lzx(15, FixedAllowance.ample());
      Ending ending = lzx.add(Slice.of(Arrays.copyOf(packed, length)), data.length);
      assertThat(ending).as("%d", length).isIn(Ending.TRUNCATED, Ending.DAMAGED);
      byte[] out = lzx.toSlice().toByteArray();
      assertThat(Arrays.equals(out, Arrays.copyOf(data, out.length))).isTrue();
      longest = Math.max(longest, out.length);
    }
    assertThat(longest).isGreaterThan(5900);
  }

  /** Bits as they are written, and how decoding them ends. */
  private static Ending ending(String bits, int... more) {
    String padded = bits.replace(" ", "");
    padded += "0".repeat((16 - padded.length() % 16) % 16);
    byte[] bytes = new byte[padded.length() / 8 + more.length];
    for (int i = 0; i < padded.length() / 8; i++) {
      bytes[i ^ 1] = (byte) Integer.parseInt(padded.substring(8 * i, 8 * i + 8), 2);
    }
    for (int i = 0; i < more.length; i++) {
      bytes[padded.length() / 8 + i] = (byte) more[i];
    }
    return new Lzx(15, FixedAllowance.ample()).add(Slice.of(bytes), 100);
  }

  @Test
  void whatIsNoBlock() {
    String size = "000000000000000001100100";
    String zeros = "0".repeat(4000);
    assertThat(ending("0 000" + size + zeros)).isEqualTo(Ending.DAMAGED);
    assertThat(ending("0 100" + size + zeros)).isEqualTo(Ending.DAMAGED);
    // Uncompressed, and no room for the offsets.
    assertThat(ending("0 011" + size, 1, 0, 0, 0)).isEqualTo(Ending.DAMAGED);
    assertThat(ending("0 011" + size, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 5))
        .isEqualTo(Ending.TRUNCATED);
    // An empty block.
    assertThat(ending("0 011" + "0".repeat(24), 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 5))
        .isEqualTo(Ending.DAMAGED);
    // Aligned offsets with three words of one bit.
    assertThat(ending("0 010" + size + "001001001" + zeros)).isEqualTo(Ending.DAMAGED);
    // Lengths told by a code of three words of one bit, and by one without any word.
    assertThat(ending("0 001" + size + "000100010001" + zeros)).isEqualTo(Ending.DAMAGED);
    assertThat(ending("0 001" + size + zeros)).isEqualTo(Ending.DAMAGED);
    // "The same" with a difference that is none: symbols 18 and 19 have one bit.
    assertThat(ending("0 001" + size + "0000".repeat(18) + "00010001" + "1 0 0" + zeros))
        .isEqualTo(Ending.DAMAGED);
    // Symbols 17 and 0: a run of zeros to the end, and main lengths that are all zero.
    assertThat(ending("")).isEqualTo(Ending.TRUNCATED);
  }

  @Test
  void sizesThatCannotBe() {
    Lzx lzx = new Lzx(15, FixedAllowance.ample());
    assertThat(lzx.add(Slice.of(new byte[9]), Lzx.FRAME + 1)).isEqualTo(Ending.DAMAGED);
    assertThat(lzx.add(Slice.of(new byte[9]), -1)).isEqualTo(Ending.DAMAGED);
    assertThatIllegalArgumentException().isThrownBy(() -> new Lzx(14, FixedAllowance.ample()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Lzx(22, FixedAllowance.ample()));
  }

  @Test
  void noMoreThanIsAllowed() {
    byte[] data = data(5, 100_000);
    List<byte[]> frames =
        LzxForge.pack(data, 15, 0, List.of(new LzxForge.Block(LzxForge.VERBATIM, 1 << 20, 0)));
    Lzx lzx = new Lzx(15, new FixedAllowance(70_000));
    assertThatThrownBy(() -> decode(lzx, frames, data.length)).isInstanceOf(OverAllowance.class);
  }
}
