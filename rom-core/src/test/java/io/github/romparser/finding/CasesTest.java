package io.github.romparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.Question;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.Golden;
import io.github.romparser.testdata.RomCase;
import io.github.romparser.vendor.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of every finding: it fires where it shall, and is silent where it shall not. */
class CasesTest {
  /** Those that are not asked of a search or of the ACPI side, which are another module's. */
  static List<RomCase> cases() {
    return RomCase.all().stream()
        .filter(c -> !c.question().orElse("").matches("(extract|acpi)\\b.*"))
        .toList();
  }

  private static List<Finding> findings(RomCase romCase) {
    return romCase
        .question()
        .map(question -> Question.ask(question, romCase.bytes()))
        .orElseGet(() -> Inside.all(RomReader.read(Slice.of(romCase.bytes()))));
  }

  /**
   * The places, numbers and words in the sentences ({@code -Dgolden.write=FOLDER} writes them
   * anew).
   */
  @Test
  void theSentencesAreAsTheGoldenTextHasThem() throws IOException {
    StringBuilder text = new StringBuilder();
    for (RomCase romCase : cases()) {
      if (romCase.fires()) {
        text.append("# ").append(romCase.code()).append(": ").append(romCase.title()).append('\n');
        findings(romCase).stream()
            .filter(finding -> finding.code().id().equals(romCase.code()))
            .forEach(
                finding ->
                    text.append(finding.range())
                        .append(' ')
                        .append(finding.message())
                        .append('\n'));
      }
    }
    String target = System.getProperty("golden.write", "");
    if (!target.isEmpty()) {
      Files.writeString(Path.of(target).resolve("sentences.txt"), text);
    }
    assertThat(text.toString()).isEqualTo(Golden.text("sentences.txt").orElse("no golden text"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFindingIsAsTheCaseSays(RomCase romCase) {
    List<Finding> findings = findings(romCase);
    Stream<Finding> wanted =
        findings.stream().filter(finding -> finding.code().id().equals(romCase.code()));
    if (romCase.fires()) {
      assertThat(wanted).as("%s", findings).anyMatch(finding -> matches(finding, romCase));
    } else {
      assertThat(wanted).isEmpty();
    }
    checkTexts(findings);
  }

  private static boolean matches(Finding finding, RomCase romCase) {
    return romCase.severity().orElse(finding.severity().id()).equals(finding.severity().id())
        && romCase.offset().orElse(finding.range().offset()) == finding.range().offset()
        && romCase.length().orElse(finding.range().length()) == finding.range().length();
  }

  private static void checkTexts(List<Finding> findings) {
    SoftAssertions softly = new SoftAssertions();
    for (Finding finding : findings) {
      assertThat(finding.command().orElse("")).doesNotContain("{", "}", "  ");
      for (String text : List.of(finding.message(), finding.advice())) {
        softly
            .assertThat(text)
            .as(finding.code().id())
            .isNotBlank()
            .doesNotContain("{", "}", "  ")
            .isEqualTo(text.strip())
            .matches(FindingCodeTest.SENTENCE);
      }
      softly
          .assertThat(finding.arguments())
          .as(finding.code().id())
          .hasSize(FindingCodeTest.places(finding.code()))
          .allSatisfy(argument -> assertThat(argument.text()).isNotBlank());
    }
    softly.assertAll();
  }
}
