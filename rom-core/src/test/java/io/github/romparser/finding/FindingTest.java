package io.github.romparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
  private static final Range START = new Range(0, 1);

  @Test
  void theTextsCarryTheArguments() {
    Finding finding =
        Finding.of(
            FindingCode.CONTAINER_PREFIX,
            new Range(0, 0x600),
            new Argument.Offset(0x600),
            new Argument.Size(0x600),
            new Argument.Says(Phrase.NVGI));
    assertThat(finding.message())
        .isEqualTo(
            "The ROM starts at 0x600, behind 1,536 bytes of an NVIDIA flash header (NVGI); guest"
                + " firmware looks only at byte 0.");
    assertThat(finding.advice()).isEqualTo("Cut off what is in front; nothing has to be edited.");
    assertThat(finding.command()).contains("rom-parser trim FILE -o OUT");
  }

  @Test
  void theSeverityIsThatOfTheCodeUnlessItIsGiven() {
    Finding usual = Finding.of(FindingCode.EMPTY, START);
    assertThat(usual.severity()).isEqualTo(Severity.ERROR);
    Finding note = usual.as(Severity.NOTE);
    assertThat(note.severity()).isEqualTo(Severity.NOTE);
    assertThat(note.as(Severity.ERROR)).isEqualTo(usual);
  }

  @Test
  void theWorstComesFirstAndThenThePlaceAndThenTheCode() {
    Finding error = Finding.of(FindingCode.CHECKSUM, new Range(9, 1));
    Finding early = Finding.of(FindingCode.SHADOW, START);
    Finding later = Finding.of(FindingCode.EDITED, START);
    Finding warning = Finding.of(FindingCode.BIG, new Range(1, 1));
    Finding note = Finding.of(FindingCode.TRAILING, START);
    List<Finding> findings = new ArrayList<>(List.of(note, warning, later, early, error));
    findings.sort(Finding.WORST_FIRST);
    assertThat(findings).containsExactly(error, early, later, warning, note);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR, true",
    "ERROR, NOTE, true",
    "WARNING, ERROR, false",
    "WARNING, WARNING, true",
    "NOTE, WARNING, false"
  })
  void aSeverityIsAtLeastAnother(Severity severity, Severity other, boolean atLeast) {
    assertThat(severity.atLeast(other)).isEqualTo(atLeast);
  }
}
