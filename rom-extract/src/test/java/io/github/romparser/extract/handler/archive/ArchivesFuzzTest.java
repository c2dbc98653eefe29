package io.github.romparser.extract.handler.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extractor;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, searched with all formats: no handler fails. */
final class ArchivesFuzzTest {
  private static final Budget SMALL =
      Budget.usual().bytes(4 << 20, 16 << 20, 64 << 20).counts(6, 24, 2000);

  private static final ExtractOptions OPTIONS = ExtractOptions.usual().threads(1).with(SMALL);

  static Stream<byte[]> seeds() {
    return Specimens.all().map(Specimens.Specimen::bytes);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void searching(byte[] bytes) {
    Search.assertSane(Extractor.extract("fuzz", Slice.of(bytes), OPTIONS));
  }
}
