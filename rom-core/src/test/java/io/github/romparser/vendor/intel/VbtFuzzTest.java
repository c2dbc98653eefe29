package io.github.romparser.vendor.intel;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VbtForge;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as a table, a region or an image with a table: what can be asked everything, or none.
 */
final class VbtFuzzTest {

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] bytes) {
    VbtHostileTest.look(Slice.of(bytes));
  }

  static Stream<Arguments> seeds() {
    return Stream.of(
            VbtForge.laptop().mipiSequence(0x20).build(),
            VbtForge.laptop().opRegion(0, false),
            VbtForge.laptop().opRegion(1, true),
            RomForge.named("intel-vbt"))
        .map(Arguments::of);
  }
}
