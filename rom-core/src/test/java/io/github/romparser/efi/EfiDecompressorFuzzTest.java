package io.github.romparser.efi;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.StoreStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a stream: an output of the size that they name, or a reason. */
final class EfiDecompressorFuzzTest {
  private static final int LIMIT = 1 << 20;

  @MethodSource("seeds")
  @FuzzTest
  void decompresses(byte[] stream) {
    for (Variant variant : Variant.values()) {
      Slice slice = Slice.of(stream);
      Results.assertWithin(EfiDecompressor.decompress(slice, variant, LIMIT), slice, LIMIT);
    }
  }

  static Stream<Arguments> seeds() {
    byte[] driver = Arrays.copyOf(PeForge.x64().build(), 0x200);
    return Stream.of(
            new byte[8],
            StoreStream.of(driver),
            RandomEncoder.encode(driver, Variant.EFI_1_1, new Random(1)),
            RandomEncoder.encode(driver, Variant.TIANO, new Random(2)),
            RandomEncoder.encode(new byte[5000], Variant.EFI_1_1, new Random(3)))
        .map(Arguments::of);
  }
}
