package io.github.romparser.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rom-parser acpi COMMAND}: what has no ROM BAR is reached through ACPI. */
@Command(
    name = "acpi",
    description = "Takes ROMs out of ACPI tables and _ROM dumps, and makes tables for a guest.",
    mixinStandardHelpOptions = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:fine",
      "1:the answer is no: there is no ROM, or something is wrong with it",
      "2:wrong usage, unreadable input, or output that failed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sudo cat /sys/firmware/acpi/tables/[DS]SDT* | rom-parser acpi scan -",
      "  rom-parser acpi rom --help"
    })
public final class AcpiCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Its commands are added to it. */
  public AcpiCommand() {}

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command given");
    }
  }
}
