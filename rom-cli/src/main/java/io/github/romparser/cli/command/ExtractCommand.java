package io.github.romparser.cli.command;

import io.github.romparser.check.PciDevice;
import io.github.romparser.cli.console.ColourMode;
import io.github.romparser.cli.console.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser extract BLOB… (-o DIR | --list)}. */
@Command(
    name = "extract",
    description =
        "Finds every VBIOS and option ROM inside firmware updates, installers, archives and flash"
            + " dumps, at any depth.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:a ROM was found in every file (with --device: one for that device)",
      "1:none was found in one of them",
      "2:wrong usage, unreadable input, or output that could not be written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser extract update.exe --list",
      "  rom-parser extract update.exe -o roms --device 10de:1c8d",
      "  rom-parser extract flash.bin -o roms --manifest roms/found.json"
    })
public final class ExtractCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BLOB",
      arity = "0..*",
      description = "Anything that may hold ROMs; - is standard input.")
  private List<String> files = List.of();

  @ArgGroup private @Nullable Where where;

  @Option(
      names = "--device",
      paramLabel = "VVVV:DDDD",
      description = "Mark the ROMs for this device, and those of its family; ids in hex.")
  private @Nullable String device;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Write the JSON report to a file too.")
  private @Nullable String manifest;

  @Mixin private HtmlOption html = new HtmlOption();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Threads to use; default: one for each core. The result is the same.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description = "End the search of a file after this time; default: 600, 0 for no end.")
  private long seconds = 600;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "A line for each ROM as it is found, and everything that was not opened.")
  private boolean verbose;

  @Option(names = "--no-progress", description = "Show no progress bar.")
  private boolean noProgress;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always, never.")
  private ColourMode colour = ColourMode.AUTO;

  /** Where the ROMs go. */
  static final class Where {
    @Option(
        names = "-o",
        paramLabel = "DIR",
        required = true,
        description = "Write the ROMs to this folder.")
    private @Nullable String folder;

    @SuppressWarnings("UnusedVariable") // That it was given is all: no folder then.
    @Option(names = "--list", required = true, description = "Write no files; only tell.")
    private boolean list;
  }

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      throw wrong("no file given");
    }
    if (where == null) {
      throw wrong("give -o DIR to write the ROMs to a folder, or --list to see what there is");
    }
    if (jobs < 1) {
      throw wrong("--jobs " + jobs + ": at least 1");
    }
    if (seconds < 0) {
      throw wrong("--time " + seconds + ": not a time");
    }
    if (files.stream().filter("-"::equals).count() > 1) {
      throw wrong("standard input can be read only once");
    }
    if (manifest != null && html.name().filter(manifest::equals).isPresent()) {
      throw wrong("--manifest and --html name the same file");
    }
    Optional<HtmlOutput> page = html.output(console, files);
    Optional<PciDevice> card = Optional.ofNullable(device).map(this::card);
    return new ExtractRun(
            console,
            new ExtractRun.Asked(
                Optional.ofNullable(where.folder),
                card,
                Optional.ofNullable(manifest),
                html.force(),
                jobs,
                Duration.ofSeconds(seconds),
                json || format == ReportFormat.JSON,
                verbose,
                !noProgress,
                console.colour(colour),
                page))
        .run(files);
  }

  private PciDevice card(String ids) {
    return PciDevice.parse(ids)
        .orElseThrow(
            () ->
                wrong("--device " + ids + ": not an id; ids are four hex digits each, vvvv:dddd"));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
