package io.github.romparser.cli.command;

import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.report.FormatsReport;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Handler;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rom-parser formats}. */
@Command(
    name = "formats",
    description =
        "Every container that extract opens: what is read, what is not, and on what it was proved.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:fine", "1:no format is called so", "2:wrong usage, or output that failed"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser formats                 all of them",
      "  rom-parser formats dell insyde     those of these names or vendors",
      "  rom-parser formats --json | jq -r '.formats[].id'"
    })
public final class FormatsCommand implements Callable<Integer> {

  /** How the table is written. */
  enum Style {
    TEXT,
    JSON,
    MARKDOWN
  }

  private final Console console;

  @Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description = "Only formats that have one of these words in their id, name or vendor.")
  private List<String> words = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json, or markdown: the table of README.md.")
  private Style format = Style.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  /** For the given streams. */
  public FormatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<FormatInfo> formats =
        ExtractOptions.formats().stream()
            .map(Handler::info)
            .filter(this::isAskedFor)
            .sorted(Comparator.comparing(FormatInfo::id))
            .toList();
    FormatsReport report = new FormatsReport(console.out());
    switch (json ? Style.JSON : format) {
      case TEXT -> {
        if (formats.isEmpty()) {
          console.error("no format has " + String.join(" or ", words) + " in its name or vendor");
        } else {
          report.text(formats);
        }
      }
      case JSON -> report.json(formats);
      case MARKDOWN -> report.markdown(formats);
    }
    return formats.isEmpty() ? ExitStatus.NO : ExitStatus.FINE;
  }

  private boolean isAskedFor(FormatInfo format) {
    String all =
        (format.id() + " " + format.name() + " " + format.vendor()).toLowerCase(Locale.ROOT);
    return words.isEmpty()
        || words.stream().anyMatch(word -> all.contains(word.toLowerCase(Locale.ROOT)));
  }
}
