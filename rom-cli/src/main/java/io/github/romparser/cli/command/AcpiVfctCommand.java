package io.github.romparser.cli.command;

import io.github.romparser.acpi.DumpSource;
import io.github.romparser.acpi.Vfct;
import io.github.romparser.acpi.VfctImage;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.ColourMode;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.report.VfctReport;
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

/** {@code rom-parser acpi vfct TABLE}. */
@Command(
    name = "vfct",
    description = "Lists the VBIOS images of AMD's ACPI table VFCT, and writes them.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:there are images, and the table is sound",
      "1:there are none, or the table is damaged",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sudo rom-parser acpi vfct /sys/firmware/acpi/tables/VFCT -o roms",
      "  sudo acpidump | rom-parser acpi vfct -",
      "  rom-parser acpi vfct VFCT.aml --json | jq -r '.images[].address'"
    })
public final class AcpiVfctCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "The table, or the text of acpidump with it; - is standard input.")
  private @Nullable String table;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write each image into this folder.")
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
  public AcpiVfctCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (table == null) {
      throw new ParameterException(spec.commandLine(), "no table given");
    }
    Optional<OutputDir> dir = AcpiInput.folder(folder, force);
    List<DumpSource.Input> inputs = new AcpiInput(console).read(List.of(table));
    if (inputs.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    Vfct vfct = Vfct.read(inputs.get(0).bytes());
    WrittenRoms written = new WrittenRoms(console, dir);
    Map<String, String> files = new HashMap<>();
    for (VfctImage image : vfct.images()) {
      written
          .write(image.fileName(), image.sha256(), image.content())
          .ifPresent(file -> files.put(image.sha256(), file));
    }
    VfctReport report =
        new VfctReport(console, console.colour(colour), inputs.get(0), Optional.ofNullable(folder));
    if (json || format == ReportFormat.JSON) {
      report.json(vfct, files);
    } else {
      report.text(vfct, files);
    }
    return written.failed() ? ExitStatus.TROUBLE : vfct.sound() ? ExitStatus.FINE : ExitStatus.NO;
  }
}
