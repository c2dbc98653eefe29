package io.github.romparser.it.embed;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.PciDataStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is in a ROM file, one line an image and one a finding. */
public final class RomListing {

  private RomListing() {}

  /**
   * Reads a file.
   *
   * @throws IOException if the file cannot be read; nothing that is in it makes this throw
   */
  // tag::parse[]
  public static List<String> of(Path path) throws IOException {
    RomFile rom = RomReader.read(ByteInput.of(path).read());
    List<String> lines = new ArrayList<>();
    for (RomChain chain : rom.chains()) {
      for (RomImage image : chain.images()) {
        PciDataStructure data = image.dataStructure();
        lines.add(
            String.format(
                "image at 0x%x, %d bytes, for %04x:%04x, code type %d",
                image.offset(),
                image.effectiveLength(),
                data.vendorId(),
                data.deviceId(),
                data.codeType()));
      }
    }
    for (Finding finding : rom.findings()) {
      lines.add(finding.severity() + " " + finding.code().id() + ": " + finding.message());
    }
    return lines;
  }
  // end::parse[]
}
