package io.github.romparser.cli.command;

import io.github.romparser.cli.console.Console;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser show FILE…}. */
@Command(
    name = "show",
    description = "Says what is in a file: every chain, every image, both walks, findings.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = ShowOptions.EXIT_HEADING,
    exitCodeList = {ShowOptions.EXIT_0, ShowOptions.EXIT_1, ShowOptions.EXIT_2},
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser show gpu.rom",
      "  rom-parser show --format classic gpu.rom   what the C program prints",
      "  rom-parser show --fail-on warning *.rom && echo all good"
    })
public final class ShowCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private ShowOptions options = new ShowOptions();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "A ROM file; - is standard input.")
  private List<String> files = List.of();

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no file given");
    }
    return new ShowRun(console, options).show(files);
  }
}
