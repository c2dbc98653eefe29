package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfrForgeTest {
  @ParameterizedTest
  @CsvSource({
    "nvgi1, 0, 1, 19DA, 2292",
    "nvgi2, 0, 2, 1028, 0772",
    "turing-nvgi3, 0, 3, 103C, 860E",
    "turing-nvgi3, 0x8000, 3, 103C, 860E",
    "ampere-nvgi3, 0, 3, 1A58, 2018"
  })
  void thePrefixLeadsToTheFirstImage(
      String name, String base, int version, String vendor, String device) {
    byte[] rom = RomForge.named(name);
    int start = Integer.decode(base);
    assertThat(Walk.ascii(rom, start, 4)).isEqualTo("NVGI");
    int fixed1 = Walk.u32(rom, start + 4);
    assertThat(fixed1 >>> 8 & 0xFF).isEqualTo(version);
    assertThat(Walk.u16(rom, start + 0x0C)).isEqualTo(Integer.parseInt(vendor, 16));
    assertThat(Walk.u16(rom, start + 0x0E)).isEqualTo(Integer.parseInt(device, 16));
    int image;
    if (version < 3) {
      image = Walk.u32(rom, start + (fixed1 >>> 16 & 0x7FFF) + 4);
    } else {
      int total = Walk.u32(rom, start + 8) & 0xFFFFF;
      int directory = Walk.u32(rom, start + total) + 0x1000;
      assertThat(Walk.ascii(rom, start + directory, 4)).isEqualTo("RFRD");
      image = Walk.u32(rom, start + directory + 8);
      int end = Walk.nvidia(rom, start + image).end();
      assertThat(Walk.u32(rom, start + directory + 0x0C)).isEqualTo(end - start - image);
    }
    assertThat(image % 4).isZero();
    assertThat(Walk.u16(rom, start + image)).isEqualTo(0xAA55);
  }

  @Test
  void blackwellHasTheDirectoryInTheSecondImage() {
    byte[] rom = RomForge.named("blackwell");
    assertThat(rom).startsWith(0x4C, 0xC0, 0xE0, 0x0C, 0xFF);
    assertThat(Walk.ascii(rom, 0x1000, 4)).isEqualTo("NVFW");
    assertThat(Walk.u16(rom, 0x1C00)).isEqualTo(0xAA55);
    assertThat(Walk.u16(rom, 0x1C18)).isZero();
    int directory = Walk.ascii(rom, 0, rom.length).indexOf("RFRD");
    assertThat(directory).isBetween(0x2A00, 0x31FF);
    assertThat(Walk.u16(rom, directory + 4)).isEqualTo(4);
    int image = Walk.u32(rom, directory + 8) + 0x1000;
    assertThat(Walk.pci(rom, image).images().get(0).type()).isZero();
  }
}
