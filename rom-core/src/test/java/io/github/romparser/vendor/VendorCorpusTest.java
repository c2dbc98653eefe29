package io.github.romparser.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.gop.Maker;
import io.github.romparser.vendor.nvidia.BiosStrings;
import io.github.romparser.vendor.nvidia.BiosVersion;
import io.github.romparser.vendor.nvidia.BuildData;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import io.github.romparser.vendor.nvidia.SubsystemIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ROMs of others; {@code -Drom.corpus=DIR} says where they are, in {@code DIR/roms}. */
final class VendorCorpusTest {
  private static final List<Path> FILES = new ArrayList<>();

  @BeforeAll
  static void find() throws IOException {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println("SKIPPED: no corpus of ROMs; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    FILES.clear();
    try (Stream<Path> files = Files.list(Path.of(folder).resolve("roms"))) {
      files.filter(Files::isRegularFile).sorted().forEach(FILES::add);
    }
  }

  /**
   * Every NVIDIA VBIOS has a version and a board, or is older than boards are; none has a fault.
   */
  @Test
  void nvidiasRomsTellVersionAndBoard() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    int count = 0;
    for (Path file : FILES) {
      RomFile rom = RomReader.read(Slice.of(Files.readAllBytes(file)));
      for (RomChain chain : rom.chains()) {
        for (RomImage image : chain.images()) {
          if (image instanceof LegacyImage legacy) {
            Optional<NvidiaTables> tables = NvidiaTables.read(rom, chain, legacy);
            if (tables.isPresent()) {
              count++;
              System.out.println(row(file, tables.get(), chain));
              check(softly, file, tables.get());
            }
          }
        }
      }
    }
    assertThat(count).isPositive();
    softly.assertAll();
  }

  private static void check(SoftAssertions softly, Path file, NvidiaTables tables) {
    softly.assertThat(tables.version()).as("%s", file).isPresent();
    softly.assertThat(tables.generation()).as("%s", file).isPresent();
    softly.assertThat(tables.date()).as("%s", file).isPresent();
    softly.assertThat(tables.build().flatMap(BuildData::date)).as("%s", file).isPresent();
    softly.assertThat(tables.strings().flatMap(BiosStrings::signOn)).as("%s", file).isPresent();
    softly.assertThat(tables.bit().orElseThrow().sumIsRight()).as("%s", file).isTrue();
    // Numbers of boards begin with the GeForce 400.
    if (tables.version().orElseThrow().major() > 0x70) {
      softly.assertThat(tables.build().flatMap(BuildData::board)).as("%s", file).isPresent();
    }
    softly
        .assertThat(tables.findings())
        .as("%s", file)
        .allMatch(finding -> finding.severity() == Severity.NOTE);
  }

  private static String row(Path file, NvidiaTables tables, RomChain chain) {
    return String.format(
        Locale.ROOT,
        "%-55s | %s | %s | %s | %s | %s",
        file.getFileName(),
        tables.version().map(BiosVersion::text).orElse("-"),
        board(tables),
        subsystem(tables.subsystem()),
        chain.images().stream()
            .filter(EfiImage.class::isInstance)
            .map(image -> Inside.driver((EfiImage) image).flatMap(GopDriver::version).orElse("?"))
            .findFirst()
            .orElse("-"),
        tables.findings().stream().map(Finding::code).toList());
  }

  private static String board(NvidiaTables tables) {
    return tables
        .build()
        .flatMap(build -> build.board().map(board -> board + " SKU " + build.sku().orElse("-")))
        .orElse(tables.strings().flatMap(BiosStrings::product).orElse("-"));
  }

  private static String subsystem(Optional<SubsystemIds> ids) {
    return ids.map(
            board ->
                String.format(
                    Locale.ROOT,
                    "%04x:%04x %s",
                    board.vendorId(),
                    board.deviceId(),
                    board.source()))
        .orElse("-");
  }

  /** Display drivers of the three makers have a version, and NVIDIA's say the same as the NPDE. */
  @Test
  void displayDriversTellTheirVersion() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    int count = 0;
    for (Path file : FILES) {
      for (RomChain chain : RomReader.read(Slice.of(Files.readAllBytes(file))).chains()) {
        for (RomImage image : chain.images()) {
          if (!(image instanceof EfiImage efi)) {
            continue;
          }
          Optional<GopDriver> driver = Inside.driver(efi);
          System.out.printf(
              Locale.ROOT,
              "%-55s | %s%n",
              file.getFileName(),
              driver.map(VendorCorpusTest::text).orElse("says nothing"));
          if (driver.flatMap(GopDriver::maker).filter(VendorCorpusTest::makesGpus).isPresent()) {
            count++;
            softly.assertThat(driver.get().version()).as("%s", file).isPresent();
            softly.assertThat(driver.get().kind()).isEqualTo(GopDriver.Kind.DISPLAY);
            softly.assertThat(driver.get().findings()).as("%s", file).isEmpty();
          }
          if (driver.flatMap(GopDriver::maker).filter(Maker.NVIDIA::equals).isPresent()) {
            softly.assertThat(driver.get().bindingVersion()).as("%s", file).isPresent();
            softly.assertThat(driver.get().family()).as("%s", file).isPresent();
          }
        }
      }
    }
    assertThat(count).isPositive();
    softly.assertAll();
  }

  private static String text(GopDriver driver) {
    return driver.maker().map(Maker::title).orElse("-")
        + " | "
        + driver.name().orElse("-")
        + " | "
        + driver.version().orElse("-")
        + " | "
        + driver.kind().id();
  }

  private static boolean makesGpus(Maker maker) {
    return maker == Maker.NVIDIA || maker == Maker.AMD || maker == Maker.INTEL;
  }
}
