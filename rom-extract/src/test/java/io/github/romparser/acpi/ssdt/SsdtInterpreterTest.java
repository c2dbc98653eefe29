package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.acpi.ssdt.Interpreter.Call;
import io.github.romparser.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What ACPICA makes of the tables. */
class SsdtInterpreterTest {

  private static final AcpiPath CARD = AcpiPath.ofPci("01.0/00.0").orElseThrow();
  private static final int PAGE = 0x1000;

  @TempDir private Path folder;

  @BeforeAll
  static void tools() {
    GuestTools.need("acpiexec");
  }

  private static Slice random(int size) {
    byte[] bytes = new byte[size];
    new SplittableRandom(size).nextBytes(bytes);
    return Slice.of(bytes);
  }

  private static List<byte[]> aml(RomSsdt tables) {
    return tables.tables().stream().map(SsdtTable::aml).toList();
  }

  /** What a read has to give. */
  private static byte[] expected(Slice rom, Call call) {
    int wanted = (int) Math.min(call.length(), PAGE);
    return Arrays.copyOf(rom.clamp(call.offset(), wanted).toByteArray(), wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "512, 1, 64",
    "61440, 1, 64",
    "61441, 2, 32",
    "130560, 3, 32",
    "545280, 9, 32",
    "545280, 9, 64"
  })
  void the_whole_rom_comes_back(int size, int tables, int bits) {
    Slice rom = random(size);
    RomSsdt ssdt = RomSsdt.embedded(rom, CARD, FakeBattery.FULL);
    assertThat(ssdt.tables()).hasSize(tables);
    Interpreter interpreter = new Interpreter(folder, CARD, bits, aml(ssdt));
    List<Call> calls = new ArrayList<>();
    for (long at = 0; at < size; at += PAGE) {
      calls.add(new Call(at, PAGE));
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    interpreter.rom(calls).forEach(joined::writeBytes);
    assertThat(joined.size()).isEqualTo(calls.size() * PAGE);
    assertThat(joined.toByteArray()).startsWith(rom.toByteArray());
    assertThat(Slice.of(joined.toByteArray()).from(size).fill().orElse(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 64", "4096, 32", "61440, 64", "61441, 32", "123393, 64", "200000, 32"})
  void any_read_is_as_it_should_be(int size, int bits) {
    Slice rom = random(size);
    List<byte[]> tables = new ArrayList<>(aml(RomSsdt.embedded(rom, CARD, FakeBattery.NONE)));
    Collections.reverse(tables); // the order does not matter
    Interpreter interpreter = new Interpreter(folder, CARD, bits, tables);
    long most = bits == 64 ? -1L : 0xffff_ffffL;
    List<Call> calls = new ArrayList<>();
    for (long length : new long[] {0, 1, 41, PAGE - 1, PAGE, PAGE + 1, 0x8000, 0xffff_ffffL}) {
      for (long at :
          new long[] {0, 1, size - 1, size, size + 1, RomSsdt.PIECE - 1, RomSsdt.PIECE}) {
        calls.add(new Call(at, length));
      }
      calls.add(new Call(RomSsdt.PIECE - length / 2, Math.min(length, PAGE)));
      calls.add(new Call(0xffff_ffffL, length));
    }
    SplittableRandom random = new SplittableRandom(size);
    for (int i = 0; i < 150; i++) {
      calls.add(new Call(random.nextLong(size + 5000L), random.nextLong(PAGE + 500L)));
    }
    calls.removeIf(call -> call.offset() < 0);
    List<byte[]> results = interpreter.rom(calls);
    assertThat(results).hasSameSizeAs(calls);
    for (int i = 0; i < calls.size(); i++) {
      assertThat(results.get(i)).as("%s", calls.get(i)).isEqualTo(expected(rom, calls.get(i)));
    }
    byte[] far = interpreter.rom(List.of(new Call(most, most))).get(0);
    assertThat(far).isEqualTo(new byte[PAGE]);
  }

  @Test
  void without_qemu_the_other_variant_loads_and_gives_zeros() {
    RomSsdt ssdt = RomSsdt.fwCfg(FwCfgName.USUAL, CARD, FakeBattery.MISSING);
    Interpreter interpreter = new Interpreter(folder, CARD, 32, aml(ssdt));
    List<byte[]> results =
        interpreter.rom(
            List.of(
                new Call(0, 0), new Call(0, 7), new Call(5, PAGE + 1), new Call(0xffff_ffffL, 3)));
    assertThat(results).containsExactly(new byte[0], new byte[7], new byte[PAGE], new byte[3]);
  }

  @ParameterizedTest
  @EnumSource
  void the_battery_is_as_asked_for(FakeBattery battery) {
    RomSsdt ssdt = RomSsdt.fwCfg(FwCfgName.USUAL, CARD, battery);
    String printed =
        new Interpreter(folder, CARD, 64, aml(ssdt))
            .print(
                "evaluate \\_SB.RPBT._STA\nevaluate \\_SB.RPBT._BIF\nevaluate \\_SB.RPBT._HID\n");
    if (battery == FakeBattery.NONE) {
      assertThat(printed).contains("AE_NOT_FOUND");
      return;
    }
    assertThat(printed)
        .doesNotContain("AE_", "Warning")
        .contains("000000" + (battery == FakeBattery.FULL ? "1F" : "0F"))
        .contains("Contains 13 Elements")
        .contains("0A0CD041");
  }

  @Test
  void a_table_for_a_device_that_is_not_there_is_dropped() {
    RomSsdt ssdt = RomSsdt.embedded(random(512), CARD, FakeBattery.NONE);
    AcpiPath other = AcpiPath.parse("\\_SB.PCI0.PEG0.PEGP").orElseThrow();
    String printed =
        new Interpreter(folder, other, 64, aml(ssdt)).print("evaluate " + CARD + "._ROM 0 1\n");
    assertThat(printed).contains("AE_NOT_FOUND").doesNotContain("[Buffer]");
  }
}
