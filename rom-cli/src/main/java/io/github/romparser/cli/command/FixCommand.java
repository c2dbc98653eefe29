package io.github.romparser.cli.command;

import io.github.romparser.cli.console.Console;
import io.github.romparser.edit.DeviceIds;
import io.github.romparser.edit.FixRequest;
import io.github.romparser.edit.RomEditor;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rom-parser fix FILE -o OUT}. */
@Command(
    name = "fix",
    description = {
      "Repairs the headers of a ROM, never in place, and tells every step.",
      "Without a repair to make it lists what is wrong and which option mends it."
    },
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = ShowOptions.EXIT_HEADING,
    exitCodeList = {EditOptions.EXIT_0, EditOptions.EXIT_1, EditOptions.EXIT_2},
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser fix gpu.rom                          what is wrong?",
      "  rom-parser fix gpu.rom --checksum -o mended.rom",
      "  rom-parser fix gop.rom --set-id 1002:1640 -o mine.rom"
    })
public final class FixCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private EditOptions options = new EditOptions();

  @Option(names = "--set-id", paramLabel = "ID", description = "Set the ids, as vvvv:dddd in hex.")
  private @Nullable String id;

  @Option(names = "--allow-odd-id", description = "Take an id that looks like a decimal number.")
  private boolean allowOddId;

  @Option(names = "--checksum", description = "Mend the checksum of legacy images.")
  private boolean checksum;

  @Option(names = "--set-last", description = "Mark the last image that is whole as the last.")
  private boolean last;

  @Option(names = "--set-length", description = "Mend image lengths where it is clear how.")
  private boolean length;

  @Parameters(paramLabel = "FILE", description = "A ROM file; - is standard input.")
  private String file;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before anything is called.
  public FixCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    EditRun run = new EditRun(console, spec, options);
    Optional<DeviceIds> ids = Optional.ofNullable(id).flatMap(DeviceIds::parse);
    if (id != null && ids.filter(parsed -> parsed.deviceIds().size() == 1).isEmpty()) {
      throw run.wrong("--set-id " + id + ": not an id; ids are four hex digits each, vvvv:dddd");
    }
    FixRequest request = new FixRequest(ids, allowOddId, checksum, last, length);
    return request.isEmpty()
        ? run.repairs(file)
        : run.run(List.of(file), in -> RomEditor.fix(RomReader.read(in.get(0)), request));
  }
}
