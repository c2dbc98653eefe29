package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code export}. */
class ExportTest {

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Run export(String rom, String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", rom, "-o", out().toString()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  /** Checks that it ended with one line on standard error and nothing written. */
  private void trouble(Run run, String message) throws IOException {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("rom-parser: " + message + "\n");
    assertThat(files().stream().filter(name -> name.endsWith(".tmp"))).isEmpty();
  }

  private List<String> files() throws IOException {
    if (!Files.isDirectory(out())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] damaged() {
    byte[] rom =
        RomForge.start()
            .image(ImageForge.legacy(4, 0x1002, 0x1640))
            .image(ImageForge.efiCompressed(8, 0x1002, 0x1640, PeForge.x64()).last())
            .build();
    int start = 4 * 512 + rom[4 * 512 + 0x16];
    Arrays.fill(rom, start + 10, start + 20, (byte) 0xff);
    return rom;
  }

  @Test
  void every_image_and_every_driver() throws IOException {
    byte[] rom = RomForge.named("amd-three");
    Run run = export(Samples.write(folder, "amd-three"));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(files())
        .containsExactly(
            "chain0-image0-legacy.rom",
            "chain0-image1-efi-x64.efi",
            "chain0-image1-efi-x64.rom",
            "chain0-image2-efi-aarch64.efi",
            "chain0-image2-efi-aarch64.rom");
    byte[] first = Files.readAllBytes(out().resolve("chain0-image0-legacy.rom"));
    assertThat(first).isEqualTo(Arrays.copyOf(rom, first.length));
    assertThat(run.out())
        .contains(out().resolve("chain0-image0-legacy.rom") + ": ", " bytes, sha256 ")
        .contains("    #0 x86 legacy BIOS, 1002:73ff")
        .containsPattern("the driver of #1, (decompressed|as it is): PE32\\+, x64 boot service");
    // A driver is what wrap takes.
    assertThat(
            Run.of(
                    "wrap",
                    out().resolve("chain0-image1-efi-x64.efi").toString(),
                    "--device",
                    "1002:73ff",
                    "-o",
                    folder.resolve("again.rom").toString())
                .status())
        .isZero();
    assertThat(Files.readAllBytes(folder.resolve("amd-three.rom"))).isEqualTo(rom);
  }

  @Test
  void what_wrap_compressed_comes_back() throws IOException {
    byte[] driver = PeForge.x64().size(0x8000).build();
    Arrays.fill(driver, 0x400, 0x7000, (byte) 0);
    String rom = folder.resolve("x.rom").toString();
    String file = Samples.write(folder, "x.efi", driver);
    Run wrap = Run.of("wrap", "--compress", file, "--device", "1002:1640", "-o", rom);
    assertThat(wrap.status()).isZero();
    assertThat(wrap.out()).containsPattern("32,768 bytes compressed to [0-9,]+ bytes \\(\\d+ %\\)");
    assertThat(Files.size(Path.of(rom))).isLessThan(0x3000);
    assertThat(Run.of(rom).status()).isZero();
    Run run = export(rom);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("the driver of #0, decompressed: PE32+, x64");
    assertThat(Files.readAllBytes(out().resolve("chain0-image0-efi-x64.efi"))).isEqualTo(driver);
  }

  @Test
  void json() throws IOException {
    Run run = export(Samples.write(folder, "turing"), "--json");
    assertThat(run.status()).isZero();
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.propertyNames())
        .containsExactly("schemaVersion", "file", "output", "files", "failures", "imagesLeftOut");
    assertThat(report.get("schemaVersion").asInt()).isOne();
    assertThat(report.get("output").asString()).isEqualTo(out().toString());
    assertThat(report.at("/file/kind").asString()).isEqualTo("option-rom");
    assertThat(report.get("files")).hasSize(files().size());
    for (JsonNode file : report.get("files")) {
      assertThat(file.propertyNames())
          .containsExactly(
              "name",
              "size",
              "sha256",
              "what",
              "chain",
              "image",
              "offset",
              "complete",
              "decompressed");
      assertThat(Files.size(Path.of(file.get("name").asString())))
          .isEqualTo(file.get("size").asLong());
      assertThat(file.get("what").asString()).isIn("image", "driver");
    }
    assertThat(report.get("failures")).isEmpty();
    assertThat(report.get("imagesLeftOut").asInt()).isZero();
  }

  @Test
  void a_driver_that_cannot_be_decompressed_is_told_and_the_rest_written() throws IOException {
    String rom = Samples.write(folder, "bad.rom", damaged());
    Run run = export(rom);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("rom-parser: " + rom + ": image #1 at 0x800: the driver cannot be decompressed")
        .hasLineCount(1);
    assertThat(files()).containsExactly("chain0-image0-legacy.rom", "chain0-image1-efi-x64.rom");
    JsonNode report = new ObjectMapper().readTree(export(rom, "--force", "--json").out());
    assertThat(report.at("/failures/0/name").asString()).isEqualTo("chain0-image1-efi-x64.efi");
    assertThat(report.at("/failures/0/image").asInt()).isOne();
    assertThat(report.at("/failures/0/offset").asInt()).isEqualTo(0x800);
    assertThat(report.at("/failures/0/message").asString()).contains("decompressed");
  }

  @Test
  void standard_input() throws IOException {
    byte[] rom = RomForge.named("nvgi2");
    Run run = Run.with(rom, "export", "-", "-o", out().toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("-:");
    // What stands before the ROM is no part of it.
    byte[] first = Files.readAllBytes(out().resolve("chain0-image0-legacy.rom"));
    assertThat(first).isEqualTo(Arrays.copyOfRange(rom, 0x600, 0x600 + first.length));
  }

  @Test
  void an_image_that_is_cut_off_is_written_as_far_as_it_goes() {
    Run run = export(Samples.write(folder, "truncated"));
    assertThat(run.status()).isIn(0, 1);
    assertThat(run.out()).contains("CUT OFF, ");
  }

  @Test
  void many_images_are_bounded() throws IOException {
    Run run = export(Samples.write(folder, "ten-thousand"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .endsWith(": 9000 more images are left out; real ROMs have fewer than 10\n");
    assertThat(files().stream().filter(name -> !name.endsWith(".efi"))).hasSize(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"program", "nothing", "zeros"})
  void without_a_rom_nothing_is_written(String what) throws IOException {
    byte[] bytes =
        switch (what) {
          case "program" -> PeForge.x64().build();
          case "zeros" -> new byte[4096];
          default -> new byte[0];
        };
    String file = Samples.write(folder, what, bytes);
    Run run = export(file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("rom-parser: " + file + ": There is no option ROM in this file (")
        .hasLineCount(1);
    assertThat(out()).doesNotExist();
    JsonNode report = new ObjectMapper().readTree(export(file, "--json").out());
    assertThat(report.get("output").isNull()).isTrue();
    assertThat(report.get("files")).isEmpty();
  }

  // ---- bad input -----------------------------------------------------------------------------

  @Test
  void files_that_exist_are_kept_unless_forced() throws IOException {
    String rom = Samples.write(folder, "amd-three");
    Files.createDirectory(out());
    Path last = Files.writeString(out().resolve("chain0-image2-efi-aarch64.efi"), "mine");
    Files.writeString(out().resolve("notes.txt"), "mine");
    trouble(export(rom), last + ": exists already; --force replaces it");
    assertThat(last).hasContent("mine");
    assertThat(files()).hasSize(2);
    assertThat(export(rom, "--force").status()).isZero();
    assertThat(Files.size(last)).isGreaterThan(100);
    assertThat(out().resolve("notes.txt")).hasContent("mine");
    assertThat(files()).hasSize(6);
  }

  @Test
  void links_are_not_followed() throws IOException {
    String rom = Samples.write(folder, "amd-three");
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createDirectory(out());
    Path link = out().resolve("chain0-image1-efi-x64.efi");
    for (Path target : List.of(precious, folder.resolve("none"), folder)) {
      Files.createSymbolicLink(link, target);
      trouble(export(rom), link + ": is a link; links are not followed");
      trouble(export(rom, "--force"), link + ": is a link; links are not followed");
      assertThat(files()).hasSize(1);
      Files.delete(link);
    }
    assertThat(precious).hasContent("mine");
    assertThat(folder.resolve("none")).doesNotExist();
    Files.delete(out());
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(out(), real);
    trouble(export(rom, "--force"), out() + ": is a link; links are not followed");
    assertThat(real).isEmptyDirectory();
  }

  @Test
  void the_input_is_never_written_to() throws IOException {
    Files.createDirectory(out());
    Path rom = Files.write(out().resolve("chain0-image0-legacy.rom"), RomForge.named("amd-three"));
    trouble(
        export(rom.toString(), "--force"),
        rom + ": is the input " + rom + "; files are never changed in place");
    assertThat(Files.readAllBytes(rom)).isEqualTo(RomForge.named("amd-three"));
  }

  @Test
  void an_output_that_cannot_be_written_is_one_line() throws IOException {
    String rom = Samples.write(folder, "amd-three");
    trouble(Run.of("export", rom, "-o", rom), rom + ": Not a folder");
    trouble(
        Run.of("export", rom, "-o", folder + "/none/out"),
        folder + "/none/out: No such folder: " + folder + "/none");
    trouble(Run.of("export", rom, "-o", "-"), "-: several files are written; give a folder");
    trouble(Run.of("export", rom, "-o", "nul\0byte"), "nul?byte: not a file name");
    Files.createDirectories(out().resolve("chain0-image0-legacy.rom"));
    trouble(export(rom, "--force"), out() + "/chain0-image0-legacy.rom: Is a directory");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_folder_that_cannot_be_made_or_written_to_is_one_line() throws IOException {
    String rom = Samples.write(folder, "amd-three");
    Run made = Run.of("export", rom, "-o", "/proc/out");
    assertThat(made.status()).isEqualTo(2);
    assertThat(made.err()).startsWith("rom-parser: /proc/out: ").hasLineCount(1);
    Run written = Run.of("export", rom, "-o", "/proc");
    assertThat(written.status()).isEqualTo(2);
    assertThat(written.err()).startsWith("rom-parser: /proc/chain0-image0-").hasLineCount(1);
    Files.createDirectory(out());
    Path pipe = out().resolve("chain0-image0-legacy.rom");
    if (pipe(pipe)) {
      trouble(export(rom, "--force"), pipe + ": is no regular file");
    }
  }

  private static boolean pipe(Path path) throws IOException {
    try {
      return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void inputs_that_cannot_be_read_are_one_line() throws IOException {
    Path none = folder.resolve("none.rom");
    trouble(export(none.toString()), none + ": No such file");
    trouble(export(folder.toString()), folder + ": Is a directory");
    trouble(export("nul\0byte"), "nul?byte: not a file name");
    assertThat(out()).doesNotExist();
  }

  @Test
  void usage() {
    Run run = Run.of("export", Samples.write(folder, "amd-three"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rom-parser: no output given: -o DIR is missing");
    assertThat(Run.of("export", "-o", "x").status()).isEqualTo(2);
    assertThat(Run.of("export", "a", "b", "-o", "x").status()).isEqualTo(2);
    Run help = Run.of("export", "--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("--force", "Exit status:", "Examples:");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
