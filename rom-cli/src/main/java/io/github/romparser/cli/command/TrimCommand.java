package io.github.romparser.cli.command;

import io.github.romparser.cli.console.Console;
import io.github.romparser.edit.RomEditor;
import io.github.romparser.edit.TrimOptions;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser trim FILE -o OUT}. */
@Command(
    name = "trim",
    description = "Writes the ROM alone, without what stands before and behind it.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = ShowOptions.EXIT_HEADING,
    exitCodeList = {EditOptions.EXIT_0, EditOptions.EXIT_1, EditOptions.EXIT_2},
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser trim nvflash.rom -o gpu.rom      ready for romfile=",
      "  rom-parser trim --keep-vendor dump.rom -o gpu.rom"
    })
public final class TrimCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private EditOptions options = new EditOptions();

  @Option(names = "--keep-tail", description = "Keep everything behind the ROM.")
  private boolean keepTail;

  @Option(
      names = "--keep-vendor",
      description = "Keep NVIDIA's own images behind the last PCI image.")
  private boolean keepVendor;

  @Parameters(paramLabel = "FILE", description = "A ROM file; - is standard input.")
  private String file;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before anything is called.
  public TrimCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TrimOptions keep = new TrimOptions(keepTail, keepVendor);
    return new EditRun(console, spec, options)
        .run(List.of(file), in -> RomEditor.trim(RomReader.read(in.get(0)), keep));
  }
}
