package io.github.romparser.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The option {@code --schema} of every command whose JSON report has a schema: a file beside this
 * program that is called as the command is.
 */
public final class SchemaOption {

  private static final String NAME = "--schema";
  private static final String FOLDER = "/io/github/romparser/cli/";

  /** Commands whose report is another's. */
  private static final Map<String, String> SHARED =
      Map.of("rom-parser", "show", "trim", "edit", "fix", "edit", "wrap", "edit");

  /** Commands that have no report of their own; to look for the file of each takes time. */
  private static final Set<String> WITHOUT = Set.of("acpi");

  private SchemaOption() {}

  /** Adds the option to a command and those below it, where there is a schema. */
  public static void addTo(CommandLine command) {
    if (!WITHOUT.contains(command.getCommandName())) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder(NAME)
                  .help(true) // so that no argument is missed
                  .type(boolean.class)
                  .description("Print the JSON schema of the report and end.")
                  .build());
    }
    command.getSubcommands().values().forEach(SchemaOption::addTo);
  }

  /**
   * The schema that was asked for.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static Optional<String> asked(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (!last.hasMatchedOption(NAME)) {
      return Optional.empty();
    }
    try (InputStream schema =
        SchemaOption.class.getResourceAsStream(file(last.commandSpec().commandLine()))) {
      return schema == null
          ? Optional.empty()
          : Optional.of(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(CommandLine command) {
    String name = command.getCommandName();
    String whole =
        command.getParent() == null || command.getParent().getParent() == null
            ? SHARED.getOrDefault(name, name)
            : command.getParent().getCommandName() + "-" + name;
    return FOLDER + whole + ".schema.json";
  }
}
