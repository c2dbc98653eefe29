package io.github.romparser.cli.command;

import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.DiffReport;
import io.github.romparser.cli.report.html.DiffPage;
import io.github.romparser.compare.RomDiff;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser diff A B}. */
@Command(
    name = "diff",
    description = "Says what differs between two ROMs, image by image.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the same ROM, whatever stands around it",
      "1:something differs",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser diff dump.rom download.rom",
      "  rom-parser diff --json a.rom b.rom | jq -r .verdict"
    })
public final class DiffCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "A ROM file; - is standard input.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "Another one.")
  private String second;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Mixin private HtmlOption html = new HtmlOption();

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets spec and files before anything is called.
  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (first.equals("-") && second.equals("-")) {
      throw new ParameterException(spec.commandLine(), "A and B cannot both be standard input");
    }
    Optional<HtmlOutput> page = html.output(console, List.of(first, second));
    Optional<RomFile> a = InputFile.read(console, first);
    Optional<RomFile> b = InputFile.read(console, second);
    if (a.isEmpty() || b.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    RomDiff diff = RomDiff.of(a.get(), b.get());
    DiffReport report = new DiffReport(console.out(), first, second);
    if (json || format == ReportFormat.JSON) {
      report.json(diff);
    } else {
      report.text(diff);
    }
    int status = diff.verdict().equal() ? ExitStatus.FINE : ExitStatus.NO;
    if (page.isPresent()) {
      Slice bytes = DiffPage.of(first, second, diff, PciIds.ofSystem());
      status = Math.max(status, page.get().write(bytes));
    }
    return status;
  }
}
