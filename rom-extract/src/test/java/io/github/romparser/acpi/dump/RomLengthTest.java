package io.github.romparser.acpi.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomForge;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much of a ROM has to be read. */
class RomLengthTest {

  static Set<String> layouts() {
    return RomForge.names().stream()
        .filter(name -> RomReader.read(rom(name)).kind() == FileKind.OPTION_ROM)
        .collect(Collectors.toSet());
  }

  private static Slice rom(String layout) {
    return Slice.of(RomForge.named(layout));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_rom_is_read_to_its_end(String layout) {
    RomFile whole = RomReader.read(rom(layout));
    Slice bytes = rom(layout);
    long known = 0;
    int rounds = 0;
    for (long wanted = RomLength.wanted(bytes.clamp(0, known));
        wanted > known && known < bytes.length();
        wanted = RomLength.wanted(bytes.clamp(0, known))) {
      known = Math.min(wanted, bytes.length());
      assertThat(++rounds).isLessThan(100);
    }
    assertThat(known).isGreaterThanOrEqualTo(whole.chains().get(0).end());
  }

  @Test
  void what_is_no_rom_is_not_read_on() {
    assertThat(RomLength.wanted(Slice.of(new byte[0x1000]))).isZero();
    assertThat(RomLength.wanted(Slice.of(new byte[0]))).isEqualTo(0x1000);
    byte[] far = new byte[0x1000];
    far[0] = 0x55;
    far[1] = (byte) 0xaa;
    far[0x18] = (byte) 0xff;
    far[0x19] = (byte) 0xff;
    assertThat(RomLength.wanted(Slice.of(far))).isEqualTo(0xffff + 0x80);
  }
}
