package io.github.romparser.packaging;

import io.github.romparser.cli.Commands;
import io.github.romparser.cli.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes the completion for bash and zsh from the model that {@code --help} is printed from. Run as
 * a source file: {@code java -cp ... Completion.java BASH ZSH}, two files.
 */
public final class Completion {

  /** For bash the sign is a word of its own. */
  private static final String EQUALS_SIGN =
      """
        # --option=value comes as three words.
        if [ "${COMP_WORDS[COMP_CWORD]}" = "=" ]; then
          COMP_WORDS[COMP_CWORD]=""
        elif [ "$COMP_CWORD" -gt 1 ] && [ "${COMP_WORDS[COMP_CWORD-1]}" = "=" ]; then
          COMP_WORDS=("${COMP_WORDS[@]:0:COMP_CWORD-1}" "${COMP_WORDS[@]:COMP_CWORD}")
          COMP_CWORD=$((COMP_CWORD-1))
        fi

      """;

  private Completion() {}

  /** Writes the two files that are named. */
  public static void main(String[] args) throws IOException {
    Console console =
        Console.of(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()));
    CommandLine program = Commands.all(console);
    all(program).forEach(command -> inLowerCase(command.getCommandSpec()));
    String script = bash(program);
    Files.writeString(Path.of(args[0]), script);
    Files.writeString(Path.of(args[1]), zsh(program.getCommandName(), script));
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(Completion::all));
  }

  /** Values of enums are taken in any case, but the help and everybody write them small. */
  private static void inLowerCase(CommandSpec command) {
    for (OptionSpec option : List.copyOf(command.options())) {
      if (option.type().isEnum()) {
        List<String> values =
            Stream.of(option.type().getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .toList();
        command.remove(option);
        command.addOption(OptionSpec.builder(option).completionCandidates(values).build());
      }
    }
  }

  /**
   * picocli's script, but where there is nothing to propose the shell proposes files, which most
   * arguments are; and values are completed behind an equals sign too.
   */
  private static String bash(CommandLine program) {
    String name = program.getCommandName();
    String script = AutoComplete.bash(name, program);
    String entry = "function _complete_" + name + "() {\n";
    String noFiles = "  type compopt &>/dev/null && compopt +o default\n";
    String interpreter = "#!/usr/bin/env bash\n";
    if (!script.startsWith(interpreter) || !script.contains(entry) || !script.contains(noFiles)) {
      throw new IllegalStateException("picocli's completion script is not as it was");
    }
    // It is read into a shell, never run.
    return script
        .substring(interpreter.length())
        .replace(noFiles, "")
        .replace(entry, entry + EQUALS_SIGN);
  }

  /**
   * The same for zsh, which loads a file of this kind when the command is completed first, takes it
   * for the function that completes, and understands bash's functions after bashcompinit.
   */
  private static String zsh(String name, String script) {
    return "#compdef "
        + name
        + "\n"
        + script
        + "\n_bash_complete -o default -F _complete_"
        + name
        + "\n";
  }
}
