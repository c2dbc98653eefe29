package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A first word that is neither a file nor a command, but nearly one. */
class MistypedCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "chekc, check",
    "chck, check",
    "checkk, check",
    "Check, check",
    "lst, list",
    "lsit, list",
    "extrat, extract",
    "exprot, export",
    "apci, acpi",
    "fromats, formats",
    "-list, list"
  })
  void the_command_that_was_meant_is_named(String typed, String meant) {
    assertThat(MistypedCommand.meant(folder, typed, "gpu.rom")).hasValue(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gpu.rom", "a", "ls", "hi", "", "check", "checksums", "\0", "-", "--json"})
  void other_words_mean_nothing(String typed) {
    assertThat(MistypedCommand.meant(folder, typed, "gpu.rom")).isEmpty();
  }

  @Test
  void a_file_of_that_name_is_a_file() throws IOException {
    assertThat(MistypedCommand.meant(folder, "chekc")).hasValue("check");
    Files.write(folder.resolve("chekc"), RomForge.named("minimal"));
    assertThat(MistypedCommand.meant(folder, "chekc")).isEmpty();
  }

  @Test
  void no_word_at_all_means_nothing() {
    assertThat(MistypedCommand.meant(folder)).isEmpty();
  }

  @Test
  void it_is_said_behind_the_error() {
    Run plain = Run.of("chekc", "no-such.rom");
    assertThat(plain.status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(plain.out()).isEmpty();
    assertThat(plain.err().lines())
        .containsExactly(
            "rom-parser: chekc: No such file",
            "rom-parser: no-such.rom: No such file",
            "rom-parser: 'chekc' is not a command; did you mean 'check'?");
    Run options = Run.of("chekc", "--for", "qemu", "no-such.rom");
    assertThat(options.status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(options.err().lines())
        .endsWith("rom-parser: 'chekc' is not a command; did you mean 'check'?");
  }

  @Test
  void it_is_not_said_where_a_command_was_found() {
    assertThat(Run.of("check", "no-such.rom").err().lines())
        .containsExactly("rom-parser: no-such.rom: No such file");
  }
}
