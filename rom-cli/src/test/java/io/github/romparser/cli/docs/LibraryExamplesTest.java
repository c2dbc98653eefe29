package io.github.romparser.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.PciDevice;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.DeadEnd;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the documents quote, see {@link CodeQuotesTest}. */
class LibraryExamplesTest {

  @TempDir private Path folder;

  /** What the examples print. */
  private final List<String> printed = new ArrayList<>();

  private void print(String line) {
    printed.add(line);
  }

  @Test
  void a_rom_is_read() throws IOException {
    DocumentSamples.write(folder);
    read(folder.resolve("gpu.rom"));
    assertThat(printed)
        .containsExactly(
            "0x600 type 0",
            "0x10200 type 3",
            "error CONTAINER-PREFIX: The ROM starts at 0x600, behind 1,536 bytes of an NVIDIA flash"
                + " header (NVGI); guest firmware looks only at byte 0.",
            "note NV-EXT: NVIDIA's own extension images: 2, the first is #2.");
  }

  // tag::parse[]
  void read(Path file) throws IOException {
    RomFile rom = RomReader.read(ByteInput.of(file).read());
    for (RomChain chain : rom.chains()) {
      for (RomImage image : chain.on(chain.pci())) {
        int type = image.dataStructure().codeType();
        print("0x%x type %d".formatted(image.offset(), type));
      }
    }
    for (Finding finding : rom.findings()) {
      String severity = finding.severity().id();
      print("%s %s: %s".formatted(severity, finding.code().id(), finding.message()));
    }
  }

  // end::parse[]

  @Test
  void a_rom_is_checked() throws IOException {
    DocumentSamples.write(folder);
    assertThat(usable(folder.resolve("gpu.rom"), "10de:0fc6")).isFalse();
    assertThat(usable(folder.resolve("rx6600.rom"), "1002:73ff")).isTrue();
  }

  // tag::check[]
  boolean usable(Path file, String card) throws IOException {
    CheckInput input =
        CheckInput.of(RomReader.read(ByteInput.of(file).read()))
            .with(PciDevice.parse(card).orElseThrow());
    Verdict verdict = Consumer.of(Target.OVMF).check(input);
    verdict.findings().forEach(finding -> print(finding.message() + " " + finding.advice()));
    return verdict.accepted();
  }

  // end::check[]

  @Test
  void an_update_is_searched() throws IOException {
    DocumentSamples.write(folder);
    Path roms = Files.createDirectory(folder.resolve("found"));
    search(folder.resolve("update.exe"), roms);
    assertThat(printed).hasSize(3).allMatch(line -> line.contains("N1FRG72W"));
    try (var files = Files.list(roms)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .contains("10de-1c8d_f88f537e.rom")
          .hasSize(3);
    }
  }

  // tag::extract[]
  void search(Path update, Path folder) throws IOException {
    Slice blob = ByteInput.of(update).read();
    ExtractOptions options =
        ExtractOptions.usual().with(Budget.usual().within(Duration.ofMinutes(1)));
    Extraction found = Extractor.extract(update.getFileName().toString(), blob, options);
    for (FoundRom rom : found.roms()) {
      print(rom.fileName() + " from " + String.join(" > ", rom.sources().get(0).path()));
      Files.write(folder.resolve(rom.fileName()), rom.bytes().toByteArray());
    }
    for (DeadEnd deadEnd : found.deadEnds()) {
      print(String.join(" > ", deadEnd.path()) + ": " + deadEnd.trouble().detail());
    }
  }
  // end::extract[]
}
