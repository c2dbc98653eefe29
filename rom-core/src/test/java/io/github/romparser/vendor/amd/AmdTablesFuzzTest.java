package io.github.romparser.vendor.amd;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.RomForge;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an image of AMD's: tables that can be asked everything, or none. */
final class AmdTablesFuzzTest {

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] image) {
    AmdTablesHostileTest.look(Slice.of(image));
  }

  static Stream<Arguments> seeds() {
    return Stream.of("amd-atom-full", "apu-atomfirmware", "ati", "amd-apu")
        .map(RomForge::named)
        .map(Arguments::of);
  }
}
