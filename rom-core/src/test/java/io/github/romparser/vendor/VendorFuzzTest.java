package io.github.romparser.vendor;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.vendor.generic.GenericTables;
import io.github.romparser.vendor.generic.PrintableText;
import io.github.romparser.vendor.gop.GopDriver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as NVIDIA's tables, as an EFI driver, as text. */
final class VendorFuzzTest {

  static Stream<Arguments> roms() {
    return Stream.of("nvidia-tables", "nvidia-bmp", "nvgi1", "blackwell", "isa")
        .map(RomForge::named)
        .map(Arguments::of);
  }

  static Stream<Arguments> drivers() {
    return Stream.of(
            PeForge.x64().name("nvgop-tu1xx").texts("NVIDIA GPU UEFI Driver").binding(0x5000B),
            PeForge.x64()
                .machine(PeForge.IA32)
                .name("AMD GOP X64 Release Driver Rev.1.69.0.15.50.May 23 2019.05:48:42")
                .binding(0x14500),
            PeForge.aa64().name("Intel(R) GOP Driver").texts("17.0.1077").withoutRelocations())
        .map(driver -> Arguments.of(driver.build()));
  }

  @MethodSource("roms")
  @FuzzTest(maxDuration = "60s")
  void readsTables(byte[] rom) {
    for (VendorTables tables : Inside.tables(RomReader.read(Slice.of(rom)))) {
      check(tables.findings());
    }
  }

  @MethodSource("drivers")
  @FuzzTest(maxDuration = "60s")
  void readsDrivers(byte[] driver) {
    Slice file = Slice.of(driver);
    PeImage.read(file)
        .flatMap(pe -> GopDriver.read(file, pe, Optional.empty()))
        .ifPresent(tables -> check(tables.findings()));
  }

  @MethodSource("roms")
  @FuzzTest(maxDuration = "60s")
  void readsTexts(byte[] bytes) {
    Slice slice = Slice.of(bytes);
    GenericTables.read(slice).ifPresent(tables -> check(tables.findings()));
    for (PrintableText.Run run : PrintableText.utf16(slice, 1, 100)) {
      if (run.end() > bytes.length || run.text().isEmpty()) {
        throw new AssertionError(run.toString());
      }
    }
  }

  private static void check(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.message().contains("{") || finding.range().offset() < 0) {
        throw new AssertionError(finding.toString());
      }
    }
  }
}
