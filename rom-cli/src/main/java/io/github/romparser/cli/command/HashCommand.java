package io.github.romparser.cli.command;

import io.github.romparser.cli.console.ColourMode;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.OutputFile;
import io.github.romparser.sign.SignatureList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser hash FILE…}. */
@Command(
    name = "hash",
    description = "Digests of a ROM, and digest, signer and verdict of each EFI driver in it.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every file has an EFI driver, and no signature is broken",
      "1:one has none, a signature does not hold, or the event log has none of the drivers",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser hash gpu.rom",
      "  rom-parser hash gpu.rom --esl gpu.esl    a list for Secure Boot's db",
      "  cd /sys/kernel/security/tpm0",
      "  rom-parser hash ~/gpu.rom --eventlog binary_bios_measurements",
      "  rom-parser hash --json *.rom | jq -r '.files[].drivers[].authenticode.sha256'"
    })
public final class HashCommand implements Callable<Integer> {

  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "A ROM file or a bare EFI driver; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--esl",
      paramLabel = "OUT",
      description =
          "Write an EFI signature list with the Authenticode SHA-256 of every driver; - is standard"
              + " output.")
  private @Nullable String esl;

  @Option(
      names = "--owner",
      paramLabel = "GUID",
      description = "The owner that the list names. Default: all zeros.")
  private @Nullable String owner;

  @Option(
      names = {"-f", "--force"},
      description = "Replace OUT if it exists.")
  private boolean force;

  @Option(
      names = "--eventlog",
      paramLabel = "LOG",
      description = "Look for the drivers in a TPM's event log, and for drivers that are not here.")
  private @Nullable String eventLog;

  @Option(
      names = "--ca",
      paramLabel = "CERT",
      description = "Tell whether these certificates (PEM or DER) vouch for each signer.")
  private @Nullable String ca;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always, never.")
  private ColourMode colour = ColourMode.AUTO;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public HashCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      throw wrong("no file given");
    }
    if (owner != null && esl == null) {
      throw wrong("--owner names the owner of a list: --esl OUT is missing");
    }
    if (owner != null && !GUID.matcher(owner).matches()) {
      throw wrong("--owner " + owner + ": not a GUID");
    }
    Optional<OutputFile> list = Optional.ofNullable(esl).map(name -> new OutputFile(name, force));
    UUID by = owner == null ? SignatureList.NOBODY : UUID.fromString(owner);
    HashRun run = new HashRun(console, list, by);
    return run.hash(
        files,
        Optional.ofNullable(eventLog),
        Optional.ofNullable(ca),
        json || format == ReportFormat.JSON,
        console.colour(colour));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
