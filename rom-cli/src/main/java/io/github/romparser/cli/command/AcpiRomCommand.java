package io.github.romparser.cli.command;

import io.github.romparser.acpi.DumpSource;
import io.github.romparser.acpi.RomChunks;
import io.github.romparser.acpi.RomDump;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.ColourMode;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.OutputFile;
import io.github.romparser.cli.report.RomDumpReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser acpi rom CHUNK… -o OUT}. */
@Command(
    name = "rom",
    description = {
      "Puts a ROM together from what the ACPI method _ROM gave.",
      "",
      "Takes pieces in files (in the order of the numbers in their names), acpi_call replies,"
          + " acpiexec output, ACPI tables and acpidump text, iasl -d source, C arrays and lists of"
          + " bytes, hex dumps (xxd, hexdump, od) and Windows registry exports. What a file is, is"
          + " seen from its content."
    },
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:written, and nothing is missing or wrong as far as can be told",
      "1:there is no ROM, and nothing was written; or something is wrong with it",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser acpi rom chunk_*.bin -o gpu.rom",
      "  rom-parser acpi rom acpi_call.log -o gpu.rom",
      "  rom-parser acpi rom ssdt*.dsl -o gpu.rom    Buffers RP00, RP01 ... of iasl -d",
      "  xxd vbios.bin | rom-parser acpi rom - -o gpu.rom"
    })
public final class AcpiRomCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CHUNK",
      arity = "0..*",
      description = "A file with a piece, or with all of them; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Where the ROM goes; - is standard output.")
  private @Nullable String output;

  @Option(names = "--keep-tail", description = "Keep everything behind the ROM.")
  private boolean keepTail;

  @Option(
      names = {"-f", "--force"},
      description = "Replace OUT if it exists.")
  private boolean force;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always, never.")
  private ColourMode colour = ColourMode.AUTO;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public AcpiRomCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no file given");
    }
    if (output == null) {
      throw new ParameterException(spec.commandLine(), "no output given: -o OUT is missing");
    }
    OutputFile out = new OutputFile(output, force);
    String name = out.isStandardOutput() ? "standard output" : output;
    List<DumpSource.Input> inputs = new AcpiInput(console).read(files);
    // A ROM without one of its pieces is none.
    if (inputs.size() < files.size()) {
      return ExitStatus.TROUBLE;
    }
    try {
      out.check(files);
      RomDump dump = RomChunks.read(inputs, keepTail);
      if (dump.rom().isPresent()) {
        out.write(dump.rom().get().bytes());
      }
      new RomDumpReport(console, console.colour(colour), out)
          .write(dump, json || format == ReportFormat.JSON);
      return dump.sound() ? ExitStatus.FINE : ExitStatus.NO;
    } catch (IOException e) {
      throw new IOException(FailureText.of(name, e), e);
    }
  }
}
