package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.PnpForge;
import io.github.romparser.testdata.RomForge;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FixTest {

  private static final DeviceIds NEW = DeviceIds.of(0x1af4, 0x1050);

  static Set<String> all() {
    return RomForge.names();
  }

  private static List<RomImage> pci(RomFile rom) {
    return rom.chains().get(0).on(rom.chains().get(0).pci());
  }

  private static ImageForge legacy(int blocks) {
    return ImageForge.legacy(blocks, 0x8086, 0x10D3).classCode(0x020000);
  }

  private static ImageForge efi(int blocks) {
    return ImageForge.efi(blocks, 0x8086, 0x10D3, PeForge.x64()).classCode(0x020000);
  }

  // ---- ids -----------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("all")
  void ids_are_set_and_all_sums_that_were_right_stay_right(String layout) {
    RomFile before = Made.named(layout);
    if (!(RomEditor.setIds(before, NEW, false) instanceof Edit edit)) {
      return;
    }
    RomFile after = Made.again(edit);
    assertThat(edit.bytes().length()).isEqualTo(before.bytes().length());
    assertThat(Made.findings(after)).doesNotContain(FindingCode.CHECKSUM, FindingCode.EDITED);
    for (int i = 0; i < pci(before).size(); i++) {
      RomImage old = pci(before).get(i);
      RomImage now = pci(after).get(i);
      boolean zero = old.dataStructure().vendorId() == 0;
      assertThat(now.dataStructure().vendorId()).isEqualTo(zero ? 0 : 0x1af4);
      assertThat(now.dataStructure().deviceId()).isEqualTo(zero ? 0 : 0x1050);
      assertThat(now.offset()).isEqualTo(old.offset());
      assertThat(now.deviceList().map(l -> l.ids())).isEqualTo(old.deviceList().map(l -> l.ids()));
      if (old instanceof EfiImage driver) {
        assertThat(((EfiImage) now).efi()).isEqualTo(driver.efi());
        assertThat(((EfiImage) now).driver().sameBytes(driver.driver())).isTrue();
        assertThat(Made.codes(edit)).contains(EditCode.SIGNATURES_KEPT);
      } else {
        right(old.sums().initialization(), now.sums().initialization());
        if (layout.equals("blackwell") || old.npde().isPresent()) {
          right(old.sums().pci(), now.sums().pci());
          right(old.sums().vendor(), now.sums().vendor());
        }
      }
    }
  }

  private static void right(OptionalInt before, OptionalInt after) {
    if (before.isPresent() && before.getAsInt() == 0) {
      assertThat(after).isEqualTo(before);
    }
  }

  @Test
  void ids_that_are_right_are_told() {
    RomFile rom = Made.named("minimal-hybrid");
    EditResult result = RomEditor.setIds(rom, DeviceIds.of(0x8086, 0x10d3), false);
    assertThat(Made.codes(result)).containsExactly(EditCode.ID_RIGHT, EditCode.ID_RIGHT);
    assertThat(Made.edit(result).bytes()).isEqualTo(rom.bytes());
  }

  @Test
  void zero_ids_stay_beside_others_only() {
    EditResult ampere = RomEditor.setIds(Made.named("ampere-nvgi3"), NEW, false);
    assertThat(Made.codes(ampere))
        .contains(
            EditCode.KEPT_ZERO_ID,
            EditCode.KEPT_DEVICE_LIST,
            EditCode.STILL_WRAPPED,
            EditCode.SET_SUM);
    byte[] zero = efi(4).pcir(p -> p.ids(0, 0)).last().build();
    EditResult alone = RomEditor.setIds(Made.read(zero), NEW, false);
    assertThat(Made.codes(alone)).containsExactly(EditCode.SET_ID, EditCode.SIGNATURES_KEPT);
  }

  @Test
  void a_second_rom_is_left_alone() {
    EditResult result = RomEditor.setIds(Made.named("doubled"), NEW, false);
    assertThat(Made.codes(result)).contains(EditCode.SECOND_ROM_KEPT);
    assertThat(Made.again(result).chains().get(1).images().get(0).dataStructure().vendorId())
        .isEqualTo(0x1002);
  }

  @Test
  void ids_that_look_decimal_are_refused_unless_insisted_on() {
    RomFile rom = Made.named("efi-only");
    Refusal refusal = Made.refusal(RomEditor.setIds(rom, DeviceIds.of(0x03ea, 0x0668), false));
    assertThat(refusal.code()).isEqualTo(RefusalCode.ODD_ID);
    assertThat(refusal.message()).startsWith("03ea:0668 is the decimal way to write 1002:1640;");
    assertThat(refusal.advice()).contains("--allow-odd-id");
    assertThat(pci(Made.again(RomEditor.setIds(rom, DeviceIds.of(0x03ea, 0x0668), true))))
        .allMatch(image -> image.dataStructure().vendorId() == 0x03ea);
  }

  // ---- checksum ------------------------------------------------------------------------------

  @Test
  void the_checksum_goes_into_padding() {
    byte[] rom = legacy(4).last().build();
    rom[0x200] ^= 0x10;
    int last = rom[0x7ff] & 0xff;
    EditResult result = RomEditor.fixChecksum(Made.read(rom));
    assertThat(Made.codes(result)).containsExactly(EditCode.SET_SUM);
    assertThat(Made.edit(result).steps().get(0).message())
        .matches(
            "Image #0: the sum over 2,048 bytes was 0x[0-9a-f]{2} and is 0x00 now; the byte at"
                + " 0x7ff changed from "
                + String.format("0x%02x", last)
                + " to 0x[0-9a-f]{2}\\.");
    assertThat(Made.findings(Made.again(result))).doesNotContain(FindingCode.CHECKSUM);
    assertThat(Made.codes(RomEditor.fixChecksum(Made.again(result))))
        .containsExactly(EditCode.SUM_RIGHT);
  }

  @Test
  void amds_checksum_byte_is_used() {
    byte[] rom = RomForge.named("amd-apu");
    rom[0x1000] ^= 1;
    EditResult result = RomEditor.fixChecksum(Made.read(rom));
    byte[] mended = Made.bytes(result);
    rom[0x21] = mended[0x21];
    assertThat(mended).isEqualTo(rom);
  }

  @Test
  void a_shadow_copy_is_mended_with_a_warning() {
    EditResult result = RomEditor.fixChecksum(Made.named("shadow"));
    assertThat(Made.codes(result)).containsExactly(EditCode.SET_SUM, EditCode.SHADOW_SUM);
  }

  @ParameterizedTest
  @CsvSource({"EB, true", "E9, true", "E8, false", "CB, false"})
  void byte_6_is_used_only_if_the_entry_code_leaves_it(String opcode, boolean used) {
    byte[] rom =
        legacy(4)
            .last()
            .put(3, Integer.parseInt(opcode, 16), 0x40, 0)
            .put(0x7c0, new byte[] {1, 2, 3, 4})
            .sumAt(0x38)
            .build();
    // No padding at the end.
    for (int i = 0x7e0; i < 0x800; i++) {
      rom[i] = (byte) (i * 7);
    }
    EditResult result = RomEditor.fixChecksum(Made.read(rom));
    if (used) {
      byte[] mended = Made.bytes(result);
      rom[6] = mended[6];
      assertThat(mended).isEqualTo(rom);
      assertThat(Made.findings(Made.again(result))).doesNotContain(FindingCode.CHECKSUM);
    } else {
      assertThat(Made.refusal(result).code()).isEqualTo(RefusalCode.NO_FREE_BYTE);
    }
  }

  @Test
  void a_jump_to_byte_6_does_not_leave_it() {
    byte[] rom = legacy(4).last().sumAt(0x38).put(3, 0xEB, 1, 0xCB, 0x90).build();
    for (int i = 0x7e0; i < 0x800; i++) {
      rom[i] = (byte) (i * 7);
    }
    assertThat(Made.refusal(RomEditor.fixChecksum(Made.read(rom))).message())
        .contains("#0")
        .contains("2,048 bytes");
  }

  @Test
  void structures_in_the_padding_are_not_touched() {
    byte[] rom = legacy(4).last().sumAt(0x38).pnp(0x7e0, PnpForge.start()).build();
    rom[0x200] ^= 0x10;
    byte[] mended = Made.bytes(RomEditor.fixChecksum(Made.read(rom)));
    rom[6] = mended[6];
    assertThat(mended).isEqualTo(rom);
  }

  @Test
  void an_efi_image_is_never_touched() {
    // The size that is summed reaches to the end of the EFI image, which ends in padding.
    byte[] rom =
        RomForge.start()
            .image(legacy(4).initBlocks(8).entry(0x40))
            .image(ImageForge.efiCompressed(4, 0x8086, 0x10D3, PeForge.x64()).last())
            .build();
    byte[] mended = Made.bytes(RomEditor.fixChecksum(Made.read(rom)));
    rom[6] = mended[6];
    assertThat(mended).isEqualTo(rom);
    assertThat(Made.refusal(RomEditor.fixChecksum(Made.named("efi-only"))).code())
        .isEqualTo(RefusalCode.NO_LEGACY);
  }

  @Test
  void nvidias_sums_are_all_mended() {
    byte[] rom = RomForge.named("muxless-laptop");
    rom[0x400] ^= 0x20;
    RomFile broken = Made.read(rom);
    EditResult result = RomEditor.fixChecksum(broken);
    RomImage image = pci(Made.again(result)).get(0);
    assertThat(image.sums()).isEqualTo(pci(Made.named("muxless-laptop")).get(0).sums());
    assertThat(Made.codes(result)).containsExactly(EditCode.SET_SUM, EditCode.SHADOW_SUM);
    // Edited by hand: only the outer sum was mended, in one of NVIDIA's own images.
    rom[rom.length - 1] = (byte) (rom[rom.length - 1] - 0x20);
    EditResult edited = RomEditor.fixChecksum(Made.read(rom));
    assertThat(Made.findings(Made.again(edited)))
        .doesNotContain(FindingCode.CHECKSUM, FindingCode.EDITED);
  }

  @Test
  void a_sum_that_cannot_be_mended_and_does_not_matter_is_told() {
    byte[] rom =
        RomForge.start()
            .group(
                ImageForge.legacy(4, 0x10DE, 1)
                    .classCode(0x030200)
                    .pcirAt(0x50)
                    .npde(NpdeForge.legacy(1, 2))
                    .last(),
                ImageForge.nvidiaExtension(4, 2).npde(NpdeForge.plain().last(true)))
            .noise(1, 0)
            .build();
    rom[0xA00] ^= 4;
    for (int i = 0xff0; i < 0x1000; i++) {
      rom[i] = (byte) (i * 7);
    }
    EditResult result = RomEditor.fixChecksum(Made.read(rom));
    assertThat(Made.codes(result)).contains(EditCode.SUM_LOST);
  }

  @Test
  void sums_that_cannot_be_told_are_refused() {
    byte[] none = legacy(4).last().sums().initBlocks(0).build();
    assertThat(Made.refusal(RomEditor.fixChecksum(Made.read(none))).code())
        .isEqualTo(RefusalCode.NO_INIT_SIZE);
    byte[] past = legacy(4).last().sums().initBlocks(9).build();
    assertThat(Made.refusal(RomEditor.fixChecksum(Made.read(past))).code())
        .isEqualTo(RefusalCode.SUM_PAST_END);
  }

  // ---- last mark -----------------------------------------------------------------------------

  @Test
  void the_mark_is_set_and_the_checksum_kept() {
    EditResult result = RomEditor.setLast(Made.named("cut-at-boundary"));
    assertThat(Made.codes(result))
        .containsExactly(
            EditCode.SET_LAST, EditCode.SET_SUM, EditCode.LOST_IMAGE, EditCode.NO_EFI_DRIVER);
    assertThat(Made.findings(Made.again(result)))
        .doesNotContain(FindingCode.NO_LAST, FindingCode.CHECKSUM, FindingCode.SHADOW);
    assertThat(Made.codes(RomEditor.setLast(Made.again(result))))
        .containsExactly(EditCode.LAST_RIGHT);
  }

  @Test
  void an_image_that_is_cut_off_is_left_out_of_the_walk() {
    EditResult result = RomEditor.setLast(Made.named("truncated"));
    assertThat(Made.codes(result)).contains(EditCode.CUT_IMAGE_LEFT, EditCode.NO_EFI_DRIVER);
    RomFile rom = Made.again(result);
    assertThat(pci(rom)).hasSize(1);
    assertThat(Made.bytes(RomEditor.trim(rom, TrimOptions.ROM_ALONE))).hasSize(16 * 512);
  }

  @Test
  void the_mark_is_refused_where_it_would_not_help() {
    byte[] cut = Arrays.copyOf(legacy(4).last().build(), 0x500);
    assertThat(Made.refusal(RomEditor.setLast(Made.read(cut))).code())
        .isEqualTo(RefusalCode.NOTHING_LEFT);
    byte[] gap = RomForge.start().image(legacy(4)).pad(0x400, 0xFF).image(efi(4).last()).build();
    assertThat(Made.refusal(RomEditor.setLast(Made.read(gap))).code()).isEqualTo(RefusalCode.GAP);
    byte[] zero = legacy(4).pcir(p -> p.blocks(0)).build();
    assertThat(Made.refusal(RomEditor.setLast(Made.read(zero))).code())
        .isEqualTo(RefusalCode.ZERO_LENGTH);
    assertThat(Made.refusal(RomEditor.setLast(Made.named("ten-thousand"))).code())
        .isEqualTo(RefusalCode.TOO_MANY_IMAGES);
  }

  // ---- length --------------------------------------------------------------------------------

  private static RomFile lengthSet(byte[] rom, String told) {
    EditResult result = RomEditor.setLength(Made.read(rom));
    assertThat(Made.edit(result).steps().get(0).message()).contains(told);
    assertThat(Made.edit(result).steps().get(0).code()).isEqualTo(EditCode.SET_LENGTH);
    RomFile after = Made.again(result);
    assertThat(Made.findings(after))
        .doesNotContain(
            FindingCode.ZERO_LENGTH,
            FindingCode.LENGTH_SHORT,
            FindingCode.TRUNCATED,
            FindingCode.HIDDEN_IMAGE,
            FindingCode.SIZE_MISMATCH,
            FindingCode.CHECKSUM);
    assertThat(Made.codes(RomEditor.setLength(after))).containsExactly(EditCode.LENGTH_RIGHT);
    return after;
  }

  @Test
  void a_length_reaches_to_the_next_image() {
    byte[] zero =
        RomForge.start().image(legacy(4).pcir(p -> p.blocks(0))).image(efi(4).last()).build();
    assertThat(pci(lengthSet(zero, "#0: its length of 0 bytes became 2,048 bytes"))).hasSize(2);
    byte[] gap = RomForge.start().image(legacy(4)).pad(0x400, 0xFF).image(efi(4).last()).build();
    assertThat(pci(lengthSet(gap, "2,048 bytes became 3,072 bytes"))).hasSize(2);
    byte[] skips =
        RomForge.start().image(legacy(4).pcir(p -> p.blocks(8))).image(efi(4).last()).build();
    assertThat(pci(lengthSet(skips, "4,096 bytes became 2,048 bytes"))).hasSize(2);
  }

  @Test
  void a_length_of_an_image_behind_others_counts_from_its_own_start() {
    ImageForge zero = efi(4).pcir(p -> p.blocks(0));
    byte[] next = RomForge.start().image(legacy(4)).image(zero).image(efi(4).last()).build();
    assertThat(pci(lengthSet(next, "#1: its length of 0 bytes became 2,048 bytes"))).hasSize(3);
    ImageForge skips = efi(4).pcir(p -> p.blocks(8));
    byte[] hidden = RomForge.start().image(legacy(4)).image(skips).image(efi(4).last()).build();
    assertThat(pci(lengthSet(hidden, "#1: its length of 4,096 bytes became 2,048 bytes")))
        .hasSize(3);
    byte[] data =
        RomForge.start()
            .image(legacy(4))
            .image(efi(4).pcir(p -> p.blocks(9)).last())
            .noise(1, 0x400)
            .build();
    lengthSet(data, "#1: its length of 4,608 bytes became 3,072 bytes");
  }

  static Stream<ImageForge> others() {
    return Stream.of(
        ImageForge.legacy(2, 0x1002, 0x10D3).classCode(0x020000),
        legacy(2).bb77Signature(),
        legacy(2).pcir(p -> p.layout(0, 24)).put(0x1c, 'N', 'P', 'D', 'S'));
  }

  /** Another vendor's image, and headers that firmware passes over, may be data of the image. */
  @ParameterizedTest
  @MethodSource("others")
  void a_length_reaches_over_what_is_no_image_of_the_same_vendor(ImageForge other) {
    byte[] rom =
        RomForge.start()
            .image(legacy(4).pcir(p -> p.blocks(0)))
            .image(other)
            .image(efi(4).last())
            .build();
    assertThat(pci(lengthSet(rom, "#0: its length of 0 bytes became 3,072 bytes"))).hasSize(2);
  }

  @Test
  void a_length_reaches_to_the_end_of_the_code_or_of_the_file() {
    byte[] past = legacy(4).pcir(p -> p.blocks(9)).last().build();
    lengthSet(past, "4,608 bytes became 2,048 bytes");
    byte[] padded = RomForge.start().bytes(past).pad(0x200, 0xFF).build();
    lengthSet(padded, "4,608 bytes became 2,048 bytes");
    byte[] data = RomForge.start().bytes(past).noise(1, 0x400).build();
    lengthSet(data, "4,608 bytes became 3,072 bytes");
    byte[] small = efi(6).pcir(p -> p.blocks(3)).last().build();
    lengthSet(small, "1,536 bytes became 3,072 bytes");
    byte[] both =
        RomForge.start()
            .image(legacy(4).pcir(p -> p.blocks(0)))
            .image(efi(4).pcir(p -> p.blocks(0)).last())
            .build();
    assertThat(pci(lengthSet(both, "became 2,048 bytes"))).hasSize(2);
  }

  @Test
  void a_length_that_cannot_be_told_is_refused() {
    assertThat(Made.refusal(RomEditor.setLength(Made.named("truncated"))).code())
        .isEqualTo(RefusalCode.TRUNCATED);
    byte[] cut =
        RomForge.start().image(legacy(4)).image(efi(6).pcir(p -> p.blocks(9)).last()).build();
    assertThat(Made.refusal(RomEditor.setLength(Made.read(Arrays.copyOf(cut, 0x1200)))).message())
        .startsWith("Image #1 at 0x800 should end at 0x1400, but the file ends at 0x1200:");
    byte[] fcode = ImageForge.fcode(4, 0x1002, 1).pcir(p -> p.blocks(9)).last().build();
    assertThat(Made.refusal(RomEditor.setLength(Made.read(fcode))).code())
        .isEqualTo(RefusalCode.LENGTH_UNCLEAR);
    byte[] odd =
        RomForge.start().image(legacy(4).pcir(p -> p.blocks(9)).last()).noise(1, 0x123).build();
    assertThat(Made.refusal(RomEditor.setLength(Made.read(odd))).code())
        .isEqualTo(RefusalCode.LENGTH_UNCLEAR);
  }

  // ---- all together --------------------------------------------------------------------------

  @Test
  void several_things_at_once() {
    byte[] rom = legacy(4).pcir(p -> p.blocks(0)).build();
    rom[0x200] ^= 1;
    EditResult result =
        RomEditor.fix(Made.read(rom), new FixRequest(Optional.of(NEW), false, true, true, true));
    assertThat(Made.codes(result))
        .containsExactly(
            EditCode.SET_LENGTH,
            EditCode.SET_LAST,
            EditCode.LOST_IMAGE,
            EditCode.SET_ID,
            EditCode.SET_SUM);
    RomFile after = Made.again(result);
    assertThat(after.hasFindings(io.github.romparser.finding.Severity.WARNING)).isFalse();
    assertThat(RomEditor.repairs(after)).isEmpty();
  }

  @Test
  void one_refusal_refuses_all() {
    EditResult result =
        RomEditor.fix(
            Made.named("truncated"), new FixRequest(Optional.of(NEW), false, false, false, true));
    assertThat(Made.refusal(result).code()).isEqualTo(RefusalCode.TRUNCATED);
    assertThat(
            Made.refusal(
                    RomEditor.fix(
                        Made.named("vfct"),
                        new FixRequest(Optional.empty(), false, true, false, false)))
                .code())
        .isEqualTo(RefusalCode.WRONG_CONTAINER);
  }

  @Test
  void what_is_wrong_is_told_with_what_mends_it() {
    assertThat(RomEditor.repairs(Made.named("amd-three"))).isEmpty();
    assertThat(RomEditor.repairs(Made.named("efi-only"))).isEmpty();
    assertThat(RomEditor.repairs(Made.named("shadow")))
        .extracting(Repair::kind)
        .containsExactly(Repair.Kind.LAST, Repair.Kind.CHECKSUM);
    assertThat(RomEditor.repairs(Made.named("truncated")))
        .extracting(repair -> repair.kind().option())
        .containsExactly("--set-length", "--set-last");
    byte[] odd = efi(4).pcir(p -> p.ids(0x03ea, 0x0668)).last().build();
    List<Repair> repairs = RomEditor.repairs(Made.read(odd));
    assertThat(repairs).extracting(Repair::kind).containsExactly(Repair.Kind.IDS);
    assertThat(Made.edit(repairs.get(0).result()).steps().get(0).message())
        .isEqualTo("Image #0: the ids 03ea:0668 became 1002:1640.");
    assertThat(RomEditor.repairs(Made.read(new byte[9]))).hasSize(1);
    assertThat(RomEditor.repairs(Made.named("bb77"))).hasSize(1);
    assertThat(new FixRequest(Optional.empty(), true, false, false, false).isEmpty()).isTrue();
    assertThat(new FixRequest(Optional.empty(), true, false, false, true).isEmpty()).isFalse();
    assertThat(new FixRequest(Optional.empty(), true, false, true, false).isEmpty()).isFalse();
    assertThat(new FixRequest(Optional.empty(), true, true, false, false).isEmpty()).isFalse();
    assertThat(Made.ids(1, 2).isEmpty()).isFalse();
  }

  @Test
  void headers_that_lie_in_each_other_are_refused() {
    // The data structure stands in the header itself, so that setting ids would change the header.
    byte[] rom = efi(4).last().build();
    byte[] data = Arrays.copyOfRange(rom, 0x1c, 0x34);
    System.arraycopy(data, 0, rom, 0x10, data.length);
    rom[0x18] = 0x10;
    RomFile read = Made.read(rom);
    assertThat(read.chains()).hasSize(1);
    assertThat(Made.refusal(RomEditor.setIds(read, NEW, false)).code())
        .isEqualTo(RefusalCode.ODD_LAYOUT);
  }

  @Test
  void a_data_structure_behind_the_driver_touches_its_signature() {
    byte[] rom = efi(8).last().build();
    byte[] data = Arrays.copyOfRange(rom, 0x1c, 0x34);
    System.arraycopy(data, 0, rom, 0xf00, data.length);
    rom[0x18] = 0;
    rom[0x19] = 0xf;
    assertThat(Made.codes(RomEditor.setIds(Made.read(rom), NEW, false)))
        .containsExactly(EditCode.SET_ID, EditCode.SIGNATURE_TOUCHED);
  }
}
