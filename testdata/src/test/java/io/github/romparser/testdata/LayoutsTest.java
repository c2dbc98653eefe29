package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutsTest {
  static Stream<String> names() {
    return RomForge.names().stream();
  }

  @Test
  void namesAreSortedKebabCase() {
    assertThat(List.copyOf(RomForge.names()))
        .hasSizeGreaterThan(30)
        .isSorted()
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyCallGivesTheSameBytesInAnArrayOfItsOwn(String name) {
    byte[] once = RomForge.named(name);
    byte[] expected = once.clone();
    Arrays.fill(once, (byte) 0);
    assertThat(Arrays.equals(RomForge.named(name), expected)).isTrue();
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RomForge.named("no-such-rom"))
        .withMessageContaining("no-such-rom")
        .withMessageContaining("minimal-hybrid");
  }

  @ParameterizedTest
  @CsvSource({
    "muxless-laptop, 0, 00@0, 2E00",
    "muxless-laptop-padded, 0, 00@0, 2E00",
    "desktop-nvidia, 0, 00@0 03@1800, 2800",
    "maxwell-group, 0, 00@0 03@2600, 3600",
    "turing, 0, 00@0 03@1800, 2800",
    "turing-nvgi3, 1600, 00@1600 03@2E00, 3E00",
    "turing-nvgi3, 9600, 00@9600 03@AE00, BE00",
    "nvgi1, 400, 00@400 03@1C00, 2C00",
    "nvgi2, 600, 00@600 03@1E00, 2E00",
    "ampere-nvgi3, 1600, 00@1600 03@2E00, 3E00",
    "blackwell, 2000, E0@2000 E0@2A00 00@3200 03@4A00, 5A00",
    "bb77, 0, 00@0, 800",
    "amd-flash, 0, 00@0 03@2000, 3000",
    "amd-three, 0, 00@0 03@2000 03@3000, 4000",
    "amd-apu, 0, 00@0, 2000",
    "amd-atom-full, 0, 00@0 03@2000, 3000",
    "apu-atomfirmware, 0, 00@0, 2000",
    "ati, 0, 00@0, 2000",
    "intel-vbt, 0, 00@0, 2000",
    "doubled, 0, 00@0 03@2000, 3000",
    "doubled, 3000, 00@3000 03@5000, 6000",
    "lsi, 0, 00@0, 1000",
    "ipxe, 0, 00@0 03@1000, 21400",
    "fcode, 0, 01@0 01@1000, 1800",
    "pa-risc, 0, 02@0, 1000",
    "seavga, 0, 00@0, 6000",
    "minimal, 0, 00@0, 200",
    "minimal-hybrid, 0, 00@0 03@200, 600",
    "efi-only, 0, 03@0, 1000",
    "signed-driver, 0, 00@0 03@200, E00",
    "altered-driver, 0, 00@0 03@200, E00",
    "signed-amd, 0, 03@0, E00",
    "signed-aa64, 0, 03@0, C00",
    "config-utility, 0, 00@0, 1000"
  })
  void theChainOfThePciDataStructuresCloses(String name, String start, String images, String end) {
    Walk walk = Walk.pci(RomForge.named(name), hex(start));
    assertThat(walk.images()).map(Walk.Image::toString).containsExactly(images.split(" "));
    assertThat(walk.end()).isEqualTo(hex(end));
    assertThat(walk.closed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "muxless-laptop, 0, 00@0 E0@1800 E0@2400 70@2C00, 2E00",
    "maxwell-group, 0, 00@0 E0@1800 70@2400 03@2600, 3600",
    "turing, 0, 00@0 03@1800 E0@2800 E0@3200 70@3E00, 4000",
    "turing-nvgi3, 1600, 00@1600 03@2E00 E0@3E00 E0@4800 70@5400, 5600",
    "turing-nvgi3, 9600, 00@9600 03@AE00 E0@BE00 E0@C800 70@D400, D600",
    "nvgi1, 400, 00@400 03@1C00 E0@2C00 70@3800, 3A00",
    "nvgi2, 600, 00@600 03@1E00 E0@2E00 70@3A00, 3C00",
    "ampere-nvgi3, 1600, 00@1600 03@2E00 E0@3E00 E0@4800, 5400",
    "ampere-nvgi3, 9000, 70@9000, 9400",
    "blackwell, 2000, E0@2000 E0@2A00 00@3200 03@4A00 E0@5A00 E0@6200, 6E00",
    "bb77, 0, 00@0, 800"
  })
  void theChainOfTheNpdesCloses(String name, String start, String images, String end) {
    Walk walk = Walk.nvidia(RomForge.named(name), hex(start));
    assertThat(walk.images()).map(Walk.Image::toString).containsExactly(images.split(" "));
    assertThat(walk.end()).isEqualTo(hex(end));
    assertThat(walk.closed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "truncated, 0, 00@0 03@2000",
    "cut-at-boundary, 0, 00@0",
    "shadow, 0, 00@0",
    "lsi, 1000, FF@1000 FF@1800 FF@2000",
    "isa, 0, ''"
  })
  void theChainStaysOpen(String name, String start, String images) {
    Walk walk = Walk.pci(RomForge.named(name), hex(start));
    String[] expected = images.isEmpty() ? new String[0] : images.split(" ");
    assertThat(walk.images()).map(Walk.Image::toString).containsExactly(expected);
    assertThat(walk.closed()).isFalse();
  }

  @Test
  void byTheNpdeMoreFollowsInTheSysfsDump() {
    byte[] rom = RomForge.named("desktop-nvidia");
    Walk walk = Walk.nvidia(rom, 0);
    assertThat(walk.closed()).isFalse();
    assertThat(walk.end()).isEqualTo(rom.length);
  }

  @Test
  void tenThousandImages() {
    Walk walk = Walk.pci(RomForge.named("ten-thousand"), 0);
    assertThat(walk.images()).hasSize(10_000);
    assertThat(walk.closed()).isTrue();
    assertThat(walk.end()).isEqualTo(10_000 * 512);
  }

  @Test
  void theFlashHasATailOfDataAndPadding() {
    byte[] rom = RomForge.named("amd-flash");
    assertThat(rom).hasSize(0x10000);
    assertThat(rom[0x3000]).isNotIn((byte) 0, (byte) 0xFF);
    assertThat(rom[0x10000 - 1]).isEqualTo((byte) 0xFF);
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
