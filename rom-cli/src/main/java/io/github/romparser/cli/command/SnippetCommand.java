package io.github.romparser.cli.command;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.check.ListedDevice;
import io.github.romparser.check.PciDeviceText;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.report.Snippet;
import io.github.romparser.cli.report.SnippetReport;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser snippet ROM --for libvirt|qemu|proxmox}. */
@Command(
    name = "snippet",
    description = "Prints what to paste into a virtual machine's configuration to use this ROM.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:printed, and nothing is wrong with the ROM",
      "1:printed, but the ROM is not usable as it stands",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser snippet gpu.rom --for libvirt --host 01:00.0",
      "  lspci -nnk | rom-parser snippet gpu.rom --for qemu --lspci -",
      "  rom-parser snippet gpu.rom --for proxmox >> notes.txt"
    })
public final class SnippetCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ROM", description = "A ROM file; - is standard input.")
  private String file;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "TARGET",
      description = "libvirt, qemu or proxmox.")
  private Snippet.Target target;

  @Option(
      names = "--host",
      paramLabel = "BDF",
      description = "Address of the card on the host, such as 01:00.0.")
  private @Nullable String host;

  @Option(
      names = "--lspci",
      paramLabel = "FILE",
      description =
          "Take address and subsystem ids from the output of lspci -nnk or from"
              + " /sys/bus/pci/devices; - is standard input.")
  private @Nullable String lspci;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets spec, file and target before the call.
  public SnippetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<String> address = Optional.ofNullable(host).map(this::address);
    if (file.equals("-") && "-".equals(lspci)) {
      throw usage("ROM and --lspci cannot both be standard input");
    }
    Optional<RomFile> rom = InputFile.read(console, file);
    if (rom.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    List<ListedDevice> listed;
    try {
      listed = lspci == null ? List.of() : devices(lspci);
    } catch (IOException e) {
      console.error(FailureText.of(String.valueOf(lspci), e));
      return ExitStatus.TROUBLE;
    }
    Optional<Path> path =
        file.equals("-")
            ? Optional.empty()
            : Optional.of(Path.of(file).toAbsolutePath().normalize());
    Snippet snippet = Snippet.of(target, rom.get(), path, address, listed, lspci != null);
    SnippetReport report = new SnippetReport(console);
    if (json || format == ReportFormat.JSON) {
      report.json(file, rom.get(), snippet);
    } else {
      report.text(snippet);
    }
    return report.warnings(file, rom.get(), snippet) ? ExitStatus.NO : ExitStatus.FINE;
  }

  private List<ListedDevice> devices(String name) throws IOException {
    return name.equals("-")
        ? PciDeviceText.parse(ByteInput.of(name, console.in()).read())
        : PciDeviceText.read(Path.of(name));
  }

  private String address(String text) {
    return ListedDevice.address(text)
        .orElseThrow(() -> usage("'" + text + "' is no PCI address; give bb:ss.f"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
