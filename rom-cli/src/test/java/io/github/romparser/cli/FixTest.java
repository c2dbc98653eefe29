package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line promises for {@code fix}. */
class FixTest {

  @TempDir private Path folder;

  private String out() {
    return folder.resolve("out.rom").toString();
  }

  @Test
  void everything_that_is_asked_for_is_done_and_told() throws IOException {
    String rom = Samples.write(folder, "shadow");
    Run run = Run.of("fix", rom, "-o", out(), "--set-id", "1AF4:1050", "--checksum", "--set-last");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains("Image #0 is marked as the last now.")
        .contains("Image #0: the ids 1002:67df became 1af4:1050.")
        .contains("0x00 now; the byte at 0x21 changed from")
        .contains("  warning: Only legacy images are left")
        .contains("  #0 x86 legacy BIOS, 1af4:1050, class 030000, checksum good, LAST");
    assertThat(Run.of(out()).status()).isEqualTo(0);
    assertThat(Files.readAllBytes(Path.of(rom))).isEqualTo(RomForge.named("shadow"));
  }

  @Test
  void what_is_left_is_told() {
    String rom = Samples.write(folder, "shadow");
    Run run = Run.of("fix", rom, "-o", out(), "--checksum");
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("  still error NO-LAST: Image #0 says");
  }

  @Test
  void without_a_repair_to_make_it_lists_what_is_wrong() throws IOException {
    String rom = Samples.write(folder, "shadow");
    Run run = Run.of("fix", rom);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("  --set-last would do this:")
        .contains("  --checksum would do this:");
    String cut = Samples.write(folder, "truncated");
    assertThat(Run.of("fix", cut).out()).contains("  --set-length cannot help: Image #1 at");
    assertThat(Run.of("fix", Samples.write(folder, "minimal")).out())
        .contains("There is nothing to mend.");
    assertThat(Run.of("fix", cut, "--json").out())
        .contains("\"option\": \"--set-length\"", "\"code\": \"TRUNCATED\"", "\"SET-LAST\"");
    Run none = Run.of("fix", folder.resolve("none").toString());
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).endsWith("none: No such file\n");
  }

  @Test
  void a_length() throws IOException {
    byte[] bytes =
        RomForge.start()
            .image(ImageForge.legacy(4, 0x8086, 1).classCode(0x020000).pcir(p -> p.blocks(0)))
            .image(ImageForge.efi(4, 0x8086, 1, PeForge.x64()).classCode(0x020000).last())
            .build();
    String rom = Samples.write(folder, "zero.rom", bytes);
    assertThat(Run.of("fix", rom, "-o", out(), "--set-length").status()).isEqualTo(0);
    assertThat(Run.of(out()).status()).isEqualTo(0);
  }

  @Test
  void a_refusal_is_status_1() {
    String rom = Samples.write(folder, "efi-only");
    Run run = Run.of("fix", rom, "-o", out(), "--checksum");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("rom-parser: " + rom + ": There is no legacy image");
    assertThat(Path.of(out())).doesNotExist();
    Run odd = Run.of("fix", rom, "-o", out(), "--set-id", "03ea:0668");
    assertThat(odd.status()).isEqualTo(1);
    assertThat(odd.err()).contains("1002:1640").contains("--allow-odd-id");
    assertThat(Run.of("fix", rom, "-o", out(), "--set-id", "03ea:0668", "--allow-odd-id").status())
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1002", "1002:67d", "0x1002:0x67df", "1002:67df,67ef", "vvvv:dddd", ""})
  void ids_are_hexadecimal(String id) {
    Run run = Run.of("fix", Samples.write(folder, "minimal"), "-o", out(), "--set-id", id);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rom-parser: --set-id " + id + ": not an id;");
    assertThat(Path.of(out())).doesNotExist();
  }

  @Test
  void help() {
    Run help = Run.of("fix", "--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out()).contains("--set-id", "--set-length", "Exit status:");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
