package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.efi.LhaDecompressor.Method;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is compressed comes back. */
final class EfiCompressorPropertiesTest {

  @Property(tries = 100)
  void madeDataComesBack(
      @ForAll long seed, @ForAll Variant variant, @ForAll @IntRange(max = 40_000) int size) {
    assertBack(RandomData.of(size, new Random(seed)), variant);
  }

  @Property(tries = 200)
  void anyBytesComeBack(@ForAll byte[] data, @ForAll Variant variant) {
    assertBack(data, variant);
  }

  @Property(tries = 60)
  void lhaReadsWhatIsWrittenForIt(
      @ForAll long seed, @ForAll Method method, @ForAll @IntRange(max = 40_000) int size) {
    Slice data = Slice.of(RandomData.of(size, new Random(seed)));
    BitWriter out = new BitWriter(0, size);
    EfiCompressor.bits(data, method.format(), out);
    Slice bits = Slice.of(out.toByteArray());

    assertThat(LhaDecompressor.decompress(bits, method, size))
        .isEqualTo(new Decompressed(data, size == 0 ? 0 : bits.length()));
  }

  private static void assertBack(byte[] data, Variant variant) {
    Slice stream = EfiCompressor.compress(Slice.of(data), variant);
    int consumed = data.length == 0 ? 8 : stream.length() - 1;

    assertThat(EfiDecompressor.decompress(stream, variant, data.length))
        .isEqualTo(new Decompressed(Slice.of(data), consumed));
    assertThat(EfiCompressor.compress(Slice.of(data), variant)).isEqualTo(stream);
  }
}
