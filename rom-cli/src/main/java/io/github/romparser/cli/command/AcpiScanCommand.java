package io.github.romparser.cli.command;

import io.github.romparser.acpi.AmlScan;
import io.github.romparser.acpi.AmlScanner;
import io.github.romparser.acpi.DumpSource;
import io.github.romparser.acpi.EmbeddedRom;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.ColourMode;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.report.AmlScanReport;
import io.github.romparser.cli.report.ScannedTables;
import io.github.romparser.extract.output.OutputDir;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser acpi scan TABLE…}. */
@Command(
    name = "scan",
    description = {
      "Tells which device hands out a ROM through ACPI, and where that ROM is.",
      "",
      "Give all tables of a machine at once: names of one are used in another. ROMs that stand in"
          + " the tables are written with -o."
    },
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:a device hands out a ROM, or a Buffer holds one (with -o: a whole one was written)",
      "1:neither",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sudo cat /sys/firmware/acpi/tables/[DS]SDT* | rom-parser acpi scan -",
      "  sudo acpidump | rom-parser acpi scan -",
      "  rom-parser acpi scan ssdt*.aml -o roms"
    })
public final class AcpiScanCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..*",
      description = "A table, several in one file, or the text of acpidump; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write each ROM that stands in the tables into this folder.")
  private @Nullable String folder;

  @Option(
      names = {"-f", "--force"},
      description = "Replace files that exist.")
  private boolean force;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always, never.")
  private ColourMode colour = ColourMode.AUTO;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public AcpiScanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no table given");
    }
    Optional<OutputDir> dir = AcpiInput.folder(folder, force);
    List<DumpSource.Input> inputs = new AcpiInput(console).read(files);
    if (inputs.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    ScannedTables tables = ScannedTables.of(inputs);
    AmlScan scan = AmlScanner.scan(tables.tables());
    WrittenRoms written = new WrittenRoms(console, dir);
    Map<String, String> names = new HashMap<>();
    for (EmbeddedRom rom : scan.roms()) {
      written
          .write(rom.fileName(), rom.sha256(), rom.bytes())
          .ifPresent(name -> names.put(rom.sha256(), name));
    }
    AmlScanReport report =
        new AmlScanReport(console, console.colour(colour), tables, Optional.ofNullable(folder));
    if (json || format == ReportFormat.JSON) {
      report.json(scan, names);
    } else {
      report.text(scan, names);
    }
    if (written.failed() || inputs.size() < files.size()) {
      return ExitStatus.TROUBLE;
    }
    boolean whole = scan.roms().stream().anyMatch(rom -> rom.missing() == 0);
    boolean found = whole || (dir.isEmpty() && !scan.methods().isEmpty());
    return found ? ExitStatus.FINE : ExitStatus.NO;
  }
}
