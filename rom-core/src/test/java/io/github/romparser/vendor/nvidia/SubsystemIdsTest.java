package io.github.romparser.vendor.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.BitForge;
import io.github.romparser.testdata.IfrForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.RomForge;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsystemIdsTest {

  private static Optional<SubsystemIds> of(RomFile rom) {
    return SubsystemIds.of(rom, rom.chains().get(0));
  }

  private static Optional<SubsystemIds> of(byte[] bytes) {
    return of(RomReader.read(Slice.of(bytes)));
  }

  private static String text(SubsystemIds ids) {
    return String.format(Locale.ROOT, "%04x:%04x %s", ids.vendorId(), ids.deviceId(), ids.source());
  }

  @ParameterizedTest
  @CsvSource({
    "turing-nvgi3, 103c:860e NVGI",
    "ampere-nvgi3, 1a58:2018 NVGI",
    "nvgi1, 19da:2292 NVGI",
    "muxless-laptop, 1028:0772 NPDE",
    "nvidia-bmp, 1082:1234 X86_IMAGE",
    "blackwell, 1028:0772 NPDE",
  })
  void thePlaceThatCounts(String layout, String expected) {
    assertThat(of(Roms.read(layout)).map(SubsystemIdsTest::text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"bb77", "amd-flash", "minimal", "efi-only"})
  void whereNothingTells(String layout) {
    assertThat(of(Roms.read(layout))).isEmpty();
  }

  /** An image of a version with ids in the NPDE and at 0x54. */
  private static byte[] image(int major, int vendor, int device) {
    return ImageForge.legacy(8, 0x10DE, 0x1234)
        .pcirAt(0x1B0)
        .npde(NpdeForge.legacy(vendor, device).last(true))
        .put(0x54, 0x43, 0x10, 0x21, 0x43)
        .put(0x300, BitForge.at(0x300, major, 0x07, 0x0A, 0x00, 0x02).build())
        .last()
        .build();
  }

  @Test
  void idsThatTellNothingAreLeftOut() {
    assertThat(of(image(0x84, 0x10DE, 0)).map(SubsystemIdsTest::text))
        .contains("1043:4321 X86_IMAGE");
    assertThat(of(image(0x84, 0, 0)).map(SubsystemIdsTest::text)).contains("1043:4321 X86_IMAGE");
    assertThat(of(image(0x84, 0xFFFF, 0xFFFF)).map(SubsystemIdsTest::text))
        .contains("1043:4321 X86_IMAGE");
    // Since Pascal something else stands there.
    assertThat(of(image(0x86, 0, 0))).isEmpty();
    byte[] laptop = IfrForge.version(2).subsystem(0x10DE, 0).before(image(0x86, 0x1028, 0x0832));
    assertThat(of(laptop).map(SubsystemIdsTest::text)).contains("1028:0832 NPDE");
  }

  @Test
  void placesThatDisagree() {
    byte[] rom = IfrForge.version(2).subsystem(0x1462, 0x1129).before(image(0x80, 0x1028, 0x0772));
    SubsystemIds ids = of(rom).orElseThrow();
    assertThat(text(ids)).isEqualTo("1462:1129 NVGI");
    assertThat(ids.disagreeing())
        .extracting(SubsystemIds.Claim::source)
        .containsExactly(SubsystemIds.Source.NPDE, SubsystemIds.Source.X86_IMAGE);
    assertThat(Roms.tables(rom).findings())
        .filteredOn(finding -> finding.code() == FindingCode.NV_SUBSYS)
        .extracting(Finding::message)
        .containsExactly(
            "The board is 1462:1129 by the flash header, but 1043:4321 by the x86 image.",
            "The board is 1462:1129 by the flash header, but 1028:0772 by the NPDE.");
  }

  @Test
  void theFlashHeaderIsThatOfTheFirstChainAlone() {
    byte[] rom = IfrForge.version(2).subsystem(0x1462, 0x1129).before(image(0x86, 0x1028, 0x0772));
    byte[] twice = RomForge.start().bytes(rom).bytes(image(0x86, 0x1028, 0x0773)).build();
    RomFile file = RomReader.read(Slice.of(twice));
    assertThat(SubsystemIds.of(file, file.chains().get(1)).map(SubsystemIdsTest::text))
        .contains("1028:0773 NPDE");
  }
}
