package io.github.romparser.cli.command;

import io.github.romparser.acpi.ssdt.AcpiPath;
import io.github.romparser.acpi.ssdt.FakeBattery;
import io.github.romparser.acpi.ssdt.FwCfgName;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.OutputSet;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser acpi ssdt ROM}. */
@Command(
    name = "ssdt",
    description = "Makes ACPI tables with which a guest's driver gets the ROM through _ROM.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the tables were written",
      "1:there is no whole ROM at the start of the file, or it is too large; nothing was written",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser acpi ssdt gpu.rom --pci 01.0/00.0 --embed -o gpu.aml",
      "  rom-parser acpi ssdt gpu.rom --pci 01.0/00.0 --fw-cfg opt/x/rom -o gpu.aml",
      "  rom-parser acpi ssdt gpu.rom --path '\\_SB.PCI0.S08.S00' --embed --asl | less"
    })
public final class SsdtCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ROM", arity = "0..1", description = "A ROM file; - is standard input.")
  private @Nullable String file;

  @Option(
      names = "--pci",
      paramLabel = "SS.F/SS.F",
      description = "Where the card is in a guest of QEMU: root port, then card, in hex.")
  private @Nullable String pci;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The same as a path of ACPI; the device has to exist in the guest.")
  private @Nullable String path;

  @Option(names = "--embed", description = "Put the ROM into the tables; several if it is large.")
  private boolean embed;

  @Option(
      names = "--fw-cfg",
      paramLabel = "NAME",
      arity = "0..1",
      fallbackValue = FwCfgName.USUAL_TEXT,
      description =
          "One small table that reads the ROM from QEMU. Without NAME: ${FALLBACK-VALUE}.")
  private @Nullable String fwCfg;

  @Option(
      names = "--battery",
      paramLabel = "WHICH",
      description = "none (default), missing or full: NVIDIA's drivers for laptops want one.")
  private FakeBattery battery = FakeBattery.NONE;

  @Option(names = "--asl", description = "Write the same as source text; without -o print it.")
  private boolean asl;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; further tables are FILE-1.aml, FILE-2.aml, ...")
  private @Nullable String output;

  @Option(
      names = {"-f", "--force"},
      description = "Replace files that exist.")
  private boolean force;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public SsdtCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (file == null) {
      throw wrong("no ROM given");
    }
    boolean programs = json || format == ReportFormat.JSON;
    if (output == null && (!asl || programs)) {
      throw wrong("no output given: -o FILE is missing");
    }
    if (embed == (fwCfg != null)) {
      throw wrong("one of --embed and --fw-cfg is needed");
    }
    SsdtRun run =
        new SsdtRun(console, device(), Optional.ofNullable(pci), name(), battery, asl, programs);
    return run.make(file, Optional.ofNullable(output).map(o -> new OutputSet(o, force)));
  }

  private AcpiPath device() {
    if (path != null && pci == null) {
      return AcpiPath.parse(path)
          .orElseThrow(() -> wrong("'" + path + "' is no ACPI path, such as \\_SB.PCI0.S08.S00"));
    }
    if (pci != null && path == null) {
      return AcpiPath.ofPci(pci)
          .orElseThrow(
              () -> wrong("'" + pci + "' is not of the form SS.F/SS.F, such as 01.0/00.0"));
    }
    throw wrong("one of --path and --pci is needed");
  }

  private Optional<FwCfgName> name() {
    return fwCfg == null
        ? Optional.empty()
        : Optional.of(
            FwCfgName.parse(fwCfg)
                .orElseThrow(
                    () ->
                        wrong(
                            "'"
                                + fwCfg
                                + "' is no name for --fw-cfg: at most "
                                + FwCfgName.LONGEST
                                + " printable characters")));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
