package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code check}: the verdict in the first line, exit statuses, JSON, wrong usage. */
class CheckTest {

  private static final String ALL =
      "ovmf,seabios,qemu,linux,coreboot,nouveau,nova,amdgpu,radeon,i915";

  @TempDir private Path folder;

  static Set<String> layouts() {
    return RomForge.names();
  }

  @Test
  void a_good_rom_is_told_in_one_line() {
    String rom = Samples.write(folder, "ipxe");
    Run run = Run.of("check", rom, "--for", "seabios");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            rom + ": usable for seabios; nothing to trim, no hex editing needed\n");
  }

  @Test
  void the_default_is_ovmf_and_seabios() {
    Run run = Run.of("check", Samples.write(folder, "nvgi2"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines().findFirst().orElseThrow())
        .endsWith("nvgi2.rom: NOT usable for ovmf and seabios");
    assertThat(run.out())
        .contains("error CONTAINER-PREFIX at 0x0")
        .containsPattern("→ rom-parser trim \\S+nvgi2.rom -o nvgi2-new.rom");
  }

  @Test
  void one_yes_and_one_no_are_both_in_the_first_line() {
    Run run = Run.of("check", Samples.write(folder, "efi-only"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines().findFirst().orElseThrow())
        .endsWith("NOT usable for seabios; usable for ovmf");
    assertThat(run.out())
        .contains("error EFI-ONLY (seabios)")
        .contains("note UNSIGNED at 0x0 (ovmf)");
  }

  @Test
  void a_muxless_card_is_told_that_nothing_has_to_be_done() {
    Run run = Run.of("check", Samples.write(folder, "muxless-laptop"), "--for", "ovmf");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines().findFirst().orElseThrow())
        .endsWith("NOT usable for ovmf, and nothing has to be done");
    assertThat(run.out()).contains("note NO-EFI");
  }

  @Test
  void a_finding_is_told_once_at_its_worst() {
    byte[] cut = java.util.Arrays.copyOf(RomForge.named("desktop-nvidia"), 0x1c00);
    Run run = Run.of("check", Samples.write(folder, "cut.rom", cut));
    assertThat(run.out().lines().filter(line -> line.contains(" TRUNCATED")))
        .containsExactly("error TRUNCATED at 0x1800 (ovmf)");
  }

  @Test
  void what_can_be_trimmed_is_told() {
    Run run = Run.of("check", Samples.write(folder, "amd-flash"), "--for", "seabios");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("usable for seabios\n")
        .contains("note TRAILING at 0x3000")
        .contains("amd-flash.rom -o amd-flash-new.rom");
  }

  @Test
  void verbose_tells_every_step() {
    Run run = Run.of("check", Samples.write(folder, "amd-three"), "-v", "--for", "seabios");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("seabios, step by step:")
        .contains("  Attempting to map option rom on dev 1002:73ff")
        .contains("  Running option rom at 0x0, 8192 bytes");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void json_fits_its_schema(String layout) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Run.of("check", "--schema").out());
    Run run =
        Run.with(
            RomForge.named(layout), "check", "-", "--for", ALL, "--json", "--device", "10de:1c03");
    assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.get("device").asString()).isEqualTo("10de:1c03");
    assertThat(report.get("targets")).hasSize(10);
    assertThat(schema.validate("{\"schemaVersion\": 1}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void json_has_the_promised_names() {
    Run run = Run.with(RomForge.named("amd-three"), "check", "-", "--json", "--arch", "aa64");
    JsonNode ovmf = new ObjectMapper().readTree(run.out()).get("targets").get(0);
    assertThat(ovmf.get("target").asString()).isEqualTo("ovmf");
    assertThat(ovmf.get("accepted").asBoolean()).isTrue();
    assertThat(ovmf.get("image").asInt()).isEqualTo(2);
    assertThat(ovmf.get("findings").isArray()).isTrue();
    assertThat(ovmf.get("trace")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--device, 10de1c03, is no device id",
    "--device, 4318:7171x, is no device id",
    "--device, 10de:1c0, is no device id",
    "--device, 0x10de:0x1c03, is no device id",
    "--for, bios, unknown target 'bios'",
    "--arch, arm, unknown architecture 'arm'",
    "--rombar, 2, --rombar takes 0 or 1",
    "--bar-size, 0, --bar-size takes",
    "--bar-size, 64K, --bar-size",
    "--lspci, /nowhere/lspci.txt, '/nowhere/lspci.txt: No such file'",
  })
  void wrong_usage_is_one_clear_line(String option, String value, String message) {
    Run run = Run.of("check", Samples.write(folder, "minimal"), option, value);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rom-parser: ").contains(message);
    assertThat(run.err()).doesNotContain("at io.github");
  }

  @Test
  void a_missing_file_is_one_line() {
    Run run = Run.of("check", folder + "/none.rom");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("rom-parser: " + folder + "/none.rom: No such file\n");
    assertThat(Run.of("check").status()).isEqualTo(2);
    assertThat(Run.of("check", "-", "--lspci", "-").err())
        .contains("cannot both be standard input");
  }

  @Test
  void the_card_comes_from_lspci() {
    String listing =
        """
        00:02.0 VGA compatible controller [0300]: Intel Corporation A [8086:3e9b]
        01:00.0 VGA compatible controller [0300]: Some Vendor B [10de:1b80] (rev a1)
        \tSubsystem: Board Maker C [1043:8589]
        \tKernel driver in use: vfio-pci
        01:00.1 Audio device [0403]: Some Vendor D [10de:10f0] (rev a1)
        """;
    String rom = Samples.write(folder, "desktop-nvidia");
    Run run =
        Run.with(listing.getBytes(StandardCharsets.UTF_8), "check", rom, "--lspci", "-", "--json");
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.get("device").asString()).isEqualTo("10de:1b80");
    assertThat(run.out()).contains("\"SUBSYS\"").contains("\"DEVICE\"");
    Run nothing =
        Run.with("nothing here".getBytes(StandardCharsets.UTF_8), "check", rom, "--lspci", "-");
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err()).contains("no PCI device with ids is listed");
  }
}
