package io.github.romparser.check.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.check.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The measured cases, in real SeaBIOS and in the check. */
class SeaBiosFirmwareTest {
  @TempDir private static Path room;

  @BeforeAll
  static void needed() {
    FirmwareLab.needSeaBios();
  }

  static List<MeasuredCase> cases() {
    return SeaBiosCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void firmwareAndCheckDoAsMeasured(MeasuredCase measured) throws IOException {
    Outcome outcome = new FirmwareLab(room).seaBios(measured.mounted());
    assertThat(outcome.tags()).as(outcome.log()).isEqualTo(measured.runs());
    assertThat(Comparison.of(Target.SEABIOS, measured.mounted()).disagreement(outcome)).isEmpty();
  }
}
