package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command line promises for {@code show}: streams, exit statuses, several files. */
class ShowTest {

  @TempDir private Path folder;

  static java.util.Set<String> layouts() {
    return RomForge.names();
  }

  @Test
  void a_good_rom_is_fine() {
    Run run = Run.of(Samples.write(folder, "amd-three"));
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("PCI option ROM for 1002:")
        .contains("#2 EFI driver")
        .contains("AArch64 boot service driver")
        .endsWith("Nothing wrong was found in the headers." + System.lineSeparator());
  }

  @Test
  void show_and_the_bare_program_are_the_same() {
    String rom = Samples.write(folder, "turing-nvgi3");
    assertThat(Run.of("show", rom)).isEqualTo(Run.of(rom));
  }

  @Test
  void an_error_makes_the_answer_no_and_still_shows_everything() {
    Run run = Run.of(Samples.write(folder, "truncated"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("#0 x86 legacy BIOS")
        .contains("#1 EFI driver")
        .contains("CUT OFF, 1,632 bytes missing")
        .contains("error TRUNCATED at 0x2000")
        .contains("the file ends at 0x29a0");
  }

  @Test
  void fail_on_moves_the_line() {
    String doubled = Samples.write(folder, "doubled");
    assertThat(Run.of(doubled).status()).isEqualTo(0);
    assertThat(Run.of("--fail-on", "warning", doubled).status()).isEqualTo(1);
    String truncated = Samples.write(folder, "truncated");
    assertThat(Run.of("--fail-on", "never", truncated).status()).isEqualTo(0);
    String notes = Samples.write(folder, "turing");
    assertThat(Run.of("--fail-on=warning", notes).status()).isEqualTo(0);
    assertThat(Run.of("--fail-on=note", notes).status()).isEqualTo(1);
  }

  @Test
  void several_files_go_on_after_a_bad_one_and_end_with_the_worst() {
    String good = Samples.write(folder, "minimal");
    String bad = Samples.write(folder, "truncated");
    String missing = folder.resolve("missing.rom").toString();
    Run run = Run.of(missing, good, bad);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("rom-parser: " + missing + ": No such file\n");
    assertThat(run.out()).contains("minimal.rom: ").contains("truncated.rom: ");
    assertThat(Run.of(good, bad).status()).isEqualTo(1);
  }

  @Test
  void standard_input_is_a_dash() {
    Run run = Run.with(RomForge.named("minimal-hybrid"), "-");
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).startsWith("-: PCI option ROM for ");
    assertThat(Run.with(new byte[0], "-").out()).contains("EMPTY");
  }

  @Test
  void what_is_no_file_is_one_line() throws IOException {
    Run directory = Run.of(folder.toString());
    assertThat(directory.status()).isEqualTo(2);
    assertThat(directory.out()).isEmpty();
    assertThat(directory.err()).isEqualTo("rom-parser: " + folder + ": Is a directory\n");

    Path huge = folder.resolve("huge.bin");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((2L << 30) + 1);
    }
    Run large = Run.of(huge.toString());
    assertThat(large.status()).isEqualTo(2);
    assertThat(large.err()).startsWith("rom-parser: " + huge + ": 2147483649 bytes are more");
    assertThat(large.err().lines()).hasSize(1);
    Files.delete(huge);

    assertThat(Run.of("nul\0byte").err()).isEqualTo("rom-parser: nul?byte: not a file name\n");
  }

  @Test
  void wrong_usage_is_status_2_with_a_hint() {
    Run none = Run.of();
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).startsWith("rom-parser: no file given").contains("--help");
    assertThat(none.out()).isEmpty();

    Run unknown = Run.of("--formt", "json", "x");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--formt").contains("--help").doesNotContain("at io.github");

    Run format = Run.of("--format", "yaml", "x");
    assertThat(format.status()).isEqualTo(2);
    assertThat(format.err()).contains("yaml");
  }

  @Test
  void an_unreadable_pci_ids_file_is_one_line() {
    String rom = Samples.write(folder, "minimal");
    Run run = Run.of("--pci-ids", folder.resolve("none.ids").toString(), rom);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("none.ids: No such file");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void names_come_from_pci_ids() {
    String ids =
        Samples.write(
            folder,
            "pci.ids",
            """
            # a comment
            1002  First Vendor
            \t67df  A card
            \t\t1002 0b37  A subsystem
            \t73bf  Another card
            10de  Second Vendor
            C 03  Display controller
            \t00  VGA compatible controller
            \t\t00  VGA controller
            """
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String rom = Samples.write(folder, "amd-flash");
    assertThat(Run.of("--pci-ids", ids, rom).out())
        .contains("1002:67df First Vendor A card")
        .contains("class 030000 (VGA compatible controller)");
    String other = Samples.write(folder, "desktop-nvidia");
    assertThat(Run.of("--pci-ids", ids, other).out()).contains(" Second Vendor\n");
  }

  @Test
  void help_and_version_go_to_standard_output() {
    Run help = Run.of("--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out()).contains("Examples:").contains("Exit status:").contains("rom-parser -v");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    Run version = Run.of("--version");
    assertThat(version.status()).isEqualTo(0);
    assertThat(version.out()).matches("(?s)rom-parser \\d+\\.\\d+\\.\\d+\\S*\\RJava .*");
    assertThat(Run.of("show", "--help").out()).contains("--format").contains("Exit status:");
  }

  @Test
  void colour_is_off_unless_asked_for() {
    String rom = Samples.write(folder, "truncated");
    assertThat(Run.of(rom).out()).doesNotContain("\u001b");
    assertThat(Run.of("--color", "always", rom).out()).contains("\u001b[31;1merror");
    assertThat(Run.of("--color=always", "--json", rom).out()).doesNotContain("\u001b");
  }

  @Test
  void names_with_control_characters_do_no_harm() {
    String rom = Samples.write(folder, "a\u001b[2Jb.rom", RomForge.named("minimal"));
    assertThat(Run.of(rom).out()).contains("a?[2Jb.rom").doesNotContain("\u001b");
  }

  @Test
  void the_input_is_never_changed() throws IOException {
    String rom = Samples.write(folder, "shadow");
    Path path = Path.of(rom);
    var before = Files.getLastModifiedTime(path);
    assertThat(path.toFile().setReadOnly()).isTrue();
    assertThat(Run.of(rom).status()).isEqualTo(1);
    assertThat(Files.readAllBytes(path)).isEqualTo(RomForge.named("shadow"));
    assertThat(Files.getLastModifiedTime(path)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_layout_is_shown_in_full(String layout) {
    byte[] bytes = RomForge.named(layout);
    Run run = Run.with(bytes, "-v", "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(sha256(bytes));
    assertThat(run.out().lines())
        .filteredOn(line -> !line.startsWith("-:"))
        .allMatch(line -> line.length() <= 130)
        .noneMatch(line -> line.contains("null") || line.contains("Optional"));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
