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
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;

/** The program {@code rom-parser}. */
public final class Main {

  private Main() {}

  /** Runs the program and ends the JVM with its exit status. */
  public static void main(String[] args) {
    System.exit(run(Console.ofSystem(), args));
  }

  /**
   * Runs the program.
   *
   * @return the exit status, see {@link ExitStatus}
   */
  public static int run(Console console, String... args) {
    CommandLine program = new CommandLine(new RootCommand(console));
    program.addSubcommand(new ShowCommand(console));
    program.addSubcommand(new CheckCommand(console));
    program.addSubcommand(new TrimCommand(console));
    program.addSubcommand(new FixCommand(console));
    program.addSubcommand(new WrapCommand(console));
    program.addSubcommand(new ExtractCommand(console));
    program.addSubcommand(new ExportCommand(console));
    program.addSubcommand(new HashCommand(console));
    program.addSubcommand(new ListCommand(console));
    program.addSubcommand(new DiffCommand(console));
    program.addSubcommand(new ExplainCommand(console));
    program.addSubcommand(new SnippetCommand(console));
    program.addSubcommand(new DumpCommand(console));
    program.addSubcommand(new ScanCommand(console));
    program.addSubcommand(new FormatsCommand(console));
    CommandLine acpi = new CommandLine(new AcpiCommand());
    acpi.addSubcommand(new AcpiVfctCommand(console));
    acpi.addSubcommand(new AcpiRomCommand(console));
    acpi.addSubcommand(new AcpiScanCommand(console));
    acpi.addSubcommand(new SsdtCommand(console));
    program.addSubcommand(acpi);
    SchemaOption.addTo(program);
    program.setExecutionStrategy(
        parsed -> {
          Optional<String> schema = SchemaOption.asked(parsed);
          if (schema.isEmpty()) {
            return new CommandLine.RunLast().execute(parsed);
          }
          console.out().print(schema.get());
          return ExitStatus.FINE;
        });
    program.setOut(console.out());
    program.setErr(console.err());
    program.setUsageHelpAutoWidth(false);
    program.setCaseInsensitiveEnumValuesAllowed(true);
    program.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    Failures failures = new Failures(console);
    program.setParameterExceptionHandler(failures);
    program.setExecutionExceptionHandler(failures);
    int status = program.execute(args);
    return Math.max(status, console.close());
  }

  /** Runs the program with streams of the caller's, for tests. */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    return run(Console.of(in, out, err), args);
  }
}
