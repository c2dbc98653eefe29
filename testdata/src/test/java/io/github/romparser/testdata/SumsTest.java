package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
  @ParameterizedTest
  @CsvSource({
    "muxless-laptop, 0",
    "muxless-laptop-padded, 0",
    "desktop-nvidia, 0",
    "maxwell-group, 0",
    "turing, 0",
    "turing-nvgi3, 0x1600",
    "nvgi1, 0x400",
    "nvgi2, 0x600",
    "ampere-nvgi3, 0x1600",
    "blackwell, 0x2000",
    "bb77, 0"
  })
  void nvidiaImagesSumToZeroOverEveryLength(String name, String start) {
    byte[] rom = RomForge.named(name);
    Walk walk = Walk.nvidia(rom, Integer.decode(start));
    assertThat(walk.images()).isNotEmpty();
    for (Walk.Image image : walk.images()) {
      assertThat(Walk.sum(rom, image.at(), image.pciLength())).as("PCIR %s", image).isZero();
      assertThat(Walk.sum(rom, image.at(), image.subLength())).as("NPDE %s", image).isZero();
      if (image.type() == 0) {
        int init = (rom[image.at() + 2] & 0xFF) * 512;
        assertThat(init).isPositive();
        assertThat(Walk.sum(rom, image.at(), init)).as("init %s", image).isZero();
      }
    }
  }

  @Test
  void theInitSizeCoversImageAndFirstExtension() {
    byte[] rom = RomForge.named("muxless-laptop");
    Walk.Image legacy = Walk.nvidia(rom, 0).images().get(0);
    assertThat(legacy.pciLength()).isGreaterThan(rom[2] * 512);
    assertThat(rom[2] * 512).isGreaterThan(legacy.subLength());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amd-apu",
        "amd-flash",
        "amd-three",
        "config-utility",
        "cut-at-boundary",
        "doubled",
        "ipxe",
        "isa",
        "lsi",
        "minimal",
        "minimal-hybrid",
        "seavga",
        "truncated"
      })
  void x86ImagesSumToZeroOverTheInitSize(String name) {
    byte[] rom = RomForge.named(name);
    assertThat(Walk.sum(rom, 0, (rom[2] & 0xFF) * 512)).isZero();
  }

  @Test
  void theShadowDoesNot() {
    byte[] rom = RomForge.named("shadow");
    assertThat(Walk.sum(rom, 0, (rom[2] & 0xFF) * 512)).isNotZero();
  }

  @Test
  void anAmdEfiImageDoesNot() {
    byte[] rom = RomForge.named("amd-flash");
    Walk.Image efi = Walk.pci(rom, 0).images().get(1);
    assertThat(efi.type()).isEqualTo(3);
    assertThat(Walk.sum(rom, efi.at(), efi.pciLength())).isNotZero();
  }

  @Test
  void anImageBalancesSeveralLengths() {
    byte[] image = ImageForge.legacy(9, 1, 2).initBlocks(4).sums(9, 4, 7).build();
    for (int blocks : new int[] {4, 7, 9}) {
      assertThat(Walk.sum(image, 0, blocks * 512)).isZero();
    }
  }
}
