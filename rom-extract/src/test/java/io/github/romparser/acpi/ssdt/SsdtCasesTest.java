package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.testdata.RomCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the findings about tables for a guest. */
class SsdtCasesTest {

  static List<RomCase> cases() {
    return RomCase.all().stream().filter(c -> c.question().orElse("").equals("acpi ssdt")).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_finding_is_as_the_case_says(RomCase romCase) {
    Optional<Finding> finding =
        RomSsdt.tooLarge(Slice.of(romCase.bytes()))
            .filter(f -> f.code().id().equals(romCase.code()));
    assertThat(finding.isPresent()).isEqualTo(romCase.fires());
    if (finding.isPresent()) {
      assertThat(finding.get().severity().id()).isEqualTo(romCase.severity().orElseThrow());
      assertThat(finding.get().range().offset()).isEqualTo(romCase.offset().orElseThrow());
      assertThat(finding.get().range().length()).isEqualTo(romCase.length().orElseThrow());
      assertThat(finding.get().message() + finding.get().advice())
          .contains("2,031,616 bytes", "1,966,080 bytes")
          .doesNotContain("{", "}", "  ");
    }
  }

  @Test
  void there_is_a_case() {
    assertThat(cases()).extracting(RomCase::code).contains("SSDT-TOO-LARGE");
  }
}
