package io.github.romparser.cli.command;

import io.github.romparser.cli.console.Console;
import io.github.romparser.extract.Budget;
import io.github.romparser.scan.ScanOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser scan DIR…}. */
@Command(
    name = "scan",
    description = {
      "Thousands of files: one JSON line each, with the option ROMs in it, at any depth.",
      "Run again after it was stopped, it goes on where it was."
    },
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every file has its line",
      "2:wrong usage, unreadable input, or output that failed; the other files have their lines"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser scan corpus --jobs 8 --output results.jsonl",
      "  rom-parser scan corpus --output - | jq -r 'select(.romCount > 0) | .name'",
      "  rom-parser scan roms --no-unpack --output roms.jsonl   ROM files only, fast"
    })
public final class ScanCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "A folder, with all that is below it, or a file. Links are not followed.")
  private List<String> folders = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where the lines go; - is standard output. An existing one is gone on with.")
  private String output = "";

  @Option(names = "--force", description = "Begin an existing output anew.")
  private boolean force;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "So many files at a time; by default as many as there are processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description = "The search in one file ends after so long; default ${DEFAULT-VALUE}.")
  private int seconds = 60;

  @Option(
      names = "--max-size",
      paramLabel = "MIB",
      description = "Larger files are not read; default ${DEFAULT-VALUE}.")
  private int mebibytes = 512;

  @Option(names = "--no-unpack", description = "Look at ROM files only, not inside of others.")
  private boolean plain;

  @Option(names = "--no-progress", description = "Show no progress bar.")
  private boolean noProgress;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public ScanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1 || jobs > 1024) {
      throw new ParameterException(spec.commandLine(), "--jobs: 1 to 1024");
    }
    if (seconds < 1 || mebibytes < 1 || mebibytes > 2047) {
      throw new ParameterException(spec.commandLine(), "--time: at least 1; --max-size: 1 to 2047");
    }
    Budget budget = Budget.usual();
    long held = Math.max(16L << 20, budget.heldBytes() / jobs);
    ScanOptions options =
        new ScanOptions(
            !plain,
            (long) mebibytes << 20,
            budget
                .within(Duration.ofSeconds(seconds))
                .bytes(budget.partBytes(), held, budget.decodedBytes()));
    return new ScanRun(console, options, jobs, !noProgress).run(folders, output, force);
  }
}
