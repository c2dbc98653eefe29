package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.testdata.PeForge;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes: what is compressed comes back. */
final class EfiCompressorFuzzTest {

  @MethodSource("seeds")
  @FuzzTest
  void comesBack(byte[] data) {
    for (Variant variant : Variant.values()) {
      Slice stream = EfiCompressor.compress(Slice.of(data), variant);
      int consumed = data.length == 0 ? 8 : stream.length() - 1;
      assertThat(EfiDecompressor.decompress(stream, variant, data.length))
          .isEqualTo(new Decompressed(Slice.of(data), consumed));
    }
  }

  static Stream<Arguments> seeds() {
    return Stream.of(
            new byte[0],
            new byte[] {1},
            new byte[3000],
            PeForge.x64().build(),
            RandomData.of(20_000, new Random(1)),
            RandomData.of(100_000, new Random(2)))
        .map(Arguments::of);
  }
}
