package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.EndReason;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PcirForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VfctForge;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrimTest {

  /** Layouts that are a whole ROM from the first byte to the last. */
  private static final Set<String> WHOLE =
      Set.of(
          "muxless-laptop",
          "desktop-nvidia",
          "maxwell-group",
          "amd-three",
          "amd-apu",
          "ipxe",
          "fcode",
          "seavga",
          "minimal",
          "minimal-hybrid",
          "efi-only",
          "config-utility",
          "ten-thousand");

  static Stream<String> whole() {
    return WHOLE.stream().sorted();
  }

  static Set<String> all() {
    return RomForge.names();
  }

  private static EditResult trim(byte[] file) {
    return RomEditor.trim(Made.read(file), TrimOptions.ROM_ALONE);
  }

  private static EditResult trim(String layout) {
    return trim(RomForge.named(layout));
  }

  @ParameterizedTest
  @MethodSource("whole")
  void prefix_and_tail_go_and_the_rom_stays(String layout) {
    byte[] rom = RomForge.named(layout);
    byte[] file = RomForge.start().pad(0x200, 0).noise(5, 0x200).bytes(rom).noise(6, 0x123).build();
    EditResult result = trim(file);
    assertThat(Made.bytes(result)).isEqualTo(rom);
    assertThat(Made.codes(result)).contains(EditCode.CUT_DATA_BEFORE, EditCode.CUT_TAIL);
  }

  @ParameterizedTest
  @MethodSource("whole")
  void there_may_be_nothing_to_trim(String layout) {
    byte[] rom = RomForge.named(layout);
    EditResult result = trim(rom);
    assertThat(Made.bytes(result)).isEqualTo(rom);
    assertThat(Made.codes(result)).containsExactly(EditCode.NOTHING_TO_TRIM);
    assertThat(Made.edit(result).changed()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_is_trimmed_is_a_rom_and_is_not_trimmed_again(String layout) {
    for (boolean tail : List.of(false, true)) {
      for (boolean vendor : List.of(false, true)) {
        RomFile before = Made.named(layout);
        TrimOptions options = new TrimOptions(tail, vendor);
        if (RomEditor.trim(before, options) instanceof Edit edit) {
          RomFile after = RomReader.read(edit.bytes());
          assertThat(after.kind()).isEqualTo(FileKind.OPTION_ROM);
          assertThat(after.chains().get(0).pci().images()).isNotEmpty();
          Edit again = Made.edit(RomEditor.trim(after, options));
          assertThat(again.bytes()).isEqualTo(edit.bytes());
          assertThat(again.changed()).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_input_is_not_changed_and_its_offset_does_not_matter(String layout) {
    byte[] bytes = RomForge.named(layout);
    byte[] copy = bytes.clone();
    EditResult result = trim(bytes);
    assertThat(bytes).isEqualTo(copy);
    Slice part = Slice.of(RomForge.start().pad(0x100, 1).bytes(bytes).build()).from(0x100);
    EditResult other = RomEditor.trim(RomReader.read(part), TrimOptions.ROM_ALONE);
    assertThat(other).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "turing, 10240",
    "turing-nvgi3, 10240",
    "nvgi1, 10240",
    "nvgi2, 10240",
    "ampere-nvgi3, 10240",
    "muxless-laptop-padded, 11776"
  })
  void nvidia(String layout, int size) {
    EditResult result = trim(layout);
    assertThat(Made.edit(result).bytes().length()).isEqualTo(size);
    assertThat(Made.again(result).chains()).hasSize(1);
    assertThat(Made.again(result).trailing()).isEmpty();
  }

  @Test
  void nvidias_own_images_go_or_stay_as_the_caller_likes() {
    RomFile turing = Made.named("turing-nvgi3");
    Edit alone = Made.edit(RomEditor.trim(turing, TrimOptions.ROM_ALONE));
    assertThat(Made.codes(alone))
        .containsExactly(
            EditCode.CUT_PREFIX, EditCode.CUT_PRIVATE, EditCode.CUT_TAIL, EditCode.CUT_SECOND_ROM);
    assertThat(alone.steps().get(0).message())
        .isEqualTo("Removed 5,632 bytes before the ROM (an NVIDIA flash header (NVGI)).");
    assertThat(alone.steps().get(1).message()).contains("3 images, 6,144 bytes. ");
    assertThat(alone.steps().get(3).message()).contains("the same bytes as the first");
    Edit vendor = Made.edit(RomEditor.trim(turing, new TrimOptions(false, true)));
    assertThat(vendor.bytes().toByteArray()).isEqualTo(RomForge.named("turing"));
    assertThat(Made.codes(vendor))
        .contains(EditCode.KEPT_PRIVATE)
        .doesNotContain(EditCode.CUT_PRIVATE);
    // What follows the private images is a tail either way.
    assertThat(tail(alone)).isEqualTo(tail(vendor)).contains("Removed ");
    Edit tail = Made.edit(RomEditor.trim(turing, new TrimOptions(true, false)));
    assertThat(Made.codes(tail)).containsExactly(EditCode.CUT_PREFIX, EditCode.KEPT_TAIL);
    assertThat(tail.bytes().length()).isEqualTo(0x10000 - 0x1600);
  }

  private static String tail(Edit edit) {
    EditStep cut =
        edit.steps().stream().filter(s -> s.code() == EditCode.CUT_TAIL).findFirst().orElseThrow();
    return cut.range() + " " + cut.message();
  }

  @Test
  void a_tail_that_is_not_there_is_not_kept() {
    RomFile rom = Made.named("minimal");
    assertThat(Made.codes(RomEditor.trim(rom, new TrimOptions(true, true))))
        .containsExactly(EditCode.NOTHING_TO_TRIM);
  }

  @Test
  void images_inside_a_group_stay() {
    assertThat(Made.again(trim("muxless-laptop-padded")).chains().get(0).images()).hasSize(4);
    assertThat(Made.bytes(trim("muxless-laptop-padded")))
        .isEqualTo(RomForge.named("muxless-laptop"));
  }

  @Test
  void blackwell_begins_with_nvidias_own_images() {
    EditResult result = trim("blackwell");
    assertThat(Made.codes(result))
        .contains(EditCode.CUT_PREFIX, EditCode.CUT_PRIVATE, EditCode.STARTS_WITH_VENDOR_IMAGE);
    assertThat(Made.again(result).chains().get(0).pci().images()).hasSize(4);
  }

  @Test
  void of_a_doubled_rom_the_first_is_kept() {
    EditResult result = trim("doubled");
    assertThat(Made.codes(result)).containsExactly(EditCode.CUT_TAIL, EditCode.CUT_SECOND_ROM);
    byte[] doubled = RomForge.named("doubled");
    assertThat(Made.bytes(result)).isEqualTo(Arrays.copyOf(doubled, doubled.length / 2));
  }

  @Test
  void a_storage_controller_keeps_its_tail() {
    byte[] lsi = RomForge.named("lsi");
    EditResult result = trim(RomForge.start().pad(0x400, 0xFF).bytes(lsi).build());
    assertThat(Made.bytes(result)).isEqualTo(lsi);
    assertThat(Made.codes(result)).containsExactly(EditCode.CUT_PREFIX, EditCode.KEPT_STORAGE_TAIL);
    assertThat(Made.edit(result).steps().get(1).message()).contains("class 0x010700");
  }

  @Test
  void kinds_of_prefixes() {
    byte[] rom = RomForge.named("minimal");
    for (int fill : new int[] {0x00, 0xFF}) {
      EditResult result = trim(RomForge.start().pad(0x200, fill).bytes(rom).build());
      assertThat(Made.codes(result)).containsExactly(EditCode.CUT_PREFIX);
    }
  }

  @Test
  void what_the_initialisation_size_covers_stays() {
    byte[] rom =
        RomForge.start()
            .image(ImageForge.legacy(4, 0x8086, 1).classCode(0x020000).initBlocks(6).last())
            .noise(1, 0x600)
            .build();
    EditResult result = trim(rom);
    assertThat(Made.edit(result).bytes().length()).isEqualTo(6 * 512);
    assertThat(Made.codes(result)).containsExactly(EditCode.KEPT_LOADED, EditCode.CUT_TAIL);
    assertThat(Made.edit(result).steps().get(0).message())
        .startsWith("Kept 1,024 bytes behind the last image: the initialisation size of image #0");
  }

  @Test
  void an_image_of_nvidias_that_the_initialisation_size_cuts_through_is_told_of() {
    byte[] bytes =
        RomForge.start()
            .image(
                ImageForge.legacy(4, 0x10DE, 1)
                    .pcirAt(0x60)
                    .classCode(0x030000)
                    .npde(NpdeForge.plain())
                    .initBlocks(6)
                    .last())
            .image(ImageForge.nvidiaNotebook(4).npde(NpdeForge.plain().last(true)).last())
            .build();
    RomFile rom = RomReader.read(Slice.of(bytes));
    assertThat(rom.chains().get(0).images()).hasSize(2);
    Edit alone = Made.edit(RomEditor.trim(rom, TrimOptions.ROM_ALONE));
    assertThat(alone.bytes().length()).isEqualTo(6 * 512);
    assertThat(Made.codes(alone)).containsExactly(EditCode.KEPT_LOADED, EditCode.CUT_PRIVATE);
    assertThat(alone.steps().get(1).message()).contains("1 image, 1,024 bytes. ");
    assertThat(alone.changed()).isTrue();
    Edit vendor = Made.edit(RomEditor.trim(rom, new TrimOptions(false, true)));
    assertThat(vendor.bytes().toByteArray()).isEqualTo(bytes);
    assertThat(Made.codes(vendor)).contains(EditCode.KEPT_PRIVATE);
  }

  @Test
  void an_image_behind_an_early_mark_goes_with_a_warning() {
    byte[] rom =
        RomForge.start()
            .image(ImageForge.legacy(4, 0x1002, 1).classCode(0x030000).last())
            .image(ImageForge.efi(4, 0x1002, 1, PeForge.x64()).classCode(0x030000).last())
            .build();
    EditResult result = trim(rom);
    assertThat(Made.codes(result)).contains(EditCode.CUT_HIDDEN);
    assertThat(Made.edit(result).bytes().length()).isEqualTo(4 * 512);
  }

  @Test
  void an_open_rom_is_trimmed_if_only_padding_follows() {
    byte[] rom = ImageForge.legacy(4, 0x8086, 1).classCode(0x020000).build();
    EditResult padded = trim(RomForge.start().bytes(rom).pad(0x400, 0xFF).build());
    assertThat(Made.bytes(padded)).isEqualTo(rom);
    assertThat(Made.codes(padded)).containsExactly(EditCode.STILL_OPEN, EditCode.CUT_TAIL);
    EditResult exact = trim(rom);
    assertThat(Made.codes(exact)).containsExactly(EditCode.STILL_OPEN, EditCode.NOTHING_TO_TRIM);
    EditResult data = trim(RomForge.start().bytes(rom).noise(1, 0x400).build());
    assertThat(Made.refusal(data).code()).isEqualTo(RefusalCode.NOT_CLOSED);
    assertThat(Made.refusal(data).message()).contains("#0").contains("0x800");
    assertThat(Made.refusal(data).advice()).contains("--set-last");
  }

  @Test
  void of_an_acpi_table_one_image_can_be_cut_out() {
    byte[] apu = RomForge.named("amd-apu");
    byte[] one = VfctForge.start().image(4, 0, 0x1002, 0x1638, apu).build();
    EditResult result = trim(one);
    assertThat(Made.bytes(result)).isEqualTo(apu);
    assertThat(Made.codes(result)).containsExactly(EditCode.CUT_DATA_BEFORE);
    Refusal several = Made.refusal(trim("vfct"));
    assertThat(several.code()).isEqualTo(RefusalCode.SEVERAL_ROMS);
    assertThat(several.message()).contains("ACPI table VFCT").contains("at 0x68, 0x2084:");
  }

  @Test
  void of_several_roms_in_something_unknown_none_is_taken() {
    byte[] one = RomForge.named("minimal");
    byte[] two = RomForge.named("efi-only");
    byte[] file = RomForge.start().noise(1, 0x200).bytes(one).noise(2, 0x200).bytes(two).build();
    assertThat(Made.refusal(trim(file)).message())
        .isEqualTo(
            "There is more than one ROM in this file (option ROM behind other data), at 0x200,"
                + " 0x600: it cannot be told which is wanted.");
    byte[] twice = RomForge.start().noise(1, 0x200).bytes(one).noise(2, 0x200).bytes(one).build();
    assertThat(Made.bytes(trim(twice))).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({
    "truncated, TRUNCATED",
    "cut-at-boundary, NOT_CLOSED",
    "shadow, NOT_CLOSED",
    "bb77, NO_PCI_IMAGE",
    "isa, ISA_ROM"
  })
  void refused(String layout, RefusalCode code) {
    assertThat(Made.refusal(trim(layout)).code()).isEqualTo(code);
  }

  @Test
  void refused_too() {
    assertThat(Made.refusal(trim(new byte[0])).message()).contains("(empty file)");
    byte[] zero =
        ImageForge.legacy(4, 0x8086, 1).classCode(0x020000).pcir(p -> p.blocks(0)).build();
    assertThat(Made.refusal(trim(zero)).code()).isEqualTo(RefusalCode.ZERO_LENGTH);
    byte[] gap =
        RomForge.start()
            .image(ImageForge.legacy(4, 0x8086, 1).classCode(0x020000))
            .pad(0x400, 0xFF)
            .image(ImageForge.efi(4, 0x8086, 1, PeForge.x64()).classCode(0x020000).last())
            .build();
    assertThat(Made.refusal(trim(gap)).code()).isEqualTo(RefusalCode.GAP);
    assertThat(Made.refusal(trim(gap)).message()).contains("0x800").contains("0xc00");
    byte[] program =
        RomForge.start().bytes(PeForge.x64().build()).bytes(RomForge.named("minimal")).build();
    assertThat(Made.refusal(trim(program)).code()).isEqualTo(RefusalCode.WRONG_CONTAINER);
    assertThat(Made.refusal(trim(program)).message()).contains("begins at 0x400.");
    byte[] many = ImageForge.legacy(1, 0x8086, 1).classCode(0x020000).build();
    EditResult limit = trim(RomForge.start().bytes(many).copies(RomReader.MOST_IMAGES + 1).build());
    assertThat(Made.refusal(limit).code()).isEqualTo(RefusalCode.TOO_MANY_IMAGES);
  }

  @Test
  void a_header_behind_the_end_of_its_image_is_refused() {
    // The data structure stands behind the image, in what would be cut off.
    byte[] image =
        ImageForge.vendor(0, 1, PcirForge.pcir().ids(0x8086, 1).classCode(0x020000)).last().build();
    byte[] file = Arrays.copyOf(image, 0x600);
    System.arraycopy(image, 0x1C, file, 0x400, 0x18);
    file[0x18] = 0;
    file[0x19] = 4;
    assertThat(Made.refusal(trim(file)).code()).isEqualTo(RefusalCode.ODD_LAYOUT);
  }

  @Test
  void nvidias_walk_may_lead_nowhere() {
    byte[] rom =
        RomForge.start()
            .image(
                ImageForge.legacy(4, 0x10DE, 1)
                    .classCode(0x030200)
                    .pcirAt(0x50)
                    .npde(NpdeForge.legacy(1, 2))
                    .last())
            .build();
    assertThat(Made.again(trim(rom)).chains().get(0).vendor().endReason())
        .isEqualTo(EndReason.END_OF_FILE);
  }
}
