package io.github.romparser.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PcirForge;
import io.github.romparser.testdata.RomForge;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of files and what they are to each other. */
class RomDiffTest {

  /** Length of the forged AMD card's legacy image. */
  private static final int LEGACY = 0x2000;

  private static byte[] named(String layout) {
    return RomForge.named(layout);
  }

  private static byte[] hybrid() {
    return Arrays.copyOf(named("doubled"), named("doubled").length / 2);
  }

  private static RomFile read(byte[] bytes) {
    return RomReader.read(Slice.of(bytes));
  }

  private static RomDiff diff(byte[] a, byte[] b) {
    return RomDiff.of(read(a), read(b));
  }

  private static byte[] changed(byte[] bytes, int... at) {
    byte[] other = bytes.clone();
    for (int place : at) {
      other[place] ^= 0x55;
    }
    return other;
  }

  /** Adds to one byte and takes it away from another, so that the sum stays. */
  private static byte[] moved(byte[] bytes, int up, int down) {
    byte[] other = bytes.clone();
    other[up]++;
    other[down]--;
    return other;
  }

  @ParameterizedTest
  @CsvSource({
    "amd-flash, amd-flash, SAME, ",
    "muxless-laptop, muxless-laptop-padded, SAME_AFTER_TRIM, ",
    "turing, turing-nvgi3, SAME_AFTER_TRIM, ",
    "amd-flash, doubled, SAME_AFTER_TRIM, ",
    "truncated, amd-flash, PART_OF, A",
    "amd-flash, truncated, PART_OF, B",
    "shadow, amd-flash, SHADOW_OF, A",
    "amd-flash, shadow, SHADOW_OF, B",
    "shadow, cut-at-boundary, SHADOW_OF, A",
    "cut-at-boundary, amd-flash, SHADOW_OF, A",
    "nvgi1, nvgi2, SAME_AFTER_TRIM, ",
    "amd-flash, amd-three, OTHER_DEVICE, ",
    "turing, amd-three, OTHER_DEVICE, ",
    "amd-apu, vfct, SAME_AFTER_TRIM, ",
    "isa, amd-apu, NO_ROM, ",
    "minimal, isa, NO_ROM, ",
  })
  void verdicts(String a, String b, DiffVerdict verdict, RomDiff.Side subject) {
    RomDiff diff = diff(named(a), named(b));
    assertThat(diff.verdict()).isEqualTo(verdict);
    assertThat(diff.subject()).isEqualTo(Optional.ofNullable(subject));
    assertThat(verdict.equal())
        .isEqualTo(verdict == DiffVerdict.SAME || verdict == DiffVerdict.SAME_AFTER_TRIM);
  }

  static Set<String> layouts() {
    return RomForge.names();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void a_file_is_the_same_as_itself(String layout) {
    RomDiff diff = diff(named(layout), named(layout));
    assertThat(diff.verdict()).isEqualTo(DiffVerdict.SAME);
    assertThat(diff.notes()).isEmpty();
    assertThat(diff.samePrefix()).isTrue();
    assertThat(diff.sameTail()).isTrue();
    assertThat(diff.images())
        .extracting(ImageDiff::state)
        .doesNotContain(ImageDiff.State.DIFFERENT, ImageDiff.State.ONLY_A, ImageDiff.State.ONLY_B);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void no_pair_of_files_makes_it_fail(String layout) {
    for (UnaryOperator<byte[]> change :
        List.<UnaryOperator<byte[]>>of(
            b -> new byte[0],
            b -> Arrays.copyOf(b, b.length / 2),
            b -> Arrays.copyOfRange(b, b.length / 3, b.length),
            b -> changed(b, 0, b.length / 2, b.length - 1),
            b -> named("ten-thousand"),
            b -> named("turing"))) {
      byte[] other = change.apply(named(layout));
      RomDiff forth = diff(named(layout), other);
      RomDiff back = diff(other, named(layout));
      assertThat(back.verdict()).isEqualTo(forth.verdict());
      assertThat(back.subject().isPresent()).isEqualTo(forth.subject().isPresent());
      assertThat(back.images()).hasSameSizeAs(forth.images());
    }
  }

  @Test
  void the_same_device_with_other_bytes_is_another_version() {
    RomDiff diff = diff(hybrid(), moved(hybrid(), 0x1000, 0x1800));
    assertThat(diff.verdict()).isEqualTo(DiffVerdict.OTHER_VERSION);
    assertThat(diff.images())
        .extracting(ImageDiff::state)
        .containsExactly(ImageDiff.State.DIFFERENT, ImageDiff.State.IDENTICAL);
    ByteDiff bytes = diff.images().get(0).bytes().orElseThrow();
    assertThat(bytes.bytes()).isEqualTo(2);
    assertThat(bytes.first()).containsExactly(new Range(0x1000, 1), new Range(0x1800, 1));
    assertThat(diff.notes()).isEmpty();
    assertThat(diff(hybrid(), changed(hybrid(), LEGACY + 0x300)).verdict())
        .isEqualTo(DiffVerdict.OTHER_VERSION);
  }

  @Test
  void a_changed_legacy_image_beside_a_changed_driver_is_no_shadow() {
    byte[] both = changed(hybrid(), 0x1000, LEGACY + 0x300);
    RomDiff diff = diff(hybrid(), both);
    assertThat(diff.verdict()).isEqualTo(DiffVerdict.OTHER_VERSION);
    assertThat(diff.notes()).containsExactly(DiffNote.SUM_WRONG_B);
    assertThat(diff(both, hybrid()).notes()).containsExactly(DiffNote.SUM_WRONG_A);
    assertThat(diff(changed(hybrid(), 0x1000), changed(hybrid(), 0x1001)).verdict())
        .isEqualTo(DiffVerdict.OTHER_VERSION);
  }

  @Test
  void a_legacy_image_that_ran_beside_its_driver_is_a_shadow() {
    RomDiff diff = diff(changed(hybrid(), 0x1000), hybrid());
    assertThat(diff.verdict()).isEqualTo(DiffVerdict.SHADOW_OF);
    assertThat(diff.subject()).contains(RomDiff.Side.A);
    assertThat(diff.notes()).containsExactly(DiffNote.SUM_WRONG_A);
  }

  @Test
  void a_rom_made_without_the_driver_is_another_version_and_no_shadow() {
    byte[] alone = Arrays.copyOf(hybrid(), LEGACY);
    alone[0x1b0 + 0x15] = (byte) 0x80;
    alone[0x21] -= (byte) 0x80;
    RomDiff diff = diff(hybrid(), alone);
    assertThat(diff.verdict()).isEqualTo(DiffVerdict.OTHER_VERSION);
    assertThat(diff.images().get(1).state()).isEqualTo(ImageDiff.State.ONLY_A);
  }

  @Test
  void what_reading_a_flashed_card_back_gives_is_no_tampering() {
    assertThat(diff(hybrid(), moved(hybrid(), 0x21, 0x80)).notes())
        .containsExactly(DiffNote.READ_BACK);
    assertThat(diff(hybrid(), moved(hybrid(), 0x22, 0x80)).notes()).isEmpty();
    assertThat(diff(hybrid(), moved(hybrid(), 0x21, 0x800)).notes()).isEmpty();
    byte[] apu = named("amd-apu");
    assertThat(diff(apu, moved(moved(apu, 0x1000, 0x21), 0x1010, 0x21)).notes())
        .containsExactly(DiffNote.BOARD_SETTINGS);
    byte[] much = apu.clone();
    for (int i = 0; i < 80; i++) {
      much = moved(much, 0x1000 + i, 0x21);
    }
    assertThat(diff(apu, much).notes()).isEmpty();
    byte[] nvidia = named("muxless-laptop");
    assertThat(diff(nvidia, moved(nvidia, 0x21, 0x22)).notes()).doesNotContain(DiffNote.READ_BACK);
  }

  @Test
  void private_images_in_one_file_alone_leave_it_the_same_rom() {
    byte[] whole = named("turing");
    RomFile rom = read(whole);
    byte[] sysfs = Arrays.copyOf(whole, (int) rom.chains().get(0).pci().end());
    RomDiff diff = diff(whole, sysfs);
    assertThat(diff.verdict()).isEqualTo(DiffVerdict.SAME_AFTER_TRIM);
    assertThat(diff.notes()).containsExactly(DiffNote.PRIVATE_IMAGES);
    assertThat(diff.images())
        .extracting(ImageDiff::state)
        .containsExactly(
            ImageDiff.State.IDENTICAL,
            ImageDiff.State.IDENTICAL,
            ImageDiff.State.ONLY_A,
            ImageDiff.State.ONLY_A,
            ImageDiff.State.ONLY_A);
    assertThat(diff(sysfs, whole).images().get(2).state()).isEqualTo(ImageDiff.State.ONLY_B);
    byte[] edited = changed(whole, (int) rom.chains().get(0).images().get(2).offset() + 0x100);
    assertThat(diff(whole, edited).verdict()).isEqualTo(DiffVerdict.OTHER_VERSION);
  }

  @Test
  void images_are_paired_by_kind_and_machine() {
    RomDiff diff = diff(named("amd-three"), named("amd-flash"));
    assertThat(diff.images())
        .extracting(ImageDiff::state)
        .containsExactly(
            ImageDiff.State.DIFFERENT, ImageDiff.State.DIFFERENT, ImageDiff.State.ONLY_A);
    assertThat(diff.images().get(2).either().index()).isEqualTo(2);
    assertThat(diff(named("doubled"), named("amd-flash")).notes())
        .containsExactly(DiffNote.MORE_CHAINS);
  }

  @Test
  void prefix_and_tail() {
    RomDiff diff = diff(named("nvgi1"), named("nvgi2"));
    assertThat(diff.samePrefix()).isFalse();
    assertThat(diff.sameTail()).isTrue();
    assertThat(RomDiff.prefix(diff.b()).length()).isEqualTo(0x600);
    assertThat(RomDiff.tail(read(named("amd-flash"))).length()).isPositive();
    assertThat(RomDiff.prefix(read(new byte[10])).length()).isEqualTo(10);
    assertThat(RomDiff.tail(read(new byte[10])).length()).isZero();
  }

  @Test
  void images_that_claim_to_overlap_are_not_compared_for_ever() {
    byte[] once =
        ImageForge.vendor(0xe0, 1, PcirForge.pcir().ids(0x10de, 1).revision3())
            .npde(NpdeForge.plain())
            .build();
    // Each image claims to reach far, and the walk by PCI goes on after one block.
    once[0x40 + 8] = (byte) 0xff;
    once[0x40 + 9] = 0x03;
    byte[] many = RomForge.start().bytes(once).copies(200).build();
    RomDiff diff = diff(many, changed(many, many.length - 1));
    assertThat(diff.images())
        .extracting(ImageDiff::state)
        .contains(ImageDiff.State.NOT_COMPARED)
        .contains(ImageDiff.State.DIFFERENT);
    assertThat(diff.verdict()).isEqualTo(DiffVerdict.OTHER_VERSION);
  }

  @Test
  void ranges_are_counted_all_and_kept_up_to_a_limit() {
    byte[] a = new byte[1000];
    byte[] b = new byte[900];
    for (int i = 0; i < 900; i += 10) {
      b[i] = 1;
      b[i + 1] = 1;
    }
    ByteDiff diff = ByteDiff.of(Slice.of(a), Slice.of(b));
    assertThat(diff.bytes()).isEqualTo(180);
    assertThat(diff.ranges()).isEqualTo(90);
    assertThat(diff.first()).hasSize(ByteDiff.MOST_RANGES).startsWith(new Range(0, 2));
    assertThat(diff.same()).isFalse();
    assertThat(ByteDiff.of(Slice.of(a), Slice.of(a)).same()).isTrue();
    assertThat(ByteDiff.of(Slice.of(a), Slice.of(new byte[1])).same()).isFalse();
    ByteDiff last = ByteDiff.of(Slice.of(new byte[] {1, 2}), Slice.of(new byte[] {1, 3}));
    assertThat(last.first()).containsExactly(new Range(1, 1));
  }
}
