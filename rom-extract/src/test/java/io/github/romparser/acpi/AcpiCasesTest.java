package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.RomCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the findings that reading the ACPI side makes. */
class AcpiCasesTest {

  static List<RomCase> cases() {
    return RomCase.all().stream()
        .filter(c -> c.question().orElse("").matches("acpi (vfct|rom|scan)\\b.*"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFindingIsAsTheCaseSays(RomCase romCase) {
    List<Finding> findings = ask(romCase);
    Stream<Finding> wanted =
        findings.stream().filter(finding -> finding.code().id().equals(romCase.code()));
    if (!romCase.fires()) {
      assertThat(wanted).isEmpty();
      return;
    }
    assertThat(wanted)
        .as("%s", findings)
        .anySatisfy(
            f -> {
              assertThat(f.severity().id()).isEqualTo(romCase.severity().orElseThrow());
              assertThat(f.range().offset()).isEqualTo(romCase.offset().orElse(f.range().offset()));
              assertThat(f.range().length()).isEqualTo(romCase.length().orElse(f.range().length()));
              assertThat(f.message() + f.advice()).doesNotContain("{", "}", "  ");
            });
  }

  private static List<Finding> ask(RomCase romCase) {
    Slice bytes = Slice.of(romCase.bytes());
    String[] words = romCase.question().orElseThrow().split("\\s+", -1);
    return switch (words[1]) {
      case "vfct" -> Vfct.read(bytes).findings();
      case "scan" -> AmlScanner.scan(AcpiTables.read(bytes).tables()).findings();
      case "rom" -> RomChunks.read(inputs(bytes, words), false).findings();
      default -> throw new IllegalArgumentException(words[1]);
    };
  }

  private static List<DumpSource.Input> inputs(Slice bytes, String[] words) {
    int size = Math.max(1, bytes.length());
    int skip = -1;
    List<DumpSource.Input> inputs = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      String value = words[i].substring(words[i].indexOf('=') + 1);
      if (words[i].startsWith("pieces=")) {
        size = Integer.parseInt(value);
      } else if (words[i].startsWith("skip=")) {
        skip = Integer.parseInt(value);
      } else if (words[i].startsWith("beside=")) {
        byte[] text = DumpTextForge.text(value, new byte[20]);
        inputs.add(new DumpSource.Input("beside", Slice.of(text)));
      } else {
        throw new IllegalArgumentException(words[i]);
      }
    }
    for (int at = 0; at < bytes.length(); at += size) {
      if (at / size != skip) {
        inputs.add(new DumpSource.Input("rom." + at / size, bytes.clamp(at, size)));
      }
    }
    return inputs;
  }

  @Test
  void thereAreCasesForAllOfThem() {
    assertThat(cases().stream().map(RomCase::code).distinct()).hasSizeGreaterThanOrEqualTo(31);
  }
}
