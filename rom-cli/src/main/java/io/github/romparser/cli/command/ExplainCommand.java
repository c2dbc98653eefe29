package io.github.romparser.cli.command;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.report.ExplainReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code rom-parser explain LINE}. */
@Command(
    name = "explain",
    description = "Says what a line of a kernel's, driver's or hypervisor's log about a ROM means.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:at least one line is known",
      "1:none is",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser explain 'romfile \"gpu.rom\" is empty'",
      "  dmesg | rom-parser explain",
      "  rom-parser explain --json - < qemu.log"
    })
public final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "LINE",
      arity = "0..*",
      description = "The line, quoted or not; without it, or with -, lines of standard input.")
  private List<String> words = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  /** For the given streams. */
  public ExplainCommand(Console console) {
    this.console = console;
  }

  /** Takes the command's model. A line of QEMU's may have words such as -device, which are text. */
  @Spec
  void model(CommandSpec model) {
    this.spec = model;
    model.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws IOException {
    if (spec != null && !words.isEmpty() && words.get(0).matches("--[a-z]{1,20}(?:=\\S*)?")) {
      throw new UnmatchedArgumentException(spec.commandLine(), List.of(words.get(0)));
    }
    boolean stdin = words.isEmpty() || words.equals(List.of("-"));
    String text =
        stdin
            ? new String(
                ByteInput.of("-", console.in()).read().toByteArray(), StandardCharsets.UTF_8)
            : String.join(" ", words);
    ExplainReport report = new ExplainReport(console);
    boolean asJson = json || format == ReportFormat.JSON;
    boolean known = asJson ? report.json(text) : report.text(text);
    return known ? ExitStatus.FINE : ExitStatus.NO;
  }
}
