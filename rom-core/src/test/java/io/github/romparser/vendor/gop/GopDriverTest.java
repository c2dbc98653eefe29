package io.github.romparser.vendor.gop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PeForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GopDriverTest {
  private static final String GRAPHICS_OUTPUT = "dea94290dc23384a96fb7aded080516a";
  private static final String PCI_IO = "00b2f54cb868a54c9eecb23e3f50029a";

  private static Optional<GopDriver> read(byte[] file, Optional<Npde> npde) {
    Slice driver = Slice.of(file);
    return GopDriver.read(driver, PeImage.read(driver).orElseThrow(), npde);
  }

  private static GopDriver read(PeForge driver) {
    return read(driver.build(), Optional.empty()).orElseThrow();
  }

  private static Optional<Npde> npde(long version) {
    return Npde.read(Slice.of(NpdeForge.efi(version).build()), 0);
  }

  private static PeForge nvidia() {
    return PeForge.x64().name("nvgop-tu1xx").texts("NVIDIA GPU UEFI Driver").binding(0x5000B);
  }

  @Test
  void ofNvidia() {
    GopDriver driver = read(nvidia().build(), npde(0x5000B)).orElseThrow();
    assertThat(driver.maker()).contains(Maker.NVIDIA);
    assertThat(driver.kind()).isEqualTo(GopDriver.Kind.DISPLAY);
    assertThat(driver.name()).contains("NVIDIA GPU UEFI Driver");
    assertThat(driver.chips()).contains("nvgop-tu1xx");
    assertThat(driver.family()).contains(GopFamily.NVIDIA_TURING);
    assertThat(driver.version()).contains("0x5000B");
    assertThat(driver.date()).isEmpty();
    assertThat(driver.bindingVersion()).isEqualTo(OptionalLong.of(0x5000B));
    assertThat(driver.npdeVersion()).isEqualTo(OptionalLong.of(0x5000B));
    assertThat(driver.findings()).isEmpty();
  }

  @Test
  void npdeAndDriverDisagree() {
    GopDriver driver = read(nvidia().build(), npde(0x50009)).orElseThrow();
    assertThat(driver.version()).contains("0x5000B");
    Finding finding = driver.findings().get(0);
    assertThat(finding.code()).isEqualTo(FindingCode.GOP_VERSION);
    assertThat(finding.range().offset()).isEqualTo(0x0C);
    assertThat(finding.message()).contains("version 0x50009, by itself 0x5000B");
    assertThat(read(nvidia().build(), npde(0)).orElseThrow().findings()).isEmpty();
    // Without a driver binding the NPDE alone tells.
    GopDriver told =
        read(PeForge.x64().name("NVIDIA GPU Driver").build(), npde(0x30006)).orElseThrow();
    assertThat(told.version()).contains("0x30006");
    assertThat(told.family()).contains(GopFamily.NVIDIA_PASCAL);
    assertThat(told.findings()).isEmpty();
    assertThat(read(PeForge.x64().name("NVIDIA GPU Driver")).version()).isEmpty();
    assertThat(read(PeForge.x64().name("NVIDIA GPU Driver")).family()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AMD GOP X64 Release Driver Rev.1.69.0.15.50.May 23 2019.05:48:42, 1.69.0.15.50, May 23 2019",
    "AMD GOP X64 Release Driver Rev.1.60.0.15.50.Feb  1 2016.14:59:32, 1.60.0.15.50, Feb 1 2016",
    "AMD GOP X64 Rel Driver Rev.3.10.0.Jan 14 2024.21:54:38, 3.10.0, Jan 14 2024",
    "AMD GOP X64 Rel Driver Rev.3.10.0, 3.10.0, -",
    "AMD GOP X64 Driver, -, -",
  })
  void ofAmd(String name, String version, String date) {
    GopDriver driver = read(PeForge.x64().name(name).binding(0x14500));
    assertThat(driver.maker()).contains(Maker.AMD);
    assertThat(driver.kind()).isEqualTo(GopDriver.Kind.DISPLAY);
    assertThat(driver.name()).contains(name);
    assertThat(driver.version().orElse("-")).isEqualTo(version);
    assertThat(driver.date().orElse("-")).isEqualTo(date);
    assertThat(driver.bindingVersion()).isEqualTo(OptionalLong.of(0x14500));
    assertThat(driver.family()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Intel(R) GOP Driver, 17.0.1077, 17.0.1077, INTEL_TIGER_LAKE",
    "Intel(R) GOP Driver, 1077, 1077, -",
    "Intel(R) GOP Driver [9.0.1082], nothing, 9.0.1082, INTEL_SKYLAKE",
    "Intel(R) GOP Driver, not a number, -, -",
  })
  void ofIntel(String name, String next, String version, String family) {
    GopDriver driver = read(PeForge.x64().name(name).texts(next));
    assertThat(driver.maker()).contains(Maker.INTEL);
    assertThat(driver.version().orElse("-")).isEqualTo(version);
    assertThat(driver.family().map(Enum::name).orElse("-")).isEqualTo(family);
  }

  @Test
  void intelsVersionStandsNearItsName() {
    PeForge driver =
        PeForge.x64().name("Intel(R) GOP Driver").data(new byte[0x220]).texts("17.0.1077");
    assertThat(read(driver.size(0x800)).version()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "QEMU Video Driver, QEMU, DISPLAY",
    "ASPEED Graphics UEFI Driver, ASPEED, DISPLAY",
    "Matrox G200 GOP Driver, MATROX, DISPLAY",
    "VMware SVGA Display Driver, VMWARE, DISPLAY",
    "Virtio GPU Driver, VIRTIO, DISPLAY",
    "LSI SAS3 MPT UEFI BSD Driver, LSI, OTHER",
    "Intel(R) PRO/1000 5.5.19 PCI-E Driver, INTEL, OTHER",
    "UEFI Graphics Console Driver, -, OTHER",
    "NVM Express Driver, -, OTHER",
  })
  void makersAndKinds(String name, String maker, GopDriver.Kind kind) {
    GopDriver driver = read(PeForge.x64().name(name));
    assertThat(driver.name()).contains(name);
    assertThat(driver.maker().map(Enum::name).orElse("-")).isEqualTo(maker);
    assertThat(driver.kind()).isEqualTo(kind);
    assertThat(driver.kind().id()).isNotBlank();
  }

  @Test
  void ofIpxe() {
    GopDriver driver =
        read(
            PeForge.x64()
                .name("1.0.0+git-20190125.36a4c85-5.1")
                .data(HexFormat.of().parseHex("69505845" + GRAPHICS_OUTPUT + PCI_IO)));
    assertThat(driver.maker()).contains(Maker.IPXE);
    assertThat(driver.kind()).isEqualTo(GopDriver.Kind.OTHER);
    assertThat(driver.version()).contains("1.0.0+git-20190125.36a4c85-5.1");
    assertThat(Maker.IPXE.title()).isEqualTo("iPXE");
  }

  @Test
  void aDisplayByItsProtocols() {
    byte[] both = HexFormat.of().parseHex(GRAPHICS_OUTPUT + PCI_IO);
    GopDriver driver = read(PeForge.x64().name("i915 Driver").data(both));
    assertThat(driver.maker()).isEmpty();
    assertThat(driver.kind()).isEqualTo(GopDriver.Kind.DISPLAY);
    assertThat(read(PeForge.x64().name("x").data(both)).kind()).isEqualTo(GopDriver.Kind.DISPLAY);
    byte[] one = Arrays.copyOf(both, 16);
    assertThat(read(PeForge.x64().name("i915 Driver").data(one)).kind())
        .isEqualTo(GopDriver.Kind.OTHER);
  }

  @Test
  void whatSaysNothingIsNotThere() {
    assertThat(read(PeForge.x64().name("x").build(), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA GPU UEFI Driver (xx.xx.xx.xx.xx), NVIDIA GPU UEFI Driver",
    "Calling the Driver, Calling the Driver",
    "Error: no Driver, -",
    "100% of the Driver, -",
    "Drivers, -",
  })
  void names(String text, String name) {
    Optional<GopDriver> driver = read(PeForge.x64().name(text).build(), npde(0x30006));
    assertThat(driver.orElseThrow().name().orElse("-")).isEqualTo(name);
  }

  @Test
  void aNameOnABorderOfEightBytesIsBetter() {
    byte[] menu = "xSome menu Driver\0".getBytes(StandardCharsets.UTF_16LE);
    GopDriver driver = read(PeForge.x64().name("").data(menu).texts("The real Driver"));
    assertThat(driver.name()).contains("xSome menu Driver");
    byte[] odd = Arrays.copyOfRange(menu, 1, menu.length);
    odd[0] = 1;
    assertThat(read(PeForge.x64().name("").data(odd).texts("The real Driver")).name())
        .contains("The real Driver");
    byte[] two = new byte[menu.length + 2];
    System.arraycopy(menu, 2, two, 2, menu.length - 2);
    assertThat(read(PeForge.x64().name("").data(two).texts("The real Driver")).name())
        .contains("The real Driver");
    assertThat(read(PeForge.x64().name("").data(two)).name()).contains("Some menu Driver");
  }

  @Test
  void namesOfSignersAreNotThoseOfDrivers() {
    byte[] file = PeForge.x64().name("x").texts("NVIDIA GPU UEFI Driver").build();
    Slice driver = Slice.of(file);
    int directory = 0x40 + 0x18 + 0x70 + 4 * 8;
    byte[] signed = file.clone();
    signed[directory] = 0x20;
    signed[directory + 1] = 0;
    signed[directory + 4] = 8;
    assertThat(GopDriver.read(driver, PeImage.read(driver).orElseThrow(), Optional.empty()))
        .isPresent();
    assertThat(read(signed, Optional.empty())).isEmpty();
  }
}
