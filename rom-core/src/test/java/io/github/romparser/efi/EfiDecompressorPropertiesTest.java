package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Result;
import io.github.romparser.efi.EfiDecompressor.Variant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Streams from an encoder that does everything the format allows, and what chance makes of them.
 */
final class EfiDecompressorPropertiesTest {
  private static final int LIMIT = 1 << 20;

  @Property(tries = 400)
  void whatWasEncodedComesOut(
      @ForAll long seed, @ForAll Variant variant, @ForAll @IntRange(max = 20_000) int size) {
    Random random = new Random(seed);
    byte[] data = RandomData.of(size, random);
    byte[] stream = RandomEncoder.encode(data, variant, random);

    Result result = EfiDecompressor.decompress(Slice.of(stream), variant, size);

    assertThat(result).isEqualTo(new Decompressed(Slice.of(data), stream.length));
  }

  @Property(tries = 20)
  void tianoReachesFurtherBack(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] half = new byte[30_000];
    random.nextBytes(half);
    byte[] data = Bytes.of(new byte[60_000]).put(0, half).put(30_000, half).array();
    byte[] stream = RandomEncoder.encode(data, Variant.TIANO, random);

    Result result = EfiDecompressor.decompress(Slice.of(stream), Variant.TIANO, data.length);

    assertThat(result).isEqualTo(new Decompressed(Slice.of(data), stream.length));
    assertThat(stream.length).isLessThan(50_000);
  }

  @Property(tries = 2000)
  void changedBitsNeverThrow(
      @ForAll long seed, @ForAll Variant variant, @ForAll @IntRange(min = 1, max = 400) int size) {
    Random random = new Random(seed);
    byte[] stream = RandomEncoder.encode(RandomData.of(size, random), variant, random);
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      stream[random.nextInt(stream.length)] ^= (byte) (1 << random.nextInt(8));
    }

    Result result = EfiDecompressor.decompress(Slice.of(stream), variant, LIMIT);

    Results.assertWithin(result, Slice.of(stream), LIMIT);
  }

  @Property(tries = 2000)
  void noiseNeverThrows(
      @ForAll byte[] noise, @ForAll Variant variant, @ForAll @IntRange(max = LIMIT) int size) {
    Slice stream =
        Bytes.of(new byte[8 + noise.length])
            .u32(0, noise.length)
            .u32(4, size)
            .put(8, noise)
            .slice();

    Results.assertWithin(EfiDecompressor.decompress(stream, variant, LIMIT), stream, LIMIT);
  }
}
