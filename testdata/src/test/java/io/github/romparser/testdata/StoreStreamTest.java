package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreStreamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 16383, 16384, 16385, 40000})
  void theStreamHoldsTheBytesAsTheyAre(int length) {
    byte[] data = Noise.of(5, length);
    byte[] stream = StoreStream.of(data);
    assertThat(stream.length).isLessThanOrEqualTo(StoreStream.bound(length));
    assertThat(Walk.u32(stream, 0)).isEqualTo(stream.length - 8);
    assertThat(Walk.u32(stream, 4)).isEqualTo(length);
    Bits bits = new Bits(Arrays.copyOfRange(stream, 8, stream.length));
    byte[] read = new byte[length];
    for (int at = 0; at < length; ) {
      int end = at + bits.take(16);
      assertThat(bits.take(5 + 5)).isEqualTo(10);
      assertThat(bits.take(9)).isEqualTo(256);
      assertThat(bits.take(4 + 4)).isZero();
      while (at < end) {
        read[at++] = (byte) bits.take(8);
      }
    }
    assertThat(read).isEqualTo(data);
    assertThat(bits.left()).isBetween(8, 15);
  }

  @Test
  void nothingIsAnEmptyStream() {
    assertThat(StoreStream.of(new byte[0])).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void theEfiImageHoldsItsDriver() {
    byte[] rom = RomForge.named("amd-three");
    for (int at : new int[] {0x2000, 0x3000}) {
      int stream = at + Walk.u16(rom, at + 0x16);
      assertThat(Walk.u32(rom, at + 4)).isEqualTo(0x0EF1);
      assertThat(Walk.u16(rom, at + 0x0C)).isEqualTo(1);
      assertThat(stream + 8 + Walk.u32(rom, stream)).isLessThan(at + 0x1000);
      Bits bits = new Bits(Arrays.copyOfRange(rom, stream + 8, at + 0x1000));
      assertThat(bits.take(16)).isEqualTo(Walk.u32(rom, stream + 4));
      assertThat(bits.take(27)).isEqualTo(10 << 17 | 256 << 8);
      assertThat(bits.take(16)).isEqualTo('M' << 8 | 'Z');
    }
  }

  /** Takes bits from the top. */
  private static final class Bits {
    private final BigInteger all;
    private int left;

    Bits(byte[] bytes) {
      this.all = new BigInteger(1, bytes);
      this.left = 8 * bytes.length;
    }

    int take(int count) {
      int value = 0;
      for (int i = 0; i < count; i++) {
        left--;
        value = value << 1 | (all.testBit(left) ? 1 : 0);
      }
      return value;
    }

    int left() {
      return left;
    }
  }
}
