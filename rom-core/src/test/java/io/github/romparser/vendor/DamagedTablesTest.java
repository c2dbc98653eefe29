package io.github.romparser.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.BitForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.vendor.gop.GopDriver;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tables that are cut, changed or made to waste time are read without a mishap. */
class DamagedTablesTest {

  private static void read(byte[] rom) {
    for (VendorTables tables : Inside.tables(RomReader.read(Slice.of(rom)))) {
      assertThat(tables.findings())
          .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("{"))
          .isSortedAccordingTo((a, b) -> Long.compare(a.range().offset(), b.range().offset()));
      for (Finding finding : tables.findings()) {
        assertThat(finding.range().end()).isLessThanOrEqualTo(rom.length);
      }
    }
  }

  private static byte[] driver() {
    return PeForge.x64().name("nvgop-tu1xx").texts("NVIDIA Driver").binding(0x5000B).build();
  }

  private static Optional<GopDriver> gop(byte[] file) {
    Slice driver = Slice.of(file);
    return PeImage.read(driver).flatMap(pe -> GopDriver.read(driver, pe, Optional.empty()));
  }

  @Test
  void romsCutAnywhere() {
    byte[] rom = RomForge.named("nvidia-tables");
    for (int length = 0; length < rom.length; length += length < 0x600 ? 1 : 31) {
      read(Arrays.copyOf(rom, length));
    }
    byte[] bmp = RomForge.named("nvidia-bmp");
    for (int length = 0; length < bmp.length; length += length < 0x400 ? 1 : 31) {
      read(Arrays.copyOf(bmp, length));
    }
  }

  @Test
  void driversCutAnywhere() {
    byte[] driver = driver();
    for (int length = 0; length < driver.length; length++) {
      gop(Arrays.copyOf(driver, length));
    }
    assertThat(gop(driver)).isPresent();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void changedTables(
      @ForAll @IntRange(min = 0x300, max = 0x5ff) int at,
      @ForAll byte value,
      @ForAll @IntRange(min = 0x300, max = 0x3ff) int other,
      @ForAll byte otherValue) {
    byte[] rom = RomForge.named("nvidia-tables");
    rom[at] = value;
    rom[other] = otherValue;
    read(rom);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void changedMicrocodeTables(@ForAll @IntRange(min = 0, max = 0x80) int at, @ForAll byte value) {
    byte[] rom = RomForge.named("nvidia-tables");
    rom[25 * 512 + 0x100 + at] = value;
    read(rom);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void changedDrivers(@ForAll @IntRange(max = 0x2ff) int at, @ForAll byte value) {
    byte[] driver = driver();
    driver[at] = value;
    gop(driver);
  }

  /** Thousands of images that each span the whole file, full of beginnings of tables. */
  @Test
  void tablesThatOverlap() {
    byte[] image =
        ImageForge.legacy(2, 0x10DE, 0x1234)
            .pcirAt(0x60)
            .pcir(pcir -> pcir.blocks(0x800))
            .npde(NpdeForge.plain())
            .build();
    Arrays.fill(image, 0x100, 0x400, (byte) 0xff);
    for (int at = 0x100; at + 6 < 0x400; at += 6) {
      System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xb8, 'B', 'I', 'T', 0}, 0, image, at, 6);
    }
    byte[] file = new byte[1 << 19];
    for (int at = 0; at < file.length; at += image.length) {
      System.arraycopy(image, 0, file, at, image.length);
    }
    assertTimeout(Duration.ofSeconds(10), () -> read(file));
  }

  /** A table with as many tokens as there can be, each with all of the image for its data. */
  @Test
  void asManyTokensAsThereCanBe() {
    byte[] table = Arrays.copyOf(BitForge.at(0x300, 0x86, 0, 0, 0, 1).build(), 12 + 255 * 6);
    table[10] = (byte) 255;
    table[11] = (byte) -Slice.of(table).sum8(0, 11);
    for (int at = 12; at < table.length; at += 6) {
      System.arraycopy(new byte[] {'S', 2, 0, 0x10, 1, 0}, 0, table, at, 6);
    }
    byte[] rom =
        ImageForge.legacy(16, 0x10DE, 0x1234).pcirAt(0x1B0).put(0x300, table).last().build();
    assertThat(Inside.tables(RomReader.read(Slice.of(rom)))).hasSize(1);
    read(rom);
  }
}
