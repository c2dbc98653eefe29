package io.github.romparser.cli.command;

import io.github.romparser.cli.console.Console;
import io.github.romparser.edit.DeviceIds;
import io.github.romparser.edit.RomBuilder;
import io.github.romparser.edit.WrapRequest;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.util.ArrayList;
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

/** {@code rom-parser wrap DRIVER.efi… --device vvvv:dddd -o OUT}. */
@Command(
    name = "wrap",
    description = "Builds an option ROM out of EFI drivers and, in front of them, a legacy image.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = ShowOptions.EXIT_HEADING,
    exitCodeList = {EditOptions.EXIT_0, EditOptions.EXIT_1, EditOptions.EXIT_2},
    footerHeading = "%nExamples:%n",
    footer = {
      "  rom-parser wrap AmdGopDriver.efi --device 1002:1640 -o gop.rom",
      "  rom-parser wrap --compress large.efi --device 1002:1640 -o gop.rom",
      "  rom-parser wrap x64.efi aa64.efi --legacy old.rom \\",
      "      --device 10de:1c03,1c06 -o gpu.rom"
    })
public final class WrapCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private EditOptions options = new EditOptions();

  @Option(
      names = "--device",
      paramLabel = "IDS",
      required = true,
      description = "The devices, as vvvv:dddd[,dddd...] in hex.")
  private String device;

  @Option(
      names = "--legacy",
      paramLabel = "FILE",
      description = "A ROM whose legacy image goes first.")
  private @Nullable String legacy;

  @Option(
      names = "--class",
      paramLabel = "CODE",
      defaultValue = "030000",
      description = "Class code, six hex digits (default: ${DEFAULT-VALUE}, VGA display).")
  private String classCode;

  @Option(
      names = "--compress",
      description = "Compress the drivers, as EfiRom -ec does; firmware takes them out again.")
  private boolean compress;

  @Option(names = "--allow-odd-id", description = "Take an id that looks like a decimal number.")
  private boolean allowOddId;

  @Parameters(
      paramLabel = "DRIVER",
      arity = "1..*",
      description = "EFI drivers; - is standard input.")
  private List<String> drivers;

  /** For the given streams. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before anything is called.
  public WrapCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    EditRun run = new EditRun(console, spec, options);
    DeviceIds ids =
        DeviceIds.parse(device)
            .orElseThrow(
                () ->
                    run.wrong(
                        "--device "
                            + device
                            + ": not an id; ids are four hex digits each, vvvv:dddd[,dddd...]"));
    if (!classCode.matches("[0-9a-fA-F]{6}")) {
      throw run.wrong("--class " + classCode + ": not a class code; six hex digits are, 030000");
    }
    int code = Integer.parseInt(classCode, 16);
    int count = drivers.size();
    List<String> names = new ArrayList<>(drivers);
    Optional.ofNullable(legacy).ifPresent(names::add);
    return run.run(
        names,
        in -> {
          Optional<RomFile> old = in.stream().skip(count).map(RomReader::read).findFirst();
          return RomBuilder.wrap(
              new WrapRequest(in.subList(0, count), old, ids, allowOddId, code, compress));
        });
  }
}
