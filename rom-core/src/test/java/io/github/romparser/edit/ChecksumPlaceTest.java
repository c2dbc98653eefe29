package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.testdata.ConfigUtilityForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PnpForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.UndiForge;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the byte goes that brings a sum back to 0: zeros at the end of an image look like padding,
 * but may belong to something.
 */
final class ChecksumPlaceTest {

  private static final int SIZE = 4 * ImageForge.BLOCK;

  /** The byte behind the jump of the entry code, which is taken where there is no padding. */
  private static final int BEHIND_JUMP = 6;

  private static ImageForge legacy(int blocks) {
    return ImageForge.legacy(blocks, 0x8086, 0x10D3).classCode(0x020000).entry(0x40).sumAt(0x100);
  }

  private static Arguments ends(String what, ImageForge image, Predicate<LegacyImage> has) {
    byte[] rom = image.last().build();
    Arrays.fill(rom, SIZE - 16, SIZE, (byte) 0);
    return Arguments.of(what, rom, has);
  }

  static Stream<Arguments> structures() {
    return Stream.of(
        ends(
            "Plug and Play header",
            legacy(4).pnp(SIZE - PnpForge.LENGTH, PnpForge.start()),
            image -> image.pnp().size() == 1),
        ends(
            "UNDI structure",
            legacy(4).undi(SIZE - 0x16, UndiForge.build(0, 0, 0, 0)),
            image -> image.undi().isPresent()),
        ends(
            "configuration utility header",
            legacy(4)
                .pcir(p -> p.revision3().configUtilityAt(SIZE - 42))
                .put(SIZE - 42, ConfigUtilityForge.build(4, "short")),
            image -> image.configurationUtility().isPresent()),
        ends(
            "NVIDIA's extension of the data structure",
            legacy(4).pcirAt(SIZE - 0x40).npde(NpdeForge.legacy(0, 0)),
            image -> image.npde().isPresent()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("structures")
  void zeros_of_a_structure_stay(String what, byte[] rom, Predicate<LegacyImage> has) {
    RomFile before = Made.read(rom);
    assertThat(before.chains().get(0).images().get(0))
        .asInstanceOf(InstanceOfAssertFactories.type(LegacyImage.class))
        .matches(has, what);
    assertThat(changed(rom)).isEqualTo(BEHIND_JUMP);
  }

  @Test
  void zeros_of_nothing_are_padding() {
    byte[] rom = legacy(4).last().build();
    Arrays.fill(rom, SIZE - 16, SIZE, (byte) 0);
    assertThat(changed(rom)).isEqualTo(SIZE - 1);
  }

  /** One image of NVIDIA's lies within what the first image sums up, and has a sum of its own. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void padding_of_an_image_whose_own_sum_is_right_stays(boolean right) {
    byte[] rom =
        RomForge.start()
            .group(
                ImageForge.legacy(4, 0x10DE, 1)
                    .classCode(0x030200)
                    .pcirAt(0x50)
                    .npde(NpdeForge.legacy(1, 2))
                    .initBlocks(8)
                    .entry(0x40)
                    .sumAt(0x100)
                    .last(),
                ImageForge.nvidiaExtension(4, 2).npde(NpdeForge.plain().last(true)))
            .build();
    Arrays.fill(rom, 2 * SIZE - 16, 2 * SIZE, (byte) 0);
    // Brings the sum of the second image back to 0, or not.
    int sum = 0;
    for (int i = SIZE; i < 2 * SIZE; i++) {
      sum += rom[i];
    }
    rom[SIZE + 0x100] = (byte) (rom[SIZE + 0x100] - (right ? sum : sum + 1));
    rom[0x300] ^= 9;
    byte[] mended = Made.bytes(RomEditor.fixChecksum(Made.read(rom)));
    assertThat(mended[2 * SIZE - 1] == rom[2 * SIZE - 1]).isEqualTo(right);
  }

  /** The one byte that changes when the checksum is mended. */
  private static int changed(byte[] rom) {
    if (Made.codes(RomEditor.fixChecksum(Made.read(rom))).contains(EditCode.SUM_RIGHT)) {
      rom[0x120]++;
    }
    byte[] mended = Made.bytes(RomEditor.fixChecksum(Made.read(rom)));
    return Arrays.mismatch(rom, mended);
  }
}
