package io.github.romparser.cli;

import io.github.romparser.cli.command.AcpiCommand;
import io.github.romparser.cli.command.AcpiRomCommand;
import io.github.romparser.cli.command.AcpiScanCommand;
import io.github.romparser.cli.command.AcpiVfctCommand;
import io.github.romparser.cli.command.CheckCommand;
import io.github.romparser.cli.command.DiffCommand;
import io.github.romparser.cli.command.DumpCommand;
import io.github.romparser.cli.command.ExplainCommand;
import io.github.romparser.cli.command.ExportCommand;
import io.github.romparser.cli.command.ExtractCommand;
import io.github.romparser.cli.command.FixCommand;
import io.github.romparser.cli.command.FormatsCommand;
import io.github.romparser.cli.command.HashCommand;
import io.github.romparser.cli.command.ListCommand;
import io.github.romparser.cli.command.RootCommand;
import io.github.romparser.cli.command.ScanCommand;
import io.github.romparser.cli.command.SchemaOption;
import io.github.romparser.cli.command.ShowCommand;
import io.github.romparser.cli.command.SnippetCommand;
import io.github.romparser.cli.command.SsdtCommand;
import io.github.romparser.cli.command.TrimCommand;
import io.github.romparser.cli.command.WrapCommand;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Failures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The commands of the program. To build one costs picocli milliseconds, twenty of them more than a
 * small ROM takes to be read, so a run builds those only that its arguments can mean.
 */
public final class Commands {

  private Commands() {}

  /** Parses the arguments, does what they say, and tells the exit status. */
  static int execute(Console console, String... arguments) {
    CommandLine program = forArguments(console, arguments);
    program.setExecutionStrategy(new SchemaStrategy(console));
    program.setOut(console.out());
    program.setErr(console.err());
    program.setUsageHelpAutoWidth(false);
    program.setCaseInsensitiveEnumValuesAllowed(true);
    program.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    Failures failures = new Failures(console);
    program.setParameterExceptionHandler(failures);
    program.setExecutionExceptionHandler(failures);
    return program.execute(arguments);
  }

  /** The program with all its commands: for help, completion and manual pages. */
  public static CommandLine all(Console console) {
    return program(console, CommandNames.ALL);
  }

  /** The program as these arguments need it: with the commands that they name. */
  private static CommandLine forArguments(Console console, String... arguments) {
    List<String> words = Arrays.asList(arguments);
    if (needsAll(words)) {
      return all(console);
    }
    List<String> named = new ArrayList<>();
    for (String name : CommandNames.ALL) {
      if (words.contains(name)) {
        named.add(name);
      }
    }
    return program(console, named);
  }

  /**
   * Whether commands matter that are not named: the program's own help lists them all, and a file
   * of arguments may name any.
   */
  private static boolean needsAll(List<String> words) {
    for (String word : words) {
      boolean help = word.equals("--help") || isShortHelp(word);
      if (help || word.startsWith("@")) {
        return true;
      }
    }
    return false;
  }

  /** Whether -h is in a word, alone or behind other letters. */
  private static boolean isShortHelp(String word) {
    return word.startsWith("-") && !word.startsWith("--") && word.indexOf('h') > 0;
  }

  private static CommandLine program(Console console, List<String> names) {
    CommandLine program = new CommandLine(new RootCommand(console));
    for (String name : names) {
      program.addSubcommand(command(name, console));
    }
    SchemaOption.addTo(program);
    haveVersion(program, program.getCommandSpec().versionProvider());
    return program;
  }

  /** Commands do not inherit it. */
  private static void haveVersion(CommandLine command, CommandLine.IVersionProvider version) {
    command.getCommandSpec().versionProvider(version);
    for (CommandLine below : command.getSubcommands().values()) {
      haveVersion(below, version);
    }
  }

  private static Object command(String name, Console console) {
    return switch (name) {
      case "show" -> new ShowCommand(console);
      case "check" -> new CheckCommand(console);
      case "trim" -> new TrimCommand(console);
      case "fix" -> new FixCommand(console);
      case "wrap" -> new WrapCommand(console);
      case "extract" -> new ExtractCommand(console);
      case "export" -> new ExportCommand(console);
      case "hash" -> new HashCommand(console);
      case "list" -> new ListCommand(console);
      case "diff" -> new DiffCommand(console);
      case "explain" -> new ExplainCommand(console);
      case "snippet" -> new SnippetCommand(console);
      case "dump" -> new DumpCommand(console);
      case "scan" -> new ScanCommand(console);
      case "formats" -> new FormatsCommand(console);
      case "acpi" -> acpi(console);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static CommandLine acpi(Console console) {
    CommandLine acpi = new CommandLine(new AcpiCommand());
    acpi.addSubcommand(new AcpiVfctCommand(console));
    acpi.addSubcommand(new AcpiRomCommand(console));
    acpi.addSubcommand(new AcpiScanCommand(console));
    acpi.addSubcommand(new SsdtCommand(console));
    return acpi;
  }

  /** Prints a schema where one was asked for, and else runs the command. */
  private record SchemaStrategy(Console console) implements CommandLine.IExecutionStrategy {
    @Override
    public int execute(ParseResult parsed) {
      Optional<String> schema = SchemaOption.asked(parsed);
      if (schema.isEmpty()) {
        return new CommandLine.RunLast().execute(parsed);
      }
      console.out().print(schema.get());
      return ExitStatus.FINE;
    }
  }
}
