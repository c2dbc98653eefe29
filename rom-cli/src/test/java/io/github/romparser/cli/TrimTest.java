package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the command line promises for {@code trim}, and for everything that writes a file. */
class TrimTest {

  @TempDir private Path folder;

  private String out() {
    return folder.resolve("out.rom").toString();
  }

  /** Runs, and checks that it ended with one line on standard error and nothing written. */
  private void trouble(String message, String... args) throws IOException {
    long before = files();
    Run run = Run.of(args);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("rom-parser: " + message + "\n");
    assertThat(files()).isEqualTo(before);
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void the_rom_alone_is_written_and_every_step_told() throws IOException {
    String rom = Samples.write(folder, "turing-nvgi3");
    Run run = Run.of("trim", rom, "-o", out());
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .startsWith(
            rom + ":",
            "  Removed 5,632 bytes before the ROM (an NVIDIA flash header (NVGI)).",
            "  Removed NVIDIA's own images behind the last PCI image: 3 images, 6,144 bytes. No guest"
                + " needs them; --keep-vendor keeps them.")
        .anyMatch(line -> line.startsWith(out() + ": 10,240 bytes, sha256 "))
        .anyMatch(line -> line.startsWith("  #0 x86 legacy BIOS, 10de:1fb0"));
    assertThat(Files.readAllBytes(Path.of(out())))
        .isEqualTo(Arrays.copyOf(RomForge.named("turing"), 10_240));
    assertThat(Files.readAllBytes(Path.of(rom))).isEqualTo(RomForge.named("turing-nvgi3"));
    assertThat(files()).isEqualTo(2);
    assertThat(Run.of(out()).status()).isEqualTo(0);
  }

  @Test
  void options() throws IOException {
    String rom = Samples.write(folder, "turing-nvgi3");
    assertThat(Run.of("trim", rom, "-o", out(), "--keep-vendor").status()).isEqualTo(0);
    assertThat(Files.readAllBytes(Path.of(out()))).isEqualTo(RomForge.named("turing"));
    assertThat(Run.of("trim", rom, "-o", out(), "--keep-tail", "--force").out())
        .contains("Kept 49,664 bytes behind the last image, as asked for.");
  }

  @Test
  void nothing_to_trim_is_fine() throws IOException {
    String rom = Samples.write(folder, "amd-three");
    Run run = Run.of("trim", rom, "-o", out());
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("There is nothing to trim");
    assertThat(Files.readAllBytes(Path.of(out()))).isEqualTo(RomForge.named("amd-three"));
  }

  @Test
  void a_refusal_writes_nothing() throws IOException {
    String rom = Samples.write(folder, "truncated");
    Run run = Run.of("trim", rom, "-o", out());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("rom-parser: " + rom + ": Image #1 at 0x2000 should end at 0x3000")
        .contains("Dump again");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void standard_input() throws IOException {
    Run run = Run.with(RomForge.named("nvgi2"), "trim", "-", "-o", out());
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).startsWith("-:");
    assertThat(Files.size(Path.of(out()))).isEqualTo(10_240);
  }

  @Test
  void json() throws IOException {
    String rom = Samples.write(folder, "nvgi2");
    Run run = Run.of("trim", rom, "-o", out(), "--json");
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("{\n  \"schemaVersion\": 1,\n  \"files\": [")
        .contains("\"code\": \"CUT-PREFIX\"", "\"changed\": true", "\"refusal\": null");
    Run refused = Run.of("trim", Samples.write(folder, "isa"), "-o", out() + "2", "--format=json");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).contains("\"output\": null", "\"code\": \"ISA-ROM\"");
  }

  @Test
  void a_long_rom_is_not_listed_in_full() {
    String rom = Samples.write(folder, "ten-thousand");
    Run run = Run.of("trim", rom, "-o", out());
    assertThat(run.out()).contains("and 9976 more images");
  }

  // ---- bad input -----------------------------------------------------------------------------

  @Test
  void an_existing_output_is_kept_unless_forced() throws IOException {
    String rom = Samples.write(folder, "nvgi2");
    Files.writeString(Path.of(out()), "mine");
    trouble(out() + ": exists already; --force replaces it", "trim", rom, "-o", out());
    assertThat(Path.of(out())).hasContent("mine");
    assertThat(Run.of("trim", rom, "-o", out(), "-f").status()).isEqualTo(0);
    assertThat(Files.size(Path.of(out()))).isEqualTo(10_240);
  }

  @Test
  void the_output_is_never_the_input() throws IOException {
    String rom = Samples.write(folder, "nvgi2");
    Path hard = Files.createLink(folder.resolve("hard.rom"), Path.of(rom));
    Path soft = Files.createSymbolicLink(folder.resolve("soft.rom"), Path.of(rom));
    String dotted = folder + "/./nvgi2.rom";
    for (String same : new String[] {rom, hard.toString(), soft.toString(), dotted}) {
      trouble(
          same + ": is the input " + rom + "; files are never changed in place",
          "trim",
          rom,
          "-o",
          same,
          "--force");
    }
    assertThat(Files.readAllBytes(Path.of(rom))).isEqualTo(RomForge.named("nvgi2"));
  }

  @Test
  void an_output_that_cannot_be_written_is_one_line() throws IOException {
    String rom = Samples.write(folder, "nvgi2");
    Path none = folder.resolve("none");
    trouble(none + "/x.rom: No such folder: " + none, "trim", rom, "-o", none + "/x.rom");
    trouble(rom + "/x.rom: Not a folder: " + rom, "trim", rom, "-o", rom + "/x.rom");
    trouble(folder + ": Is a directory", "trim", rom, "-o", folder.toString(), "--force");
    Path link = Files.createSymbolicLink(folder.resolve("link"), none);
    trouble(link + ": is a link that leads nowhere", "trim", rom, "-o", link.toString());
    trouble("nul?byte: not a file name", "trim", rom, "-o", "nul\0byte");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void devices_are_written_to_and_stay() throws IOException {
    String rom = Samples.write(folder, "nvgi2");
    trouble("/dev/full: No space left on device", "trim", rom, "-o", "/dev/full");
    assertThat(Run.of("trim", rom, "-o", "/dev/null").status()).isEqualTo(0);
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void inputs_that_cannot_be_read_are_one_line() throws IOException {
    Path none = folder.resolve("none.rom");
    trouble(none + ": No such file", "trim", none.toString(), "-o", out());
    trouble(folder + ": Is a directory", "trim", folder.toString(), "-o", out());
    trouble("nul?byte: not a file name", "trim", "nul\0byte", "-o", out());
  }

  @Test
  void an_output_has_to_be_given() {
    Run run = Run.of("trim", Samples.write(folder, "nvgi2"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rom-parser: no output given").contains("trim --help");
    assertThat(Run.of("trim").status()).isEqualTo(2);
    assertThat(Run.of("trim", "a", "b", "-o", "c").status()).isEqualTo(2);
    Run help = Run.of("trim", "--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out()).contains("--keep-tail", "Exit status:", "Examples:");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
