package io.github.romparser.check.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.check.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The measured cases, in real OVMF and in the check. */
class OvmfFirmwareTest {
  @TempDir private static Path room;

  private static final List<MeasuredCase> CASES = OvmfCases.all();

  /** What became of the cases that ran together, in their order. */
  private static final List<Outcome> OUTCOMES = new ArrayList<>();

  @BeforeAll
  static void run() throws IOException {
    FirmwareLab.needOvmf();
    OUTCOMES.addAll(
        new OvmfSeries(new FirmwareLab(room))
            .run(
                CASES.stream().map(MeasuredCase::mounted).toList(),
                (i, outcome) -> outcome.tags().equals(CASES.get(i).runs())));
  }

  static Stream<Arguments> cases() {
    return IntStream.range(0, CASES.size()).mapToObj(i -> Arguments.of(i, CASES.get(i).toString()));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("cases")
  void firmwareAndCheckDoAsMeasured(int number, String name) {
    MeasuredCase measured = CASES.get(number);
    Outcome outcome = OUTCOMES.get(number);
    assertThat(outcome.tags()).as(outcome.log()).isEqualTo(measured.runs());
    assertThat(Comparison.of(Target.OVMF, measured.mounted()).disagreement(outcome)).isEmpty();
  }
}
