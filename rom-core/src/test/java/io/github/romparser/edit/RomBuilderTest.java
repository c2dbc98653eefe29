package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDriver;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
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
  void drivers_cut_anywhere_are_refused() {
    for (int length = 0; length < X64.length; length++) {
      assertThat(Made.refusal(wrap("1002:1640", Arrays.copyOf(X64, length))).code())
          .isIn(RefusalCode.NOT_PE, RefusalCode.DRIVER_CUT);
    }
    byte[] magic = X64.clone();
    magic[0x58] = 0;
    assertThat(Made.refusal(wrap("1002:1640", magic)).code()).isEqualTo(RefusalCode.NOT_PE);
    byte[] headless = Arrays.copyOfRange(X64, 0x40, X64.length);
    assertThat(Made.refusal(wrap("1002:1640", headless)).code()).isEqualTo(RefusalCode.NOT_PE);
    byte[] ia32 = PeForge.x64().machine(PeForge.IA32).build();
    assertThat(Made.codes(wrap("1002:1640", ia32))).contains(EditCode.WRAPPED);
    byte[] signed = X64.clone();
    signed[0xe8] = (byte) 0x80;
    signed[0xe9] = 3;
    signed[0xec] = (byte) 0x80;
    assertThat(Made.codes(wrap("1002:1640", signed))).contains(EditCode.DRIVER_SIGNED);
    signed[0xec]++;
    assertThat(Made.refusal(wrap("1002:1640", signed)).code()).isEqualTo(RefusalCode.DRIVER_CUT);
  }

  // ---- compressed ----------------------------------------------------------------------------

  private static EditResult compress(String ids, byte[]... drivers) {
    return RomBuilder.wrap(
        new WrapRequest(
            Arrays.stream(drivers).map(Slice::of).toList(),
            Optional.empty(),
            ids(ids),
            false,
            0x038000,
            true));
  }

  /** A driver of code that is zeros for the most part. */
  private static byte[] sparse(int size) {
    byte[] driver = PeForge.x64().size(size).build();
    for (int i = 0x200; i < size; i++) {
      driver[i] = i % 50 == 0 ? driver[i] : 0;
    }
    return driver;
  }

  @ParameterizedTest
  @ValueSource(ints = {0x400, 0x1000, 0x1020, 0x6000, 0x20000})
  void a_compressed_driver_follows_the_headers(int size) {
    byte[] driver = sparse(size);
    EditResult result = compress("10de:1c03,1c04", driver);
    RomFile rom = Made.again(result);
    assertThat(rom.findings()).isEmpty();
    EfiImage image = (EfiImage) rom.chains().get(0).images().get(0);
    int headers = 0x1c + 0x1c + 6;
    assertThat(image.efi().compression()).isOne();
    assertThat(image.efi().imageOffset()).isEqualTo(headers);
    assertThat(image.efi().machine()).isEqualTo(0x8664);
    assertThat(image.efi().subsystem()).isEqualTo(11);
    assertThat(image.originalSize()).hasValue(size);
    assertThat(image.dataStructure().classCode()).isEqualTo(0x038000);
    assertThat(image.deviceList().orElseThrow().ids()).containsExactly(0x1c03, 0x1c04);
    assertThat(image.pciLength()).isEqualTo(rom.bytes().length());
    assertThat(image.initializationLength()).hasValue(rom.bytes().length());
    long end = headers + 8 + image.compressedSize().orElseThrow();
    assertThat(rom.bytes().length() - end).isBetween(0L, 511L);
    for (long at = end; at < rom.bytes().length(); at++) {
      assertThat(rom.bytes().u8(at)).isEqualTo(0xff);
    }
    assertThat(EfiDriver.of(image))
        .isInstanceOfSatisfying(
            EfiDriver.Loaded.class,
            loaded -> {
              assertThat(loaded.bytes()).isEqualTo(Slice.of(driver));
              assertThat(loaded.compressed()).isTrue();
            });
    assertThat(rom.bytes()).isEqualTo(Made.edit(compress("10de:1c03,1c04", driver)).bytes());
    assertThat(Made.codes(result))
        .containsExactly(EditCode.WRAPPED_COMPRESSED, EditCode.DRIVER_NOT_SIGNED);
  }

  @Test
  void both_sizes_are_told() {
    byte[] driver = sparse(0x6000);
    Edit edit = Made.edit(compress("1002:1640", driver));
    EfiImage image = (EfiImage) Made.again(edit).chains().get(0).images().get(0);
    long stored = 8 + image.compressedSize().orElseThrow();
    assertThat(edit.steps().get(0).message())
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "Image #0: driver 1 for x64, 24,576 bytes compressed to %,d bytes (%d %%), with"
                    + " padding of %d bytes.",
                stored,
                Math.round(stored * 100.0 / 0x6000),
                image.pciLength() - 0x38 - stored));
  }

  @Test
  void compression_that_gains_nothing_is_done_and_told() {
    // It shrinks by a few bytes, and the image has as many blocks as before.
    byte[] noise = new byte[0x3dc0];
    new Random(1).nextBytes(noise);
    System.arraycopy(PeForge.x64().size(noise.length).build(), 0, noise, 0, 0x180);
    EditResult result = compress("1002:1640", noise, sparse(0x6000));
    assertThat(Made.codes(result))
        .containsExactly(
            EditCode.WRAPPED_COMPRESSED,
            EditCode.NOT_SMALLER,
            EditCode.DRIVER_NOT_SIGNED,
            EditCode.WRAPPED_COMPRESSED,
            EditCode.DRIVER_NOT_SIGNED);
    assertThat(Made.edit(result).steps().get(1).message())
        .matches("Compression gains nothing for image #0: it has .* would have .* without\\.");
    List<RomImage> images = Made.again(result).chains().get(0).images();
    assertThat(((EfiImage) images.get(0)).efi().compression()).isOne();
    assertThat(images.get(0).dataStructure().last()).isFalse();
    assertThat(images.get(1).dataStructure().last()).isTrue();
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_compressed() {
    assertThat(Made.refusal(compress("1002:1640", PeForge.x64().size(65 << 20).build())).code())
        .isEqualTo(RefusalCode.TOO_LARGE);
    // Zeros fit, though the driver alone would not.
    assertThat(Made.again(compress("1002:1640", sparseAndHuge())).bytes().length())
        .isLessThan(16 << 20);
  }

  private static byte[] sparseAndHuge() {
    byte[] driver = PeForge.x64().size(17 << 20).build();
    Arrays.fill(driver, 0x200, driver.length, (byte) 0);
    return driver;
  }

  /** EfiRom's images differ from ours in nothing but the stream and the lengths. */
  @ParameterizedTest
  @CsvSource({"ec-large, l, 8086:1638", "ec-mid, m, 1002:67df"})
  void efirom_lays_compressed_images_out_so(String rom, String driver, String ids)
      throws IOException {
    Path folder = corpus();
    Slice pe = ByteInput.of(folder.resolve("drivers").resolve(driver + ".efi")).read();
    byte[] expected = ByteInput.of(folder.resolve(rom + ".rom")).read().toByteArray();
    byte[] ours = Made.bytes(compress(ids, pe.toByteArray()));
    assertThat(ours.length).isLessThanOrEqualTo(expected.length);
    for (byte[] bytes : List.of(ours, expected)) {
      // Both lengths, the class and the code revision, which ec-mid was given.
      Arrays.fill(bytes, 0x02, 0x04, (byte) 0);
      Arrays.fill(bytes, 0x29, 0x30, (byte) 0);
    }
    assertThat(Arrays.copyOf(ours, 0x38)).isEqualTo(Arrays.copyOf(expected, 0x38));
  }

  private static Path corpus() {
    String corpus = System.getProperty("rom.corpus", "");
    Assumptions.assumeFalse(corpus.isEmpty(), "no ROMs of EfiRom: give -Drom.corpus=DIR");
    return Path.of(corpus, "made", "uefi", "efirom");
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
    Path folder = corpus();
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
