package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.ConfigurationUtilityHeader;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.FcodeHeader;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.NbsiHeader;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.PnpHeader;
import io.github.romparser.rom.header.RomDirectory;
import io.github.romparser.rom.header.UndiHeader;
import io.github.romparser.testdata.RomForge;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What images and prefixes of the layouts hold beside their place in a chain. */
class LayoutFieldsTest {
  private static RomFile read(String name) {
    return RomReader.read(Slice.of(RomForge.named(name)));
  }

  private static List<RomImage> images(String name) {
    return read(name).chains().get(0).images();
  }

  private static LegacyImage legacy(String name) {
    return (LegacyImage) images(name).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "nvgi1, 1, 19da, 2292, 0x400",
    "nvgi2, 2, 1028, 0772, 0x600",
    "turing-nvgi3, 3, 103c, 860e, 0x1600",
    "ampere-nvgi3, 3, 1a58, 2018, 0x1600"
  })
  void flashHeaders(String name, int version, String vendor, String device, String romOffset) {
    Prefix prefix = read(name).prefix().orElseThrow();
    IfrHeader ifr = prefix.ifr().orElseThrow();
    assertThat(prefix.kind()).isEqualTo(Prefix.Kind.NVGI);
    assertThat(prefix.range()).isEqualTo(new Range(0, Long.decode(romOffset)));
    assertThat(prefix.directory()).isEmpty();
    assertThat(ifr.offset()).isZero();
    assertThat(ifr.version()).isEqualTo(version);
    assertThat(ifr.fixedSize()).isEqualTo(0x10);
    assertThat(ifr.totalSize()).isEqualTo(0x200);
    assertThat(ifr.subsystemVendorId()).isEqualTo(Integer.parseInt(vendor, 16));
    assertThat(ifr.subsystemId()).isEqualTo(Integer.parseInt(device, 16));
    assertThat(ifr.romOffset()).hasValue(Long.decode(romOffset));
  }

  @Test
  void theDirectoryOfABlackwellCard() {
    Prefix prefix = read("blackwell").prefix().orElseThrow();
    assertThat(prefix.kind()).isEqualTo(Prefix.Kind.NVFW);
    assertThat(prefix.ifr()).isEmpty();
    // 0x2200 counts from "NVFW" at 0x1000: the x86 image stands at 0x3200.
    assertThat(prefix.directory())
        .hasValue(new RomDirectory(0x3000, 4, 0x28, 0x2200, 0xffff_ffffL));
  }

  @Test
  void theDirectoryOfABlackwellCardHasToLeadToAnImage() {
    byte[] bytes = RomForge.named("blackwell");
    bytes[0x3009]++;
    Prefix prefix = RomReader.read(Slice.of(bytes)).prefix().orElseThrow();
    assertThat(prefix.kind()).isEqualTo(Prefix.Kind.NVFW);
    assertThat(prefix.directory()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0xff, FF", "0x00, ZERO", "0x5a, UNKNOWN"})
  void plainPrefixes(String fill, Prefix.Kind kind) {
    byte[] bytes =
        RomForge.start().pad(512, Integer.decode(fill)).bytes(RomForge.named("minimal")).build();
    assertThat(RomReader.read(Slice.of(bytes)).prefix())
        .hasValue(new Prefix(new Range(0, 512), kind, Optional.empty(), Optional.empty()));
  }

  @Test
  void deviceLists() {
    DeviceList list = images("ipxe").get(0).deviceList().orElseThrow();
    assertThat(list.ids()).containsExactly(0x100e, 0x100f, 0x10d3);
    assertThat(list.closed()).isTrue();
    assertThat(list.bytes().range()).isEqualTo(new Range(0x4db, 6));
    assertThat(images("ipxe").get(1).deviceList()).isEmpty();
    assertThat(images("nvgi1").get(0).deviceList().orElseThrow().ids()).containsExactly(0x0fc6);
    assertThat(images("minimal").get(0).deviceList()).isEmpty();
  }

  @Test
  void plugAndPlayHeaders() {
    List<PnpHeader> chain = legacy("ipxe").pnp();
    assertThat(chain).extracting(PnpHeader::offset).containsExactly(0x80L, 0xa0L);
    assertThat(chain).extracting(PnpHeader::nextPointer).containsExactly(0xa0, 0);
    assertThat(chain).extracting(PnpHeader::bootstrapEntryVector).containsExactly(0x180, 0x188);
    assertThat(chain).extracting(PnpHeader::bootConnectionVector).containsExactly(0, 0x184);
    assertThat(chain)
        .allSatisfy(
            header -> {
              assertThat(header.sum()).isZero();
              assertThat(header.length()).isEqualTo(0x20);
              assertThat(header.manufacturer()).isEqualTo("Forged test");
              assertThat(header.product()).isEqualTo("Forged test ROM");
              assertThat(header.deviceType()).isEqualTo(0x020000);
            });
    assertThat(legacy("lsi").pnp()).hasSize(1);
    assertThat(legacy("minimal").pnp()).isEmpty();
  }

  @Test
  void theUndiStructure() {
    assertThat(legacy("ipxe").undi())
        .hasValue(
            new UndiHeader(0x60, 0x16, 0, 0, 0x020100, 0x200, 0x1000, 0x2000, 0x4000, "PCIR"));
    assertThat(legacy("lsi").undi()).isEmpty();
  }

  @Test
  void theConfigurationUtility() {
    LegacyImage image = legacy("config-utility");
    assertThat(image.configurationUtility())
        .hasValue(new ConfigurationUtilityHeader(0x400, 4, "Forged test utility", 1));
    PciDataStructure data = image.dataStructure();
    assertThat(data.configurationUtilityPointer()).hasValue(0x400);
    assertThat(data.dmtfClpPointer()).hasValue(0x600);
    assertThat(data.maxRunTimeBlocks()).hasValue(4);
    assertThat(legacy("ipxe").configurationUtility()).isEmpty();
  }

  @Test
  void theEntryCode() {
    assertThat(legacy("minimal").legacy().entryTarget()).hasValue(0x40);
    assertThat(legacy("nvgi1").legacy().entryTarget()).hasValue(0x50);
  }

  @Test
  void fcodePrograms() {
    List<RomImage> images = images("fcode");
    FcodeImage first = (FcodeImage) images.get(0);
    FcodeImage second = (FcodeImage) images.get(1);
    assertThat(first.programPointer()).isEqualTo(0x34);
    FcodeHeader header = first.program().orElseThrow();
    assertThat(header.offset()).isEqualTo(0x34);
    assertThat(header.startName()).isEqualTo("start1");
    assertThat(header.format()).isEqualTo(8);
    // From 0x34 up to the last 16 bytes of 8 and of 4 blocks.
    assertThat(header.length()).isEqualTo(0x1000 - 0x10 - 0x34);
    assertThat(second.program().orElseThrow().offset()).isEqualTo(0x1034);
    assertThat(second.program().orElseThrow().length()).isEqualTo(0x800 - 0x10 - 0x34);
  }

  @Test
  void nvidiaExtensionsOfATuringCard() {
    List<Npde> extensions =
        images("turing").stream().map(RomImage::npde).map(Optional::orElseThrow).toList();
    assertThat(extensions)
        .extracting(Npde::offset)
        .containsExactly(0x1d0L, 0x1840L, 0x2840L, 0x3240L, 0x3e40L);
    assertThat(extensions).extracting(Npde::subImageBlocks).containsExactly(12, 8, 5, 6, 1);
    assertThat(extensions)
        .extracting(Npde::revision)
        .containsExactly(0x101, 0x100, 0x100, 0x100, 0x100);
    assertThat(extensions).extracting(Npde::length).containsExactly(0x14, 0x10, 12, 12, 12);
    assertThat(extensions.get(0).subsystemVendorId()).hasValue(0x1028);
    assertThat(extensions.get(0).subsystemId()).hasValue(0x0772);
    assertThat(extensions.get(0).flags()).hasValue(3);
    assertThat(extensions.get(1).gopVersion()).hasValue(0x5000b);
    assertThat(extensions.get(4).lastByte()).hasValue(0x80);
  }

  @Test
  void theNotebookImage() {
    VendorImage image = (VendorImage) images("turing").get(4);
    assertThat(image.nvidia()).isTrue();
    assertThat(image.nbsi()).hasValue(new NbsiHeader(0x80, 0x180));
    VendorImage extension = (VendorImage) images("turing").get(3);
    assertThat(extension.nvidia()).isTrue();
    assertThat(extension.nbsi()).isEmpty();
  }

  @Test
  void imagesThatAreNotNvidias() {
    assertThat(((VendorImage) images("pa-risc").get(0)).nvidia()).isFalse();
    assertThat(((VendorImage) images("bb77").get(0)).nvidia()).isFalse();
  }

  @Test
  void anEfiDriverThatIsNotCompressed() {
    EfiImage image = (EfiImage) images("efi-only").get(0);
    assertThat(image.efi().signatureValid()).isTrue();
    assertThat(image.efi().subsystem()).isEqualTo(11);
    assertThat(image.efi().machine()).isEqualTo(0x8664);
    assertThat(image.compressedSize()).isEmpty();
    assertThat(image.originalSize()).isEmpty();
    assertThat(image.driver().range()).isEqualTo(new Range(0x40, 0x1000 - 0x40));
    assertThat(image.driver().startsWith(0, "MZ")).isTrue();
  }

  @Test
  void anEfiDriverThatIsCompressed() {
    EfiImage image = (EfiImage) images("amd-three").get(2);
    assertThat(image.efi().machine()).isEqualTo(0xaa64);
    assertThat(image.efi().compression()).isEqualTo(1);
    int at = image.efi().imageOffset();
    assertThat(image.driver().offset()).isEqualTo(0x3000 + at);
    assertThat(image.compressedSize()).hasValue(image.driver().u32(0));
    assertThat(image.originalSize()).hasValue(image.driver().u32(4));
    // The stream fills the 8 blocks of the image as far as the driver can be cut to fit.
    assertThat(image.compressedSize().orElseThrow()).isBetween(0xd00L, 0x1000L - at - 8);
  }

  @Test
  void aDriverOutsideOfItsImage() {
    byte[] bytes = RomForge.named("efi-only");
    bytes[0x17] = (byte) 0xff;
    bytes[0x0c] = 1;
    EfiImage image = (EfiImage) RomReader.read(Slice.of(bytes)).chains().get(0).images().get(0);
    assertThat(image.driver().length()).isZero();
    assertThat(image.compressedSize()).isEmpty();
  }

  @Test
  void theIsaRom() {
    IsaRom isa = read("isa").isaRom().orElseThrow();
    assertThat(isa.length()).isEqualTo(0x1000);
    assertThat(isa.legacy().initializationBlocks()).isEqualTo(8);
    assertThat(isa.legacy().entryTarget()).hasValue(0x40);
    assertThat(isa.pnp()).isEmpty();
  }

  @Test
  void anExtensionWithALengthOfZeroSaysNothing() {
    byte[] bytes = RomForge.named("desktop-nvidia");
    bytes[0x1d8] = 0;
    RomChain chain = RomReader.read(Slice.of(bytes)).chains().get(0);
    RomImage image = chain.images().get(0);
    assertThat(image.npde()).isPresent();
    assertThat(image.vendorLength()).isEqualTo(OptionalLong.empty());
    assertThat(image.effectiveLength()).isEqualTo(0x1800);
    assertThat(image.sums().vendor()).isEqualTo(OptionalInt.empty());
    assertThat(chain.vendor().images()).containsExactly(0, 1);
  }
}
