package io.github.romparser.rom;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.testdata.RomForge;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays the layouts in every build. With JAZZER_FUZZ=1 in the environment it begins with them and
 * goes on with whatever reaches code that nothing before has reached:
 *
 * <pre>{@code JAZZER_FUZZ=1 mvn -pl testdata,rom-core -Dtest=RomReaderFuzzTest test}</pre>
 */
class RomReaderFuzzTest {
  /** Larger seeds make every step slow, and their headers are those of smaller ones. */
  private static final int LARGEST_SEED = 0x1_0000;

  static Stream<byte[]> seeds() {
    return RomForge.names().stream()
        .map(RomForge::named)
        .filter(bytes -> bytes.length <= LARGEST_SEED);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readingHoldsTheInvariants(byte[] bytes) {
    RomFile rom = Invariants.readTwice(Slice.of(bytes));
    for (Finding finding : rom.findings()) {
      if (finding.message().contains("{") || finding.advice().contains("{")) {
        throw new AssertionError(finding.toString());
      }
    }
  }
}
