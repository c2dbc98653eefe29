package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code list}. */
class ListTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  static Set<String> layouts() {
    return RomForge.names();
  }

  @Test
  void one_line_a_file() {
    String card = Samples.write(folder, "amd-three");
    String apu = Samples.write(folder, "amd-apu");
    Run run = Run.of("list", card, apu);
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out().lines().toList().get(0))
        .matches(
            "1002:73ff  030000  16,384  [0-9a-f]{12}  00 03\\(x64\\) 03\\(AArch64\\)  113-FORGED-001  option-rom +"
                + ".*amd-three.rom");
    assertThat(run.out().lines().toList().get(1))
        .matches(
            "1002:1638  030000   8,192  [0-9a-f]{12}  00 +113-FORGED-001 +option-rom +.*amd-apu.rom");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_layout_is_one_line_and_one_document(String layout) {
    byte[] rom = RomForge.named(layout);
    assertThat(Run.with(rom, "list", "-").out().lines()).hasSize(1);
    assertThat(Run.with(rom, "list", "-").out().length()).isLessThan(250);
    for (String more : new String[] {"--format=json", "--by-content"}) {
      JsonNode report = JSON.readTree(Run.with(rom, "list", "--json", more, "-").out());
      assertThat(report.propertyNames().iterator().next()).isEqualTo("schemaVersion");
      assertThat(report.get("schemaVersion").asInt()).isEqualTo(1);
    }
  }

  @Test
  void a_bad_file_does_not_stop_it() {
    String good = Samples.write(folder, "minimal");
    String text =
        Samples.write(
            folder,
            "notes.txt",
            "nothing but words, and many of them".getBytes(StandardCharsets.UTF_8));
    String missing = folder.resolve("missing.rom").toString();
    Run run = Run.of("list", missing, folder.toString(), good);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "rom-parser: "
                + missing
                + ": No such file\nrom-parser: "
                + folder
                + ": Is a directory\n");
    assertThat(run.out().lines()).hasSize(1);
    Run none = Run.of("list", good, text);
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out().lines().toList().get(1)).startsWith("-").contains("text");
    assertThat(Run.of("list").status()).isEqualTo(2);
    assertThat(Run.with(new byte[0], "list", "-").status()).isEqualTo(1);
    JsonNode report = JSON.readTree(Run.of("list", "--json", missing).out());
    assertThat(report.get("files")).isEmpty();
  }

  @Test
  void files_with_the_same_rom_are_one_line_by_content() {
    String plain = Samples.write(folder, "muxless-laptop");
    String padded = Samples.write(folder, "muxless-laptop-padded");
    String other = Samples.write(folder, "amd-apu");
    Run run = Run.of("list", "--by-content", plain, other, padded);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out().lines().toList().get(0))
        .startsWith("10de:1c8d")
        .endsWith(plain + ", " + padded);
    JsonNode report =
        JSON.readTree(Run.of("list", "--by-content", "--json", plain, other, padded).out());
    assertThat(report.get("contents")).hasSize(2);
    assertThat(report.at("/contents/0/files")).hasSize(2);
    assertThat(report.at("/contents/0/sha256").asString())
        .isEqualTo(report.at("/contents/0/files/1/content/sha256").asString());
    assertThat(report.at("/contents/0/files/1/size").asInt()).isEqualTo(0x40000);
    assertThat(report.at("/contents/0/vendorId").asString()).isEqualTo("10de");
  }

  @Test
  void the_document_has_what_the_line_has() {
    String rom = Samples.write(folder, "turing-nvgi3");
    JsonNode file = JSON.readTree(Run.of("list", "--json", rom).out()).at("/files/0");
    assertThat(file.get("name").asString()).isEqualTo(rom);
    assertThat(file.get("kind").asString()).isEqualTo("nvidia-flash");
    assertThat(file.get("vendorId").asString()).isEqualTo("10de");
    assertThat(file.get("deviceId").asString()).isEqualTo("1fb0");
    assertThat(file.get("classCode").asString()).isEqualTo("030000");
    assertThat(file.get("images")).hasSize(5);
    assertThat(file.at("/images/1/machine").asString()).isEqualTo("8664");
    assertThat(file.at("/images/0/machine").isNull()).isTrue();
    assertThat(file.get("chains").asInt()).isEqualTo(2);
    assertThat(file.at("/content/offset").asInt()).isEqualTo(0x1600);
    assertThat(file.get("nameContradicts").isNull()).isTrue();
    assertThat(Run.of("list", rom).out()).contains("(2 ROMs)");
  }

  @ParameterizedTest
  @CsvSource({
    "vbios_1638.bin, ''",
    "vbios_1681.bin, 1681",
    "vbios-164C.bin, 164c",
    "1002-1638.rom, ''",
    "1002_1681_my.rom, 1681",
    "10de-1638.rom, 1638",
    "10de_1c8d.rom, 1c8d",
    "vbios_1080.bin, ''",
    "vbios_2021.bin, ''",
    "vbios_5700.rom, ''",
    "vbios_5700G.rom, ''",
    "gtx1681.rom, ''",
    "1681.rom, ''",
    "vbios_16811.rom, ''",
    "device 67ef.rom, 67ef",
    "vbios_1080_id_67ef.rom, 67ef"
  })
  void a_name_that_says_another_id_is_noted(String name, String said) {
    String rom = Samples.write(folder, name, RomForge.named("amd-apu"));
    String line = Run.of("list", rom).out();
    if (said.isEmpty()) {
      assertThat(line).doesNotContain("the name says");
    } else {
      assertThat(line).contains("(the name says " + said + ", the ROM does not)");
      assertThat(
              JSON.readTree(Run.of("list", "--json", rom).out())
                  .at("/files/0/nameContradicts")
                  .asString())
          .isEqualTo(said);
    }
  }

  @Test
  void names_cannot_play_with_the_terminal() {
    String rom = Samples.write(folder, "a\u001b[31mb\nc.rom", RomForge.named("minimal"));
    assertThat(Run.of("list", rom).out()).contains("a?[31mb?c.rom").doesNotContain("\u001b");
  }

  @Test
  void thousands_of_images_stay_one_line() {
    byte[] many = RomForge.named("ten-thousand");
    assertThat(Run.with(many, "list", "-").out()).contains(" +");
    byte[] noise = Arrays.copyOf(many, 100);
    assertThat(Run.with(noise, "list", "-").out().lines()).hasSize(1);
  }
}
