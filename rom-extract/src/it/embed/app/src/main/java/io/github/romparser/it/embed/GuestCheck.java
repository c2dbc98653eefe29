package io.github.romparser.it.embed;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.PciDevice;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the firmware of a virtual machine takes a ROM for a card. */
public final class GuestCheck {

  private GuestCheck() {}

  /**
   * Asks for OVMF.
   *
   * @param card the card that is passed through, as lspci -nn shows it: {@code 10de:1c03}
   * @return empty if OVMF runs an image of the ROM; else why not, and what to do about it
   */
  // tag::check[]
  public static List<String> obstacles(Path path, String card) throws IOException {
    RomFile rom = RomReader.read(ByteInput.of(path).read());
    CheckInput input = CheckInput.of(rom).with(PciDevice.parse(card).orElseThrow());
    Verdict verdict = Consumer.of(Target.OVMF).check(input);
    List<String> lines = new ArrayList<>();
    if (!verdict.accepted()) {
      for (Finding finding : verdict.findings()) {
        if (finding.severity().atLeast(Severity.WARNING)) {
          lines.add(finding.message() + " " + finding.advice());
        }
      }
    }
    return lines;
  }
  // end::check[]
}
