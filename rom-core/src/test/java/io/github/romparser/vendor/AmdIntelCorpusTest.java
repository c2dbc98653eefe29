package io.github.romparser.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.vendor.amd.AmdTables;
import io.github.romparser.vendor.amd.AtomGeneration;
import io.github.romparser.vendor.intel.BdbHeader;
import io.github.romparser.vendor.intel.ChildDevice;
import io.github.romparser.vendor.intel.IntelTables;
import io.github.romparser.vendor.intel.OpRegion;
import io.github.romparser.vendor.intel.VbiosBuild;
import io.github.romparser.vendor.intel.Vbt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tables of real ROMs, one line each; {@code -Drom.corpus=DIR} says where they are, in {@code
 * DIR/roms}.
 */
final class AmdIntelCorpusTest {
  private static final int AMD = 0x1002;
  private static final int INTEL = 0x8086;

  private static Path roms = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println(
          "SKIPPED: no corpus of AMD and Intel ROMs; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    roms = Path.of(folder).resolve("roms");
  }

  @Test
  void everyAmdImageTellsItsPartNumber() throws IOException {
    int count = 0;
    for (Path file : files()) {
      for (LegacyImage image : images(read(file), AMD)) {
        AmdTables tables = AmdTables.read(image).orElseThrow();
        System.out.println(line(file, tables));
        assertThat(tables.strings().partNumber()).as("%s", file).isNotEmpty();
        assertThat(tables.strings().version()).as("%s", file).isNotEmpty();
        assertThat(tables.strings().built()).as("%s", file).isPresent();
        assertThat(tables.strings().product()).as("%s", file).isNotEmpty();
        assertFine(file, tables.findings());
        if (tables.generation() != AtomGeneration.ATI) {
          assertVersion(file, tables);
          assertThat(tables.data().orElseThrow().entryCount()).as("%s", file).isEqualTo(35);
          assertThat(tables.strings().buildNumber()).as("%s", file).isNotEmpty();
        }
        assertPsp(file, image, tables);
        count++;
      }
    }
    assertThat(count).isPositive();
  }

  /** The version as text and as the number in the table FirmwareInfo are the same. */
  private static void assertVersion(Path file, AmdTables tables) {
    long revision = tables.firmware().orElseThrow().firmwareRevision();
    int[] parts =
        Stream.of(tables.strings().version().split("\\.", -1))
            .mapToInt(Integer::parseInt)
            .toArray();
    assertThat(revision >>> 24).as("%s", file).isEqualTo(parts[0]);
    assertThat(revision >>> 16 & 0xff).as("%s", file).isEqualTo(parts[1]);
  }

  private static void assertPsp(Path file, LegacyImage image, AmdTables tables) {
    tables
        .header()
        .filter(header -> header.pspDirectoryPointer().isPresent())
        .ifPresent(
            header ->
                assertThat(
                        image.bytes().startsWith(header.pspDirectoryPointer().getAsLong(), "$PSP"))
                    .as("%s", file)
                    .isTrue());
  }

  private static String line(Path file, AmdTables tables) {
    return String.format(
        Locale.ROOT,
        "%s+%x | %s | %s | %s | %s | %s | build %s | %s | %s",
        file.getFileName(),
        tables.offset(),
        tables.generation(),
        tables.strings().partNumber(),
        tables.strings().version(),
        tables.strings().date(),
        board(tables.board()),
        tables.strings().buildNumber(),
        tables
            .firmware()
            .map(f -> f.engineClock().orElse(0) + "/" + f.memoryClock().orElse(0))
            .orElse("-"),
        findings(tables.findings()));
  }

  private static String board(OptionalInt board) {
    return board.isEmpty()
        ? "no board"
        : String.format(
            Locale.ROOT, "%04x:%04x", board.getAsInt() >>> 16, board.getAsInt() & 0xffff);
  }

  private static String findings(List<Finding> findings) {
    return findings.isEmpty()
        ? "nothing found"
        : String.join("; ", findings.stream().map(Finding::message).toList());
  }

  private static void assertFine(Path file, List<Finding> findings) {
    assertThat(findings)
        .as("%s", file)
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
  }

  @Test
  void everyIntelTableIsRead() throws IOException {
    int count = 0;
    for (Path file : files()) {
      Slice bytes = read(file);
      for (LegacyImage image : images(bytes, INTEL)) {
        Optional<IntelTables> tables = IntelTables.read(image);
        boolean display = image.dataStructure().classCode() >> 16 == 3;
        assertThat(tables.isPresent()).as("%s", file).isEqualTo(display);
        if (display) {
          assertTable(file, tables.orElseThrow().vbt());
          count++;
        }
      }
      Optional<Vbt> bare = OpRegion.read(bytes).flatMap(OpRegion::vbt).or(() -> Vbt.read(bytes));
      if (bare.isPresent()) {
        assertTable(file, bare.get());
        count++;
      }
    }
    assertThat(count).isPositive();
  }

  private static void assertTable(Path file, Vbt vbt) {
    System.out.printf(
        Locale.ROOT,
        "%s+%x | %s | BDB %d | build %s | %s | %d blocks | %s | %s%n",
        file.getFileName(),
        vbt.header().offset(),
        vbt.header().platform(),
        vbt.bdb().map(BdbHeader::version).orElse(0),
        vbt.build().map(VbiosBuild::number).orElse("-"),
        vbt.build().map(VbiosBuild::text).orElse("-"),
        vbt.blocks().size(),
        vbt.definitions().map(d -> ports(d.children())).orElse("-"),
        findings(vbt.findings()));
    assertThat(vbt.bdb()).as("%s", file).isPresent();
    assertThat(vbt.build()).as("%s", file).isPresent();
    assertThat(vbt.definitions()).as("%s", file).isPresent();
    assertFine(file, vbt.findings());
  }

  private static String ports(List<ChildDevice> children) {
    return String.join(
        " ",
        children.stream()
            .filter(ChildDevice::used)
            .map(c -> c.port().map(Enum::name).orElse("?"))
            .toList());
  }

  private static List<LegacyImage> images(Slice bytes, int vendor) {
    return RomReader.read(bytes).chains().stream()
        .flatMap(chain -> chain.images().stream())
        .filter(LegacyImage.class::isInstance)
        .map(LegacyImage.class::cast)
        .filter(image -> image.dataStructure().vendorId() == vendor)
        .toList();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(roms)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Slice read(Path file) throws IOException {
    return Slice.of(Files.readAllBytes(file));
  }
}
