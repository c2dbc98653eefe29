package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.cli.console.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What man pages and completion are made of holds for every command. */
class CommandModelTest {

  @TempDir private Path folder;

  @Test
  void every_command_prints_the_version() {
    String version = Run.of("-V").out();
    assertThat(version).startsWith("rom-parser ");
    for (CommandSpec command : commands()) {
      List<String> words = words(command);
      words.add("-V");
      assertThat(Run.of(words.toArray(String[]::new)).out())
          .as(command.qualifiedName())
          .isEqualTo(version);
    }
  }

  @Test
  void every_command_has_what_its_man_page_shows() {
    for (CommandSpec command : commands()) {
      assertThat(command.usageMessage().description()).as(command.qualifiedName()).isNotEmpty();
      assertThat(command.usageMessage().exitCodeList()).as(command.qualifiedName()).isNotEmpty();
      assertThat(command.usageMessage().footer()).as(command.qualifiedName()).isNotEmpty();
    }
  }

  @Test
  void examples_fit_on_their_lines() {
    for (CommandSpec command : commands()) {
      assertThat(command.usageMessage().footer())
          .as(command.qualifiedName())
          .allMatch(line -> line.length() <= command.usageMessage().width() - 1);
    }
  }

  @Test
  void a_file_alone_is_shown_as_the_command_shows_it() {
    String rom = Samples.write(folder, "turing-nvgi3");
    String missing = folder.resolve("missing").toString();
    for (List<String> files : List.of(List.of(rom), List.of(missing), List.of(rom, missing, rom))) {
      List<String> named = new ArrayList<>(files);
      named.add(0, "show");
      Run expected = Run.of(named.toArray(String[]::new));
      Run run = Run.of(files.toArray(String[]::new));
      assertThat(run.out()).isEqualTo(expected.out());
      assertThat(run.err()).isEqualTo(expected.err());
      assertThat(run.status()).isEqualTo(expected.status());
    }
  }

  @Test
  void commands_that_are_not_named_are_still_in_the_help() {
    assertThat(Run.of("--help").out()).contains("  explain ").contains("  acpi ");
    assertThat(Run.of("gpu.rom", "-vh").out()).contains("  explain ");
    assertThat(Run.of("acpi", "--help").out()).contains("  ssdt ");
  }

  @Test
  void check_takes_every_value_that_is_completed() {
    String rom = Samples.write(folder, "minimal");
    CommandSpec check =
        commands().stream().filter(c -> c.name().equals("check")).findFirst().orElseThrow();
    for (String option : List.of("--for", "--arch", "--rombar")) {
      List<String> values = new ArrayList<>();
      check.findOption(option).completionCandidates().forEach(values::add);
      assertThat(values).as(option).hasSizeGreaterThan(1);
      for (String value : values) {
        assertThat(Run.of("check", rom, option, value).err()).as(option + " " + value).isEmpty();
      }
    }
  }

  private static List<CommandSpec> commands() {
    return all(program()).map(CommandLine::getCommandSpec).toList();
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandModelTest::all));
  }

  /** The words that call a command, behind the program's name. */
  private static List<String> words(CommandSpec command) {
    List<String> words = new ArrayList<>(List.of(command.qualifiedName(" ").split(" ")));
    words.remove(0);
    return words;
  }

  private static CommandLine program() {
    PrintWriter nothing = new PrintWriter(new StringWriter());
    return Commands.all(Console.of(InputStream.nullInputStream(), nothing, nothing));
  }
}
