package io.github.romparser.cli.command;

import io.github.romparser.cli.console.ColourMode;
import io.github.romparser.cli.console.Console;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser check FILE --for T[,T...]}. */
@Command(
    name = "check",
    description =
        "Says whether firmware or a driver would take this ROM, why not, and what mends it.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every consumer asked for takes the ROM",
      "1:one does not",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser check gpu.rom --for ovmf",
      "  rom-parser check gpu.rom --device 10de:1c03 -v",
      "  lspci -nnk | rom-parser check gpu.rom --lspci -"
    })
public final class CheckCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A ROM file; - is standard input.")
  private String file;

  @Option(
      names = "--for",
      split = ",",
      paramLabel = "TARGET",
      completionCandidates = CheckChoices.Targets.class,
      description =
          "Consumers: ovmf, seabios, qemu, linux, coreboot, nouveau, nova, amdgpu, radeon, i915."
              + " Default: ovmf,seabios.")
  private List<String> targets = List.of("ovmf", "seabios");

  @Option(
      names = "--device",
      paramLabel = "VVVV:DDDD",
      description = "The card's ids in hex; without it the ROM's own are taken.")
  private @Nullable String device;

  @Option(
      names = "--bar-size",
      paramLabel = "BYTES",
      description = "Size of the ROM BAR (romsize=); default: the next power of two.")
  private @Nullable Long barSize;

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      completionCandidates = CheckChoices.Machines.class,
      description = "The guest's: x64 (default), ia32, aa64, riscv64, loongarch64.")
  private String arch = "x64";

  @Option(
      names = "--secure-boot",
      description = "The guest's firmware has Secure Boot switched on.")
  private boolean secureBoot;

  @Option(
      names = "--rombar",
      paramLabel = "0|1",
      completionCandidates = CheckChoices.Bars.class,
      description = "rombar= of the device; with 0 the file goes over fw_cfg. Default: 1.")
  private int romBar = 1;

  @Option(
      names = "--lspci",
      paramLabel = "FILE",
      description =
          "Take the card from the output of lspci -nnk or from /sys/bus/pci/devices; - is standard"
              + " input.")
  private @Nullable String lspci;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "What each consumer does, step by step.")
  private boolean verbose;

  @Mixin private HtmlOption html = new HtmlOption();

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always, never.")
  private ColourMode colour = ColourMode.AUTO;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets spec and file before anything is called.
  public CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CheckRun run = new CheckRun(console);
    Optional<HtmlOutput> page = html.output(console, List.of(file));
    try {
      return run.check(
          file,
          new CheckRun.Asked(
              targets,
              Optional.ofNullable(device),
              Optional.ofNullable(barSize),
              arch,
              secureBoot,
              romBar,
              Optional.ofNullable(lspci)),
          json ? ReportFormat.JSON : format,
          console.colour(colour),
          verbose,
          page);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
