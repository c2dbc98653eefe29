package io.github.romparser.efi;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as an executable: headers that can be asked everything, also the debug path, or none.
 */
final class PeImageFuzzTest {

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] file) {
    PeImageTest.look(Slice.of(file));
  }

  static Stream<Arguments> seeds() {
    return Stream.concat(
            Stream.of(PeFiles.pe32Plus(), PeFiles.pe32(), PeFiles.te(), PeFiles.signed()),
            PeImageTest.withDebug().stream())
        .map(Arguments::of);
  }
}
