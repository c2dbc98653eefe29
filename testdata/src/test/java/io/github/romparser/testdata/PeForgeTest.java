package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PeForgeTest {
  @Test
  void theFileIsWhatFirmwareTakes() {
    byte[] file = PeForge.x64().size(0x600).build();
    int pe = Walk.u32(file, 0x3C);
    assertThat(file).hasSize(0x600).startsWith('M', 'Z');
    assertThat(Walk.ascii(file, pe, 4)).isEqualTo("PE\0\0");
    assertThat(Walk.u16(file, pe + 4)).isEqualTo(0x8664);
    int optional = pe + 0x18;
    assertThat(Walk.u16(file, pe + 0x14)).isEqualTo(0x70 + 16 * 8);
    assertThat(Walk.u16(file, optional)).isEqualTo(0x20B);
    assertThat(Walk.u16(file, optional + 0x44)).isEqualTo(11);
    int headers = Walk.u32(file, optional + 0x3C);
    int section = optional + Walk.u16(file, pe + 0x14);
    assertThat(headers).isBetween(section + 0x28, Walk.u32(file, optional + 0x38) - 1);
    assertThat(Walk.u32(file, section + 0x0C)).isGreaterThanOrEqualTo(headers);
    assertThat(Walk.u32(file, section + 0x14) + Walk.u32(file, section + 0x10))
        .isEqualTo(file.length);
  }

  @Test
  void machineAndSubsystemShowInTheImage() {
    PeForge driver = PeForge.x64().machine(PeForge.IA32).subsystem(12);
    byte[] image = ImageForge.efi(4, 1, 2, driver).build();
    assertThat(Walk.u16(image, 0x08)).isEqualTo(12);
    assertThat(Walk.u16(image, 0x0A)).isEqualTo(0x014C);
    assertThat(Walk.ascii(image, Walk.u16(image, 0x16), 2)).isEqualTo("MZ");
  }

  @Test
  void oddSizesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PeForge.x64().size(0x601));
    assertThatIllegalArgumentException().isThrownBy(() -> PeForge.aa64().size(0x100));
  }
}
