package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RomBuilderTest {

  private static final byte[] X64 = PeForge.x64().build();

  private static DeviceIds ids(String text) {
    return DeviceIds.parse(text).orElseThrow();
  }

  private static EditResult wrap(String ids, byte[]... drivers) {
    return wrap(ids, Optional.empty(), drivers);
  }

  private static EditResult wrap(String ids, Optional<RomFile> legacy, byte[]... drivers) {
    return RomBuilder.wrap(
        new WrapRequest(
            Arrays.stream(drivers).map(Slice::of).toList(),
            legacy,
            ids(ids),
            false,
            WrapRequest.VGA));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x200, 0x3a0, 0x3c0, 0x3e0, 0x400, 0x6000, 0x20000})
  void a_driver_ends_where_its_image_ends(int size) {
    byte[] driver = PeForge.aa64().size(size).build();
    EditResult result = wrap("1002:1640", driver);
    RomFile rom = Made.again(result);
    assertThat(rom.findings()).isEmpty();
    RomChain chain = rom.chains().get(0);
    EfiImage image = (EfiImage) chain.images().get(0);
    assertThat(image.driver().toByteArray()).isEqualTo(driver);
    assertThat(image.pciLength()).isEqualTo(rom.bytes().length());
    assertThat(image.initializationLength()).hasValue(rom.bytes().length());
    assertThat(image.header().dataStructurePointer()).isEqualTo(0x1c);
    assertThat(image.efi().signatureValid()).isTrue();
    assertThat(image.efi().machine()).isEqualTo(0xaa64);
    assertThat(image.efi().subsystem()).isEqualTo(11);
    assertThat(image.efi().compression()).isZero();
    assertThat(image.dataStructure().vendorId()).isEqualTo(0x1002);
    assertThat(image.dataStructure().deviceId()).isEqualTo(0x1640);
    assertThat(image.dataStructure().classCode()).isEqualTo(0x030000);
    assertThat(image.dataStructure().revision()).isEqualTo(3);
    assertThat(image.dataStructure().length()).isEqualTo(0x1c);
    assertThat(image.dataStructure().last()).isTrue();
    assertThat(image.deviceList()).isEmpty();
    assertThat(rom.bytes().length() - size).isBetween(0x38, 0x38 + 511);
    assertThat(Made.codes(result)).containsExactly(EditCode.WRAPPED, EditCode.DRIVER_NOT_SIGNED);
  }

  @Test
  void several_drivers_with_a_device_list() {
    byte[] arm = PeForge.aa64().subsystem(12).build();
    RomFile rom = Made.again(wrap("10de:1c03,1C04,1c06", X64, arm));
    List<RomImage> images = rom.chains().get(0).on(rom.chains().get(0).pci());
    assertThat(images).hasSize(2);
    assertThat(images.get(0).dataStructure().last()).isFalse();
    assertThat(images.get(1).dataStructure().last()).isTrue();
    for (RomImage image : images) {
      assertThat(image.deviceList().orElseThrow().ids()).containsExactly(0x1c03, 0x1c04, 0x1c06);
      assertThat(image.deviceList().orElseThrow().closed()).isTrue();
      assertThat(image.dataStructure().deviceListPointer()).hasValue(0x1c);
    }
    assertThat(((EfiImage) images.get(1)).efi().subsystem()).isEqualTo(12);
    assertThat(rom.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd-apu", "minimal", "turing-nvgi3", "muxless-laptop", "shadow"})
  void a_legacy_image_comes_first(String layout) {
    RomFile legacy = Made.named(layout);
    RomImage taken = legacy.chains().get(0).images().get(0);
    EditResult result = wrap("1af4:1050", Optional.of(legacy), X64);
    RomFile rom = Made.again(result);
    List<RomImage> images = rom.chains().get(0).on(rom.chains().get(0).pci());
    assertThat(images).hasSize(2);
    assertThat(images.get(0).pciLength()).isEqualTo(taken.pciLength());
    assertThat(images.get(0).dataStructure().last()).isFalse();
    assertThat(images.get(0).sums().initialization()).hasValue(0);
    assertThat(images.get(1)).isInstanceOf(EfiImage.class);
    assertThat(Made.codes(result)).startsWith(EditCode.TOOK_LEGACY);
    assertThat(Made.codes(result)).contains(EditCode.OTHER_LEGACY_ID);
    assertThat(Made.findings(rom)).doesNotContain(FindingCode.CHECKSUM, FindingCode.NO_LAST);
  }

  @Test
  void a_legacy_image_of_the_same_device_is_no_matter() {
    EditResult result = wrap("8086:10d3", Optional.of(Made.named("minimal")), X64);
    assertThat(Made.codes(result))
        .containsExactly(
            EditCode.TOOK_LEGACY,
            EditCode.CLEARED_LAST,
            EditCode.SET_SUM,
            EditCode.WRAPPED,
            EditCode.DRIVER_NOT_SIGNED);
  }

  @Test
  void a_legacy_image_that_is_not_there_or_not_whole_is_refused() {
    for (String layout : List.of("efi-only", "isa", "bb77")) {
      assertThat(Made.refusal(wrap("1002:1640", Optional.of(Made.named(layout)), X64)).code())
          .isEqualTo(RefusalCode.NO_LEGACY_IMAGE);
    }
    byte[] image = ImageForge.legacy(4, 0x8086, 1).classCode(0x020000).last().build();
    RomFile cut = Made.read(Arrays.copyOf(image, 0x500));
    assertThat(Made.refusal(wrap("1002:1640", Optional.of(cut), X64)).message())
        .contains("not whole");
    RomFile large =
        Made.read(
            RomForge.start()
                .image(ImageForge.legacy(4, 0x8086, 1).initBlocks(6).last())
                .pad(0x400, 0)
                .build());
    assertThat(Made.refusal(wrap("1002:1640", Optional.of(large), X64)).message())
        .contains("larger than the image");
    byte[] outside = Arrays.copyOf(image, 0x1000);
    System.arraycopy(image, 0x1c, outside, 0xc00, 0x18);
    outside[0x18] = 0;
    outside[0x19] = 0xc;
    assertThat(Made.refusal(wrap("1002:1640", Optional.of(Made.read(outside)), X64)).code())
        .isEqualTo(RefusalCode.ODD_LAYOUT);
  }

  @Test
  void drivers_that_firmware_does_not_run_are_refused() {
    assertThat(Made.refusal(wrap("1002:1640")).code()).isEqualTo(RefusalCode.NO_DRIVER);
    assertThat(Made.refusal(wrap("1002:1640", X64, RomForge.named("minimal"))).message())
        .isEqualTo("Driver 2 is no EFI program (PCI option ROM).");
    assertThat(Made.refusal(wrap("1002:1640", PeForge.x64().subsystem(10).build())).code())
        .isEqualTo(RefusalCode.APPLICATION);
    assertThat(Made.refusal(wrap("1002:1640", PeForge.x64().subsystem(3).build())).message())
        .contains("subsystem 3");
    assertThat(Made.refusal(wrap("1002:1640", PeForge.x64().machine(0x1234).build())).code())
        .isEqualTo(RefusalCode.UNKNOWN_MACHINE);
    assertThat(Made.refusal(wrap("1002:1640", Arrays.copyOf(X64, 0x300))).code())
        .isEqualTo(RefusalCode.DRIVER_CUT);
    assertThat(Made.refusal(wrap("1002:1640", PeForge.x64().size(16 << 20).build())).code())
        .isEqualTo(RefusalCode.TOO_LARGE);
    assertThat(Made.refusal(wrap("03ea:0668", X64)).code()).isEqualTo(RefusalCode.ODD_ID);
    assertThat(Made.refusal(wrap("1002:1640,0000", X64)).code())
        .isEqualTo(RefusalCode.BAD_DEVICE_LIST);
    DeviceIds many = new DeviceIds(0x1002, Collections.nCopies(1025, 1));
    assertThat(
            Made.refusal(
                    RomBuilder.wrap(
                        new WrapRequest(List.of(Slice.of(X64)), Optional.empty(), many, false, 0)))
                .message())
        .contains("1025 of them, at most 1024");
    assertThatThrownBy(() -> new WrapRequest(List.of(), Optional.empty(), many, false, 0x1000000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pe_headers_are_read_with_care() {
    for (int length = 0; length < 0x180; length++) {
      PeHeader.read(Slice.of(Arrays.copyOf(X64, length)));
    }
    byte[] magic = X64.clone();
    magic[0x58] = 0;
    assertThat(PeHeader.read(Slice.of(magic))).isEmpty();
    byte[] signed = X64.clone();
    signed[0xe8] = (byte) 0x80;
    signed[0xe9] = 3;
    signed[0xec] = (byte) 0x80;
    assertThat(PeHeader.read(Slice.of(signed)).orElseThrow().signed()).isTrue();
    assertThat(PeHeader.read(Slice.of(signed)).orElseThrow().end()).isEqualTo(0x400);
    assertThat(Made.codes(wrap("1002:1640", signed))).contains(EditCode.DRIVER_SIGNED);
    byte[] pe32 = X64.clone();
    pe32[0x58] = 0x0b;
    pe32[0x59] = 1;
    assertThat(PeHeader.read(Slice.of(pe32))).isPresent();
    byte[] empty = X64.clone();
    empty[0x40 + 0x18 + 0xf0 + 0x10] = 0;
    empty[0x40 + 0x18 + 0xf0 + 0x11] = 0;
    assertThat(PeHeader.read(Slice.of(empty)).orElseThrow().end()).isEqualTo(0x170);
  }

  /** EfiRom of edk2 made these from the same drivers; without them there is nothing to compare. */
  @ParameterizedTest
  @CsvSource({
    "e-plain, s, 10de:1d10, 030000, 27648, 1",
    // Its second image is compressed.
    "devlist-multi, m, '8086:0406,0412', 038000, 77824, 2"
  })
  void efirom_makes_the_same_bytes(
      String rom, String driver, String ids, String classCode, int length, int images)
      throws IOException {
    String corpus = System.getProperty("rom.corpus", "");
    Assumptions.assumeFalse(corpus.isEmpty(), "no ROMs of EfiRom: give -Drom.corpus=DIR");
    Path folder = Path.of(corpus, "made", "uefi", "efirom");
    Slice pe = ByteInput.of(folder.resolve("drivers").resolve(driver + ".efi")).read();
    Slice expected = ByteInput.of(folder.resolve(rom + ".rom")).read();
    EditResult result =
        RomBuilder.wrap(
            new WrapRequest(
                Collections.nCopies(images, pe),
                Optional.empty(),
                ids(ids),
                false,
                Integer.parseInt(classCode, 16)));
    assertThat(Made.edit(result).bytes().slice(0, length)).isEqualTo(expected.slice(0, length));
  }
}
