package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code diff}. */
class DiffTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  static Set<String> layouts() {
    return RomForge.names();
  }

  @ParameterizedTest
  @CsvSource({
    "amd-apu, amd-apu, 0, same",
    "muxless-laptop, muxless-laptop-padded, 0, same-after-trim",
    "shadow, amd-flash, 1, shadow-of (A)",
    "amd-flash, truncated, 1, part-of (B)",
    "amd-flash, amd-three, 1, other-device",
    "isa, amd-three, 1, no-rom"
  })
  void verdict_and_status(String a, String b, int status, String verdict) {
    Run run = Run.of("diff", Samples.write(folder, a), Samples.write(folder, b));
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(System.lineSeparator() + "verdict: " + verdict + ": ");
  }

  @Test
  void image_by_image() {
    byte[] edited = RomForge.named("amd-three");
    edited[0x1000]++;
    edited[0x1001]++;
    edited[0x1800]--;
    edited[0x1800]--;
    Run run =
        Run.of(
            "diff",
            Samples.write(folder, "amd-three"),
            Samples.write(folder, "edited.rom", edited));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("#0 x86 legacy BIOS 1002:73ff")
        .contains("same length, 3 bytes differ in 2 ranges: 0x1000-0x1001 0x1800")
        .containsPattern("#1 EFI driver x64 1002:73ff +identical, 4,096 bytes")
        .containsPattern("#2 EFI driver AArch64 1002:73ff +identical, 4,096 bytes")
        .contains("verdict: other-version: ");
  }

  @Test
  void what_stands_around() {
    Run run =
        Run.of("diff", Samples.write(folder, "turing"), Samples.write(folder, "turing-nvgi3"));
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsPattern("before the ROM +only in B, 5,632 bytes")
        .containsPattern("behind the ROM +only in B, ")
        .contains("more than one ROM");
    assertThat(
            Run.of(
                    "diff",
                    Samples.write(folder, "muxless-laptop"),
                    Samples.write(folder, "muxless-laptop-padded"))
                .out())
        .containsPattern("behind the ROM +only in B, [0-9,]+ bytes of 0xff");
  }

  @Test
  void the_document_has_it_all() {
    String a = Samples.write(folder, "shadow");
    String b = Samples.write(folder, "amd-flash");
    Run run = Run.of("diff", "--json", a, b);
    assertThat(run.status()).isEqualTo(1);
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.propertyNames())
        .containsExactly(
            "schemaVersion",
            "a",
            "b",
            "verdict",
            "subject",
            "equal",
            "images",
            "prefix",
            "trailing",
            "notes");
    assertThat(report.at("/a/name").asString()).isEqualTo(a);
    assertThat(report.get("verdict").asString()).isEqualTo("shadow-of");
    assertThat(report.get("subject").asString()).isEqualTo("a");
    assertThat(report.at("/images/0/state").asString()).isEqualTo("different");
    assertThat(report.at("/images/0/differingBytes").asInt()).isEqualTo(1);
    assertThat(report.at("/images/0/ranges/0/offset").asInt()).isEqualTo(0x1000);
    assertThat(report.at("/images/0/a/initChecksum").asInt()).isNotZero();
    assertThat(report.at("/images/0/b/initChecksum").asInt()).isZero();
    assertThat(report.at("/images/1/state").asString()).isEqualTo("only-b");
    assertThat(report.at("/images/1/a").isNull()).isTrue();
    assertThat(report.at("/images/1/machine").asString()).isEqualTo("8664");
    assertThat(report.at("/notes/0/code").asString()).isEqualTo("sum-wrong-a");
    assertThat(Run.of("diff", "--format", "json", a, b)).isEqualTo(run);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_pair_of_layouts_is_a_screen_and_a_document(String layout) {
    String a = Samples.write(folder, layout);
    String b = Samples.write(folder, "turing");
    assertThat(Run.of("diff", a, b).out().lines().count()).isBetween(3L, 80L);
    assertThat(JSON.readTree(Run.of("diff", "--json", b, a).out()).get("schemaVersion").asInt())
        .isEqualTo(1);
    assertThat(Run.of("diff", a, a).status()).isZero();
  }

  @Test
  void wrong_usage_and_unreadable_files_are_status_2() {
    String rom = Samples.write(folder, "minimal");
    Run missing = Run.of("diff", rom, folder + "/missing");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.err()).isEqualTo("rom-parser: " + folder + "/missing: No such file\n");
    assertThat(Run.of("diff", folder.toString(), rom).status()).isEqualTo(2);
    assertThat(Run.of("diff", rom).status()).isEqualTo(2);
    assertThat(Run.of("diff", rom, rom, rom).status()).isEqualTo(2);
    assertThat(Run.of("diff", "-", "-").status()).isEqualTo(2);
    assertThat(Run.with(RomForge.named("minimal"), "diff", "-", rom).status()).isZero();
    assertThat(Run.with(RomForge.named("minimal"), "diff", rom, "-").status()).isZero();
  }
}
