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

/** {@code rom-parser FILE…}, which is {@code rom-parser show FILE…}. */
@Command(
    name = "rom-parser",
    description = "Reads VBIOS and PCI option ROMs and says what is in them.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "rom-parser [OPTION]... FILE...",
      "       rom-parser COMMAND [OPTION]... [ARGUMENT]..."
    },
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = ShowOptions.EXIT_HEADING,
    exitCodeList = {ShowOptions.EXIT_0, ShowOptions.EXIT_1, ShowOptions.EXIT_2},
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser gpu.rom                       what is in the file, what is wrong",
      "  rom-parser -v gpu.rom                    every field of every header",
      "  rom-parser --json gpu.rom | jq .chains   the same for programs",
      "  cat /sys/bus/pci/devices/0000:01:00.0/rom | rom-parser -"
    })
public final class RootCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private ShowOptions options = new ShowOptions();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "A ROM file; - is standard input.")
  private List<String> files = List.of();

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called.
  public RootCommand(Console console) {
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
