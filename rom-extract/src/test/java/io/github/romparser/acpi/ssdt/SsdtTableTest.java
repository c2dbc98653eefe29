package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.FindingCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structure of the tables: header, sums, lengths, pieces. */
class SsdtTableTest {

  private static final AcpiPath CARD = AcpiPath.ofPci("01.0/00.0").orElseThrow();

  /** QEMU refuses larger ones. */
  private static final int LARGEST_TABLE = 65_535;

  private static Slice random(int size) {
    byte[] bytes = new byte[size];
    new SplittableRandom(size).nextBytes(bytes);
    return Slice.of(bytes);
  }

  /** A package length (ACPI 6.4 §20.2.4), read by hand; and how many bytes it has. */
  private static int[] length(Slice table, int at) {
    int first = table.u8(at);
    int more = first >> 6;
    int value = first & (more == 0 ? 0x3f : 0x0f);
    for (int i = 0; i < more; i++) {
      value |= table.u8(at + 1 + i) << (4 + 8 * i);
    }
    return new int[] {value, 1 + more};
  }

  private static void header(Slice table) {
    assertThat(table.latin1(0, 4)).isEqualTo("SSDT");
    assertThat(table.u32(4)).isEqualTo(table.length());
    assertThat(table.length()).isLessThanOrEqualTo(LARGEST_TABLE);
    assertThat(table.u8(8)).isEqualTo(2);
    assertThat(table.sum8(0, table.length())).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 512, 0xf000, 0xf001, 2 * 0xf000, 545_280, 1_900_000})
  void every_table_holds_its_piece(int size) {
    Slice rom = random(size);
    List<SsdtTable> tables = RomSsdt.embedded(rom, CARD, FakeBattery.NONE).tables();
    assertThat(tables).hasSize((size + 0xefff) / 0xf000);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < tables.size(); i++) {
      Slice table = Slice.of(tables.get(i).aml());
      header(table);
      assertThat(tables.get(i).oemTableId()).isEqualTo(table.latin1(16, 8));
      ids.add(table.latin1(16, 8));
      assertThat(table.u8(36)).isEqualTo(0x10); // Scope
      int[] scope = length(table, 37);
      assertThat(37 + scope[0]).isEqualTo(table.length());
      int path = 37 + scope[1];
      assertThat(table.latin1(path, 19)).isEqualTo("\\/\u0004_SB_PCI0S08_S00_");
      int name = path + 19;
      assertThat(table.latin1(name, 6)).isEqualTo(String.format("\bRP%02X\u0011", i));
      int[] buffer = length(table, name + 6);
      Slice inside = table.slice(name + 6, buffer[0]);
      Slice piece = rom.clamp((long) i * 0xf000, 0xf000);
      assertThat(inside.slice(inside.length() - piece.length(), piece.length()).sameBytes(piece))
          .isTrue();
      boolean methods = table.indexOf("_ROM", name + 6 + buffer[0]) > 0;
      assertThat(methods).isEqualTo(i == 0);
    }
    assertThat(ids).hasSameSizeAs(tables);
  }

  @Test
  void all_that_qemu_takes_and_no_more() {
    int most = 1_900_000;
    while (RomSsdt.tooLarge(random(most + 512)).isEmpty()) {
      most += 512;
    }
    int all =
        RomSsdt.embedded(random(most), CARD, FakeBattery.FULL).tables().stream()
            .mapToInt(table -> table.aml().length)
            .sum();
    assertThat(all).isBetween(RomSsdt.MOST_BYTES - 4096, RomSsdt.MOST_BYTES);
    Slice more = random(most + 512);
    assertThat(RomSsdt.tooLarge(more).orElseThrow().code()).isEqualTo(FindingCode.SSDT_TOO_LARGE);
    assertThatThrownBy(() -> RomSsdt.embedded(more, CARD, FakeBattery.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RomSsdt.embedded(random(0), CARD, FakeBattery.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RomSsdt.embedded(random(9), CARD, FakeBattery.NONE, 0xfff))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void another_rom_or_card_gives_another_id_and_the_same_gives_the_same() {
    AcpiPath other = AcpiPath.ofPci("02.0/00.0").orElseThrow();
    Set<String> ids = new HashSet<>();
    for (Slice rom : List.of(random(512), random(513))) {
      for (AcpiPath path : List.of(CARD, other)) {
        ids.add(RomSsdt.embedded(rom, path, FakeBattery.NONE).tables().get(0).oemTableId());
      }
    }
    ids.add(RomSsdt.fwCfg(FwCfgName.USUAL, CARD, FakeBattery.NONE).tables().get(0).oemTableId());
    assertThat(ids).hasSize(5);
    assertThat(RomSsdt.embedded(random(512), CARD, FakeBattery.FULL).tables().get(0).aml())
        .isEqualTo(RomSsdt.embedded(random(512), CARD, FakeBattery.FULL).tables().get(0).aml());
  }

  @Test
  void the_other_variant_is_one_small_table() {
    for (FakeBattery battery : FakeBattery.values()) {
      List<SsdtTable> tables = RomSsdt.fwCfg(FwCfgName.USUAL, CARD, battery).tables();
      assertThat(tables).hasSize(1);
      Slice table = Slice.of(tables.get(0).aml());
      header(table);
      assertThat(table.indexOf("\ropt/io.github.romparser/vbios\0", 0)).isPositive();
      assertThat(table.indexOf("\bRPRO\u0011", 0)).isPositive();
      assertThat(table.indexOf("RPBT", 0) > 0).isEqualTo(battery != FakeBattery.NONE);
    }
  }
}
