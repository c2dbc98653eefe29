package io.github.romparser.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomForge;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which device a file is for. */
class RomIdentityTest {

  private static RomFile read(String layout) {
    return RomReader.read(Slice.of(RomForge.named(layout)));
  }

  @ParameterizedTest
  @CsvSource({
    "amd-flash, 1002:67df, 30000, -",
    "blackwell, 10de:2d04, 30000, -",
    "ampere-nvgi3, 10de:24dc, 30000, 1a58:2018",
    "turing-nvgi3, 10de:1fb0, 30000, 103c:860e",
    "muxless-laptop, 10de:1c8d, 30200, -",
    "nvidia-bmp, 10de:0322, 30000, 1082:1234",
    "efi-only, -, -, -",
  })
  void ids_class_and_subsystem(String layout, String id, String classCode, String subsystem) {
    PciDevice device = RomIdentity.device(read(layout)).orElseThrow();
    if (id.equals("-")) {
      return;
    }
    assertThat(device.id()).isEqualTo(id);
    assertThat(Integer.toHexString(device.classCode().orElseThrow())).isEqualTo(classCode);
    if (!subsystem.equals("-")) {
      assertThat(
              String.format(
                  Locale.ROOT,
                  "%04x:%04x",
                  device.subsystemVendorId().orElseThrow(),
                  device.subsystemId().orElseThrow()))
          .isEqualTo(subsystem);
    }
  }

  @Test
  void what_is_no_rom_is_for_nothing() {
    RomFile none = RomReader.read(Slice.of(new byte[100]));
    assertThat(RomIdentity.device(none)).isEmpty();
    assertThat(RomIdentity.content(none)).isEmpty();
    assertThat(RomIdentity.image(none)).isEmpty();
    assertThat(RomIdentity.names(none, 0)).isFalse();
  }

  @Test
  void the_content_is_the_first_rom_alone() {
    RomFile flash = read("amd-flash");
    RomFile doubled = read("doubled");
    assertThat(RomIdentity.content(flash).orElseThrow().length()).isEqualTo(0x3000);
    assertThat(
            RomIdentity.content(flash)
                .orElseThrow()
                .sameBytes(RomIdentity.content(doubled).orElseThrow()))
        .isTrue();
    assertThat(RomIdentity.names(flash, 0x67df)).isTrue();
    assertThat(RomIdentity.names(flash, 0x67de)).isFalse();
  }
}
