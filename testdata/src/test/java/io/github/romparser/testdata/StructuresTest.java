package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuresTest {
  @Test
  void thePcirOfRevision3() {
    byte[] bytes =
        PcirForge.pcir()
            .ids(0x10DE, 0x1C8D)
            .revision3()
            .deviceListAt(0x40)
            .classCode(0x030201)
            .blocks(0x123)
            .codeRevision(7)
            .type(0xE0)
            .last(true)
            .maxRuntime(0x80)
            .configUtilityAt(0x456)
            .dmtfAt(0x789)
            .build();
    assertThat(bytes)
        .containsExactly(
            'P', 'C', 'I', 'R', 0xDE, 0x10, 0x8D, 0x1C, 0x40, 0, 0x1C, 0, 3, 0x01, 0x02, 0x03, 0x23,
            0x01, 7, 0, 0xE0, 0x80, 0x80, 0, 0x56, 0x04, 0x89, 0x07);
  }

  @Test
  void thePcirHasAnyLengthFrom18() {
    assertThat(PcirForge.npds().build()).hasSize(0x18).startsWith('N', 'P', 'D', 'S');
    assertThat(PcirForge.rgis().layout(1, 0x18).build()).startsWith('R', 'G', 'I', 'S');
    assertThat(PcirForge.pcir().layout(4, 0x30).build()).hasSize(0x30);
    assertThatIllegalArgumentException().isThrownBy(() -> PcirForge.pcir().layout(0, 0x17));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0A, 0x0B, 0x0C, 0x10, 0x14})
  void theNpdeEndsWhereItsLengthSays(int length) {
    byte[] bytes =
        NpdeForge.of(0x101, length)
            .blocks(0x7E)
            .last(true)
            .flags(3)
            .gopVersion(0x5000B)
            .subsystem(0x1028, 0x0772)
            .build();
    int[] whole = {
      'N', 'P', 'D', 'E', 1, 1, length, 0, 0x7E, 0, 0x80, 3, 0x0B, 0, 5, 0, 0x28, 0x10, 0x72, 7
    };
    assertThat(bytes).containsExactly(Arrays.copyOf(whole, length));
    assertThatIllegalArgumentException().isThrownBy(() -> NpdeForge.of(0x100, 9));
  }

  @Test
  void networkRomHasTwoPlugAndPlayHeaders() {
    byte[] rom = RomForge.named("ipxe");
    List<Integer> headers = new ArrayList<>();
    for (int at = Walk.u16(rom, 0x1A); at != 0; at = Walk.u16(rom, at + 6)) {
      headers.add(at);
      assertThat(Walk.ascii(rom, at, 4)).isEqualTo("$PnP");
      assertThat(Walk.sum(rom, at, rom[at + 5] * 16)).isZero();
      assertThat(Walk.ascii(rom, Walk.u16(rom, at + 0x10), 10)).isEqualTo("Forged tes");
    }
    assertThat(headers).containsExactly(0x80, 0xA0);
  }

  @Test
  void networkRomHasUndi() {
    byte[] rom = RomForge.named("ipxe");
    int at = Walk.u16(rom, 0x16);
    assertThat(Walk.ascii(rom, at, 4)).isEqualTo("UNDI");
    assertThat(Walk.ascii(rom, at + 0x12, 4)).isEqualTo("PCIR");
    assertThat(Walk.sum(rom, at, rom[at + 4])).isZero();
    assertThat(rom[at + 9]).isEqualTo((byte) 2);
  }

  @Test
  void networkRomHasADeviceListAtAnOddOffset() {
    byte[] rom = RomForge.named("ipxe");
    int pcir = Walk.u16(rom, 0x18);
    int pointer = Walk.u16(rom, pcir + 8);
    assertThat(pointer).isEqualTo(0x4BF);
    assertThat(Walk.u16(rom, pcir + pointer)).isEqualTo(0x100E);
    assertThat(Walk.u16(rom, pcir + pointer + 6)).isZero();
    assertThat(rom[pcir + 0x0C]).isEqualTo((byte) 3);
  }

  @Test
  void networkRomHasAnEfiImageOfMoreThan255Blocks() {
    byte[] rom = RomForge.named("ipxe");
    assertThat(Walk.u16(rom, 0x1000 + 2)).isEqualTo(0x102);
    assertThat(rom).hasSize(0x1000 + 0x102 * 512);
  }

  @Test
  void theFcodeProgramHasLengthAndChecksum() {
    byte[] rom = RomForge.named("fcode");
    int at = Walk.u16(rom, 2);
    assertThat(at).isEqualTo(0x34);
    assertThat(rom[at]).isEqualTo((byte) 0xF1);
    assertThat(rom[at + 1]).isEqualTo((byte) 8);
    int length = ByteBuffer.wrap(rom).getInt(at + 4);
    assertThat(at + length).isLessThanOrEqualTo(0x1000);
    int sum = 0;
    for (int i = at + 8; i < at + length; i++) {
      sum += rom[i] & 0xFF;
    }
    assertThat(ByteBuffer.wrap(rom).getShort(at + 2)).isEqualTo((short) sum);
  }

  @Test
  void theConfigurationUtilityIsWherePointersSay() {
    byte[] rom = RomForge.named("config-utility");
    int pcir = Walk.u16(rom, 0x18);
    int at = Walk.u16(rom, pcir + 0x18);
    assertThat(rom[at]).isEqualTo((byte) 4);
    assertThat(Walk.ascii(rom, at + 1, 20)).isEqualTo("Forged test utility\0");
    assertThat(rom[at + 0x29]).isEqualTo((byte) 1);
    assertThat(Walk.u16(rom, pcir + 0x1A)).isEqualTo(0x600);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigUtilityForge.build(1, "x".repeat(40)));
  }

  @Test
  void theInformationTableSumsToZero() {
    byte[] rom = RomForge.named("turing");
    int at = Walk.ascii(rom, 0, rom.length).indexOf("\u00FF\u00B8BIT\0");
    assertThat(at).isPositive();
    assertThat(Walk.sum(rom, at, rom[at + 8])).isZero();
    assertThat(Walk.u16(rom, at + 12 + 6 + 4)).isEqualTo(at + 0x40);
    // pointers beyond the x86 image count from the first extension image
    int falcon = Walk.u32(rom, Walk.u16(rom, at + 12 + 12 + 4));
    int table = falcon - 0x1800 + 0x2800;
    assertThat(rom[table + 6]).isEqualTo((byte) 0x85);
    assertThat(rom[Walk.u32(rom, table + 8) - 0x1800 + 0x2800 + 1]).isEqualTo((byte) 3);
  }

  @Test
  void theAtomHeaderIsWhereThePointerSays() {
    byte[] rom = RomForge.named("amd-apu");
    assertThat(Walk.ascii(rom, 0x30, 10)).isEqualTo(" 761295520");
    assertThat(Walk.ascii(rom, Walk.u16(rom, 0x48) + 4, 4)).isEqualTo("ATOM");
    assertThat(Walk.u16(rom, Walk.u16(rom, 0x48) + 0x1C)).isEqualTo(Walk.u16(rom, 0x18));
  }

  @Test
  void theAcpiTableHoldsTwoImages() {
    byte[] table = RomForge.named("vfct");
    assertThat(Walk.ascii(table, 0, 4)).isEqualTo("VFCT");
    assertThat(Walk.u32(table, 4)).isEqualTo(table.length);
    assertThat(Walk.sum(table, 0, table.length)).isZero();
    int at = Walk.u32(table, 0x34);
    int images = 0;
    while (at < table.length) {
      assertThat(Walk.u16(table, at + 0x0C)).isEqualTo(0x1002);
      assertThat(Walk.u16(table, at + 28)).isEqualTo(0xAA55);
      at += 28 + Walk.u32(table, at + 0x18);
      images++;
    }
    assertThat(at).isEqualTo(table.length);
    assertThat(images).isEqualTo(2);
  }

  @Test
  void noChecksumByteGoesWhereSomethingIs() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ImageForge.legacy(1, 1, 2).put(0x1FF, 1).build());
    assertThatIllegalArgumentException().isThrownBy(() -> ImageForge.legacy(1, 1, 2).sums(2));
  }
}
