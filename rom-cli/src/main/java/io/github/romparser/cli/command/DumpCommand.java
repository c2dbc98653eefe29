package io.github.romparser.cli.command;

import io.github.romparser.check.ListedDevice;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.OutputFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rom-parser dump -o OUT}. */
@Command(
    name = "dump",
    description = "Takes a graphics card's ROM out of this machine (Linux), by every way there is.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the ROM was written",
      "1:no way led to a ROM; nothing was written",
      "2:wrong usage, no such device, one that vanished, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sudo rom-parser dump -o gpu.rom",
      "  sudo rom-parser dump --device 01:00.0 -o gpu.rom",
      "  rom-parser dump --root saved-machine -o gpu.rom    a copy of /sys and /proc"
    })
public final class DumpCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--device",
      paramLabel = "BDF",
      description = "The card's address, such as 01:00.0. Default: the only display device.")
  private @Nullable String device;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "A folder with a copy of /sys and /proc instead of this machine's.")
  private @Nullable String root;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The file to write; - is standard output.")
  private @Nullable String output;

  @Option(
      names = {"-f", "--force"},
      description = "Replace OUT if it exists.")
  private boolean force;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public DumpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (output == null) {
      throw wrong("no output given: -o OUT is missing");
    }
    Optional<String> address =
        Optional.ofNullable(device)
            .map(
                text ->
                    ListedDevice.address(text)
                        .orElseThrow(
                            () -> wrong("'" + text + "' is no PCI address; give bb:ss.f")));
    boolean programs = json || format == ReportFormat.JSON;
    return new DumpRun(console, new OutputFile(output, force), programs)
        .dump(Optional.ofNullable(root), address);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
