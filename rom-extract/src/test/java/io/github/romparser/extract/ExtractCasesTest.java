package io.github.romparser.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.finding.Finding;
import io.github.romparser.testdata.RomCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the findings that a search makes. */
class ExtractCasesTest {

  static List<RomCase> cases() {
    return RomCase.all().stream()
        .filter(c -> c.question().orElse("").startsWith("extract"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_finding_is_as_the_case_says(RomCase romCase) {
    List<Finding> findings = ask(romCase).findings();
    Stream<Finding> wanted =
        findings.stream().filter(finding -> finding.code().id().equals(romCase.code()));
    if (romCase.fires()) {
      assertThat(wanted)
          .as("%s", findings)
          .anySatisfy(
              f -> {
                assertThat(f.severity().id()).isEqualTo(romCase.severity().orElseThrow());
                assertThat(f.range().offset())
                    .isEqualTo(romCase.offset().orElse(f.range().offset()));
                assertThat(f.message() + f.advice()).doesNotContain("{", "}", "  ");
              });
    } else {
      assertThat(wanted).isEmpty();
    }
  }

  private static Extraction ask(RomCase romCase) {
    ExtractOptions options = ExtractOptions.usual();
    String[] words = romCase.question().orElseThrow().split("\\s+", -1);
    Optional<PciDevice> card = Optional.empty();
    String name = "file";
    for (int i = 1; i < words.length; i++) {
      String value = words[i].substring(words[i].indexOf('=') + 1);
      if (words[i].startsWith("device=")) {
        card = PciDevice.parse(value);
      } else if (words[i].startsWith("name=")) {
        name = value;
      } else if (words[i].startsWith("parts=")) {
        options = options.with(Budget.usual().counts(16, 96, Integer.parseInt(value)));
      } else {
        throw new IllegalArgumentException(words[i]);
      }
    }
    Extraction found = Extractor.extract(name, Slice.of(romCase.bytes()), options);
    return card.map(found::forCard).orElse(found);
  }

  @Test
  void there_are_cases_for_all_of_them() {
    assertThat(cases().stream().map(RomCase::code).distinct())
        .contains(
            "NO-ROM-INSIDE",
            "UNKNOWN-COMPRESSION",
            "UNKNOWN-INSTALLER",
            "ENCRYPTED-IMAGE",
            "PACKED-UPX",
            "RAR-ARCHIVE",
            "INSTALLSHIELD",
            "NOT-UNPACKED",
            "ENCRYPTED",
            "ONLY-INTEGRATED",
            "ALREADY-A-ROM",
            "NO-MATCH",
            "SEARCH-ENDED");
  }
}
