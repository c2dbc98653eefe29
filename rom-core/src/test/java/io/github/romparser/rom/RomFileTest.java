package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.testdata.RomForge;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RomFileTest {
  private static RomFile read(String name) {
    return RomReader.read(Slice.of(RomForge.named(name)));
  }

  @Test
  void anotherFindingTakesItsPlaceAmongTheOthers() {
    RomFile rom = read("lsi");
    Finding finding = Finding.of(FindingCode.PERM, new Range(0, 0));
    assertThat(rom.with(finding).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.PERM, FindingCode.UNKNOWN_TYPE);
    assertThat(rom.findings()).extracting(Finding::code).containsExactly(FindingCode.UNKNOWN_TYPE);
    assertThat(rom.with(finding).chains()).isEqualTo(rom.chains());
  }

  @Test
  void theWorstFindingCounts() {
    assertThat(read("minimal").hasFindings(Severity.NOTE)).isFalse();
    assertThat(read("lsi").hasFindings(Severity.NOTE)).isTrue();
    assertThat(read("lsi").hasFindings(Severity.WARNING)).isFalse();
    assertThat(read("doubled").hasFindings(Severity.WARNING)).isTrue();
    assertThat(read("doubled").hasFindings(Severity.ERROR)).isFalse();
    assertThat(read("truncated").hasFindings(Severity.ERROR)).isTrue();
  }

  /** Names in reports are small letters, digits and hyphens, and differ. */
  @Test
  void namesInReports() {
    assertThat(FileKind.values())
        .extracting(FileKind::id)
        .doesNotHaveDuplicates()
        .allMatch(RomFileTest::plain);
    assertThat(EndReason.values())
        .extracting(EndReason::id)
        .doesNotHaveDuplicates()
        .allMatch(RomFileTest::plain);
    assertThat(Prefix.Kind.values())
        .extracting(Prefix.Kind::id)
        .doesNotHaveDuplicates()
        .allMatch(RomFileTest::plain);
    assertThat(Fill.values()).extracting(Fill::id).containsExactly("ff", "00", "data");
    assertThat(Severity.values())
        .extracting(Severity::id)
        .containsExactly("error", "warning", "note");
  }

  private static boolean plain(String id) {
    return id.matches("[a-z0-9-]+") && id.equals(id.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource
  void kindsHaveANameForPeople(FileKind kind) {
    assertThat(kind.title()).isNotBlank().doesNotEndWith(".");
  }
}
