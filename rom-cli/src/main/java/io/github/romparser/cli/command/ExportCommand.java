package io.github.romparser.cli.command;

import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.OutputFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser export FILE -o DIR}. */
@Command(
    name = "export",
    description = "Writes every image of a ROM, and each EFI driver decompressed, as files.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything was written",
      "1:there is no ROM, or something in it could not be taken out",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser export gpu.rom -o parts      parts/chain0-image0-legacy.rom, ...",
      "  rom-parser export --json gpu.rom -o parts | jq -r '.files[].name'"
    })
public final class ExportCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder to write to; it is made if there is none.")
  private @Nullable String output;

  @Option(
      names = {"-f", "--force"},
      description = "Replace files that exist.")
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to tell what was written: text (default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "A ROM file; - is standard input.")
  private String file;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before anything is called.
  public ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (output == null) {
      throw new ParameterException(spec.commandLine(), "no output given: -o DIR is missing");
    }
    boolean programs = json || format == ReportFormat.JSON;
    return new ExportRun(console, new OutputFolder(output, force), programs).export(file);
  }
}
