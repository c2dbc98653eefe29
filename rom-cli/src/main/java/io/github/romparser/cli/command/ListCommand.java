package io.github.romparser.cli.command;

import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.report.ListEntry;
import io.github.romparser.cli.report.ListReport;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rom-parser list FILE…}. */
@Command(
    name = "list",
    description = "One line a file: ids, class, size, digest, images, kind, name.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every file has a ROM in it",
      "1:one has none",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser list *.rom",
      "  rom-parser list --by-content *.rom     which files hold the same ROM",
      "  rom-parser list --json *.rom | jq '.files[] | select(.vendorId == \"10de\")'"
    })
public final class ListCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A file; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--by-content",
      description = "One line for all files whose first ROM has the same bytes, padding aside.")
  private boolean byContent;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  /** For the given streams. */
  public ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int status = ExitStatus.FINE;
    List<ListEntry> entries = new ArrayList<>();
    for (String file : files) {
      Optional<RomFile> rom = InputFile.read(console, file);
      if (rom.isEmpty()) {
        status = ExitStatus.TROUBLE;
        continue;
      }
      ListEntry entry = ListEntry.of(file, rom.get());
      status = Math.max(status, entry.isRom() ? ExitStatus.FINE : ExitStatus.NO);
      entries.add(entry);
    }
    ListReport report = new ListReport(console.out());
    if (json || format == ReportFormat.JSON) {
      report.json(entries, byContent);
    } else {
      report.text(entries, byContent);
    }
    return status;
  }
}
