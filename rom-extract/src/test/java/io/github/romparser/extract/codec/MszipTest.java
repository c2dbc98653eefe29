package io.github.romparser.extract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BlockDecoder.Ending;
import io.github.romparser.extract.handler.FixedAllowance;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** MSZIP: blocks that go on with what was before, and what is none. */
class MszipTest {

  private static byte[] block(byte[] before, byte[] data) {
    Deflater deflater = new Deflater(9, true);
    if (before.length > 0) {
      deflater.setDictionary(before);
    }
    deflater.setInput(data);
    deflater.finish();
    byte[] packed = new byte[2 * data.length + 64];
    packed[0] = 'C';
    packed[1] = 'K';
    int length = deflater.deflate(packed, 2, packed.length - 2);
    deflater.end();
    return Arrays.copyOf(packed, length + 2);
  }

  @Test
  void aBlockRepeatsTheOneBefore() {
    byte[] data = new byte[30_000];
    new Random(1).nextBytes(data);
    byte[] second = block(data, data);
    assertThat(second).hasSizeLessThan(1000);
    try (Mszip mszip = new Mszip(FixedAllowance.ample())) {
      assertThat(mszip.add(Slice.of(block(new byte[0], data)), 30_000)).isEqualTo(Ending.DONE);
      assertThat(mszip.add(Slice.of(second), 30_000)).isEqualTo(Ending.DONE);
      byte[] out = mszip.toSlice().toByteArray();
      assertThat(Arrays.mismatch(Arrays.copyOf(out, 30_000), data)).isEqualTo(-1);
      assertThat(Arrays.mismatch(Arrays.copyOfRange(out, 30_000, 60_000), data)).isEqualTo(-1);
    }
  }

  private static void assertEnds(byte[] packed, int size, Ending ending, int there) {
    try (Mszip mszip = new Mszip(FixedAllowance.ample())) {
      assertThat(mszip.add(Slice.of(packed), size)).isEqualTo(ending);
      assertThat(mszip.toSlice().length()).isEqualTo(there);
    }
  }

  @Test
  void whatIsNoBlock() {
    byte[] data = new byte[2000];
    new Random(2).nextBytes(data);
    byte[] block = block(new byte[0], data);
    assertEnds(block, 2000, Ending.DONE, 2000);
    assertEnds(block, 1500, Ending.DONE, 1500);
    assertEnds(block, 2001, Ending.DAMAGED, 2000);
    assertEnds(new byte[] {'C'}, 9, Ending.TRUNCATED, 0);
    assertEnds(new byte[] {'C', 'L', 0}, 9, Ending.DAMAGED, 0);
    assertEnds(new byte[] {'C', 'K'}, 9, Ending.TRUNCATED, 0);
    assertEnds(new byte[] {'C', 'K', 7}, 9, Ending.DAMAGED, 0);
    // A stored piece of three bytes, and then something that is none.
    assertEnds(new byte[] {'C', 'K', 0, 3, 0, -4, -1, 'a', 'b', 'c', 7}, 9, Ending.DAMAGED, 3);
  }

  @Property(tries = 200)
  void chanceEndsCleanly(@ForAll long seed, @ForAll @IntRange(max = 2000) int length) {
    byte[] bytes = new byte[length + 2];
    new Random(seed).nextBytes(bytes);
    bytes[0] = 'C';
    bytes[1] = 'K';
    try (Mszip mszip = new Mszip(FixedAllowance.ample())) {
      Ending ending = mszip.add(Slice.of(bytes), 32_768);
      assertThat(ending == Ending.DONE).isEqualTo(mszip.toSlice().length() == 32_768);
    }
  }
}
