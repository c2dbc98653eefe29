package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code explain}. */
class ExplainTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LINE =
      "[   12.3] vfio-pci 0000:01:00.0: Invalid PCI ROM header signature: expecting 0xaa55,"
          + " got 0x564e";

  @Test
  void a_line_quoted_or_not() {
    Run quoted = Run.of("explain", LINE);
    assertThat(quoted.status()).isZero();
    assertThat(quoted.err()).isEmpty();
    assertThat(quoted.out())
        .startsWith(LINE)
        .contains("Linux PCI core (drivers/pci/rom.c)")
        .contains("4E 56: the letters NV")
        .contains("rom-parser trim");
    assertThat(Run.of(("explain " + LINE.replaceAll(" +", " ")).split(" ", -1)).out())
        .contains("the letters NV");
  }

  @Test
  void words_with_a_hyphen_are_words() {
    Run run =
        Run.of(
            "explain",
            "qemu-system-x86_64:",
            "-device",
            "vfio-pci,host=01:00.0,romfile=x:",
            "failed",
            "to",
            "find",
            "romfile",
            "x");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("could not open x:");
    assertThat(Run.of("explain", "-device vfio-pci: failed to find romfile \"x\"").status())
        .isZero();
    Run option = Run.of("explain", "--josn", LINE);
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.err()).contains("--josn").contains("--help");
  }

  @Test
  void lines_of_standard_input() {
    byte[] log =
        (LINE + "\r\n\nsomething else\nError, ran off the end\n").getBytes(StandardCharsets.UTF_8);
    for (String[] args : new String[][] {{"explain"}, {"explain", "-"}}) {
      Run run = Run.with(log, args);
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("the letters NV").contains("rom-parser by awilliam");
      assertThat(run.out()).doesNotContain("something else");
      assertThat(run.err()).isEqualTo("rom-parser: 1 line with nothing about ROMs that is known\n");
    }
  }

  @Test
  void what_is_not_known_is_said_with_status_1() {
    Run run = Run.of("explain", "a", "line", "of", "nobody's");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("rom-parser: not a known message: a line of nobody's\n");
    assertThat(Run.of("explain").status()).isEqualTo(1);
    assertThat(Run.of("explain").err()).isEqualTo("rom-parser: no line given\n");
    Run many = Run.with("x\n".repeat(10).getBytes(StandardCharsets.UTF_8), "explain");
    assertThat(many.err().lines()).hasSize(4);
    assertThat(many.err()).contains("7 more lines");
  }

  @Test
  void the_document_has_the_values() {
    Run run =
        Run.of("explain", "--json", LINE + "\nno such line\nROM size 5 is not a power of two");
    assertThat(run.status()).isZero();
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.propertyNames()).containsExactly("schemaVersion", "lines", "unknownLines");
    assertThat(report.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(report.get("unknownLines").asInt()).isEqualTo(1);
    assertThat(report.at("/lines/0/message").asString()).isEqualTo("linux-header-signature");
    assertThat(report.at("/lines/0/device").asString()).isEqualTo("0000:01:00.0");
    assertThat(report.at("/lines/0/values/got").asString()).isEqualTo("0x564e");
    assertThat(report.at("/lines/1/device").isNull()).isTrue();
    assertThat(report.at("/lines/1/values/romsize").asString()).isEqualTo("5");
    Run none = Run.of("explain", "--format=json", "no such line");
    assertThat(none.status()).isEqualTo(1);
    assertThat(JSON.readTree(none.out()).get("lines")).isEmpty();
    assertThat(
            JSON.readTree(Run.of("explain", "--json", "Video device with shadowed ROM").out())
                .at("/lines/0/values/window")
                .isNull())
        .isTrue();
  }

  @Test
  void hostile_text_is_bounded_and_harmless() {
    byte[] noise = new byte[1 << 20];
    new Random(9).nextBytes(noise);
    assertThat(Run.with(noise, "explain").status()).isEqualTo(1);
    Run zeros = Run.with(new byte[1 << 20], "explain");
    assertThat(zeros.status()).isEqualTo(1);
    assertThat(zeros.err()).hasSizeLessThan(1000);
    Run colour = Run.of("explain", "\u001b[31m" + LINE + "\u001b[0m");
    assertThat(colour.status()).isZero();
    assertThat(colour.out()).doesNotContain("\u001b");
    Run file = Run.of("explain", "failed to find romfile \"\u001b]0;x\u0007\"");
    assertThat(file.out()).doesNotContain("\u001b").doesNotContain("\u0007");
  }
}
