package io.github.romparser.efi;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.efi.LhaDecompressor.Method;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as the bits of an LHA method: an output of the size asked for, or a reason. */
final class LhaDecompressorFuzzTest {

  @MethodSource("seeds")
  @FuzzTest
  void decompresses(byte[] bits) {
    for (Method method : Method.values()) {
      for (int size : new int[] {0, 1, 600, 1 << 20}) {
        LhaDecompressorTest.assertWithin(bits, method, size);
      }
    }
  }

  static Stream<Arguments> seeds() {
    byte[] data = LhaDecompressorTest.withSpaces(600, new Random(1));
    return Stream.concat(
            Stream.of(new byte[0], new byte[9]),
            Stream.of(Method.values()).map(m -> RandomEncoder.encode(data, m, new Random(2))))
        .map(Arguments::of);
  }
}
