package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.edit.Edit;
import io.github.romparser.edit.EditCode;
import io.github.romparser.edit.EditStep;
import io.github.romparser.edit.Refusal;
import io.github.romparser.edit.Repair;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.sign.Sha256;
import io.github.romparser.vendor.RomContents;
import java.io.PrintWriter;
import java.util.List;

/** What became of an edit, for people. */
final class EditText implements EditReport {

  /** Longer chains are cut. */
  private static final int MOST_IMAGES = 24;

  private final Console console;
  private final PrintWriter out;
  private final String names;

  EditText(Console console, PrintWriter out, List<String> names) {
    this.console = console;
    this.out = out;
    this.names = Plain.text(String.join(", ", names));
  }

  @Override
  public void written(String output, Edit edit) {
    out.println(names + ":");
    for (EditStep step : edit.steps()) {
      out.println("  " + line(step));
    }
    RomFile rom = RomReader.read(edit.bytes());
    out.println(
        (output.equals("-") ? "Standard output" : Plain.text(output))
            + ": "
            + TextReport.bytes(rom.bytes().length())
            + ", sha256 "
            + Sha256.hex(rom.bytes()));
    List<RomImage> images =
        rom.chains().stream().map(RomChain::images).flatMap(List::stream).toList();
    OpenedDrivers drivers = new OpenedDrivers(RomContents.of(rom));
    images.stream()
        .limit(MOST_IMAGES)
        .forEach(image -> out.println("  " + ImageLine.of(image, PciIds.none(), drivers)));
    if (images.size() > MOST_IMAGES) {
      out.println("  and " + (images.size() - MOST_IMAGES) + " more images");
    }
    for (Finding finding : rom.findings()) {
      if (finding.severity().atLeast(Severity.WARNING)) {
        out.println(
            "  still "
                + finding.severity().id()
                + " "
                + finding.code().id()
                + ": "
                + finding.message());
      }
    }
  }

  private static String line(EditStep step) {
    boolean warning = step.code().mark() == EditCode.Mark.WARNING;
    return (warning ? "warning: " : "") + step.message();
  }

  @Override
  public void refused(Refusal refusal) {
    console.error(names + ": " + refusal.message());
    console.err().println(refusal.advice());
    console.err().flush();
  }

  @Override
  public void repairs(List<Repair> repairs) {
    out.println(names + ":");
    if (repairs.isEmpty()) {
      out.println("  There is nothing to mend.");
    }
    for (Repair repair : repairs) {
      if (repair.result() instanceof Edit edit) {
        out.println("  " + repair.kind().option() + " would do this:");
        edit.steps().forEach(step -> out.println("    " + line(step)));
      } else if (repair.result() instanceof Refusal refusal) {
        out.println("  " + repair.kind().option() + " cannot help: " + refusal.message());
        out.println("    " + refusal.advice());
      }
    }
  }
}
