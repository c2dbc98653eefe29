package io.github.romparser.acpi.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.acpi.dump.Attempt.Outcome;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VfctForge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All ways to a ROM, with a kernel that behaves as real ones do. */
class RomDumpTest {

  private static final String FOLDER = DisplayDevice.FOLDER + "/" + SimulatedKernel.CARD;

  private static byte[] rom() {
    return RomForge.named("muxless-laptop");
  }

  private static DisplayDevice card(KernelFiles files) {
    try {
      return DisplayDevice.all(files).get(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static RomDump dump(KernelFiles files) {
    return RomDump.of(files, card(files), bytes -> {});
  }

  private static List<Outcome> outcomes(RomDump dump) {
    return dump.attempts().stream().map(Attempt::outcome).toList();
  }

  private static byte[] bytes(RomDump dump) {
    return dump.best().orElseThrow().rom().orElseThrow().bytes().toByteArray();
  }

  @Test
  void the_cards_own_rom_is_enough() {
    SimulatedKernel kernel = SimulatedKernel.laptop().rom(rom());
    RomDump dump = dump(kernel);
    assertThat(outcomes(dump))
        .containsExactly(Outcome.READ, Outcome.NOT_NEEDED, Outcome.NOT_NEEDED);
    assertThat(dump.best().orElseThrow().worth()).contains(Worth.CARD);
    assertThat(bytes(dump)).isEqualTo(rom());
    assertThat(kernel.written()).containsExactly("rom=1", "rom=0");
    assertThat(kernel.romIsOn()).isFalse();
  }

  @Test
  void the_rom_is_switched_off_whatever_happens() {
    SimulatedKernel kernel = SimulatedKernel.laptop().rom(rom()).failing("Input/output error");
    RomDump dump = dump(kernel);
    assertThat(outcomes(dump).get(0)).isEqualTo(Outcome.FAILED);
    assertThat(dump.attempts().get(0).detail()).contains("Input/output error");
    assertThat(kernel.romIsOn()).isFalse();
  }

  @Test
  void a_shadow_copy_is_only_taken_if_there_is_nothing_better() {
    SimulatedKernel kernel =
        SimulatedKernel.laptop().rom(rom()).file(FOLDER + "/boot_vga", "1\n").module();
    RomDump dump = dump(kernel);
    assertThat(outcomes(dump)).containsExactly(Outcome.READ, Outcome.NO_TABLE, Outcome.NO_METHOD);
    assertThat(dump.best().orElseThrow().worth()).contains(Worth.SHADOW);
    kernel.method(SimulatedKernel.whole(rom()));
    assertThat(dump(kernel).best().orElseThrow().way()).isEqualTo(DumpWay.ROM_METHOD);
    kernel.file(FOLDER + "/boot_vga", "0\n");
    assertThat(dump(kernel).best().orElseThrow().way()).isEqualTo(DumpWay.SYSFS);
  }

  @Test
  void without_root_each_way_says_so() {
    SimulatedKernel kernel =
        SimulatedKernel.laptop()
            .rom(rom())
            .file(VfctRom.FILE, new byte[0])
            .method(SimulatedKernel.whole(rom()))
            .withoutRoot();
    assertThat(outcomes(dump(kernel))).containsOnly(Outcome.NEEDS_ROOT).hasSize(3);
    assertThat(kernel.written()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"muxless-laptop", "amd-three", "turing", "minimal", "maxwell-group", "ipxe"})
  void the_method_gives_roms_of_one_and_of_more_images(String layout) {
    byte[] rom = RomForge.named(layout);
    SimulatedKernel kernel = SimulatedKernel.laptop().method(SimulatedKernel.pieces(rom));
    RomDump dump = dump(kernel);
    assertThat(outcomes(dump)).containsExactly(Outcome.NO_ROM_BAR, Outcome.NO_TABLE, Outcome.READ);
    assertThat(bytes(dump)).isEqualTo(rom);
    assertThat(dump.best().orElseThrow().worth()).contains(Worth.FIRMWARE_COPY);
  }

  @Test
  void no_read_crosses_a_border_of_4_kib() {
    List<int[]> reads = new ArrayList<>();
    byte[] rom = large();
    SimulatedKernel kernel =
        SimulatedKernel.laptop()
            .method(
                (offset, length) -> {
                  reads.add(new int[] {offset, length});
                  return SimulatedKernel.pieces(rom).give(offset, length);
                });
    List<Long> progress = new ArrayList<>();
    RomDump dump = RomDump.of(kernel, card(kernel), progress::add);
    assertThat(bytes(dump)).isEqualTo(rom);
    assertThat(reads)
        .allMatch(read -> read[0] / 0x1000 == (read[0] + read[1] - 1) / 0x1000)
        .hasSizeBetween(rom.length / 42, rom.length / 42 + 300);
    assertThat(progress)
        .isSorted()
        .last()
        .satisfies(n -> assertThat(n).isGreaterThan(rom.length - 1));
  }

  /** More than 32 KiB, in one image, with every byte different from its neighbour. */
  private static byte[] large() {
    byte[] rom = Arrays.copyOf(RomForge.named("minimal"), 0x9000);
    int pcir = (rom[0x18] & 0xff) | (rom[0x19] & 0xff) << 8;
    rom[pcir + 0x10] = (byte) (rom.length / 512);
    for (int i = 0x400; i < rom.length; i++) {
      rom[i] = (byte) (i * 7 + i / 256);
    }
    return rom;
  }

  @Test
  void an_acpi_call_with_more_room_is_used() {
    byte[] rom = large();
    List<Integer> lengths = new ArrayList<>();
    SimulatedKernel kernel =
        SimulatedKernel.laptop()
            .method(
                (offset, length) -> {
                  lengths.add(length);
                  return SimulatedKernel.pieces(rom).give(offset, length);
                });
    assertThat(bytes(dump(kernel.answers(bytes -> SimulatedKernel.cut(bytes, 0x1000)))))
        .isEqualTo(rom);
    assertThat(lengths).containsOnly(0x1000);
    lengths.clear();
    assertThat(bytes(dump(kernel.answers(SimulatedKernel::forkAnswer)))).isEqualTo(rom);
    assertThat(lengths).containsOnly(0x1000);
    lengths.clear();
    assertThat(bytes(dump(kernel.answers(bytes -> SimulatedKernel.cut(bytes, 682)))))
        .isEqualTo(rom);
    assertThat(lengths).contains(682);
  }

  @Test
  void an_answer_that_another_program_took_is_asked_for_again() {
    SimulatedKernel kernel =
        SimulatedKernel.laptop().method(SimulatedKernel.whole(rom())).stealing(2);
    assertThat(bytes(dump(kernel))).isEqualTo(rom());
    RomDump dump = dump(kernel.stealing(1000));
    assertThat(outcomes(dump).get(2)).isEqualTo(Outcome.FAILED);
    assertThat(dump.attempts().get(2).detail().orElseThrow()).contains("another program");
  }

  @Test
  void what_the_method_gives_may_be_no_rom_or_not_whole() {
    SimulatedKernel kernel = SimulatedKernel.laptop().method((offset, length) -> new byte[length]);
    assertThat(outcomes(dump(kernel)).get(2)).isEqualTo(Outcome.NOT_A_ROM);
    // One byte behind the end, as some firmware has it, in the middle of an image.
    byte[] half = Arrays.copyOf(large(), 0x5000);
    kernel.method(
        (offset, length) ->
            offset < half.length ? SimulatedKernel.whole(half).give(offset, length) : new byte[1]);
    assertThat(outcomes(dump(kernel)).get(2)).isEqualTo(Outcome.INCOMPLETE);
    kernel.method((offset, length) -> new byte[0]);
    assertThat(outcomes(dump(kernel)).get(2)).isEqualTo(Outcome.NOT_A_ROM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Error: AE_AML_INTERNAL", "0x0", "\"text\"", "[0x1, 0x2]", "{0x5g}"})
  void what_is_no_buffer_is_told(String answer) {
    SimulatedKernel kernel =
        SimulatedKernel.laptop().method(SimulatedKernel.whole(rom())).answers(bytes -> answer);
    RomDump dump = dump(kernel);
    assertThat(outcomes(dump).get(2)).isEqualTo(Outcome.FAILED);
    assertThat(dump.attempts().get(2).detail().orElseThrow()).isNotBlank();
    assertThat(dump.best()).isEmpty();
  }

  @Test
  void what_is_missing_is_told() {
    SimulatedKernel kernel = new SimulatedKernel().device("0000:03:00.0", "0x1002", "0x1638", "");
    RomDump dump = dump(kernel);
    assertThat(outcomes(dump))
        .containsExactly(Outcome.NO_ROM_BAR, Outcome.NO_TABLE, Outcome.NO_PATH);
    assertThat(dump.device().isDisplay()).isFalse();
    assertThat(outcomes(dump(SimulatedKernel.laptop())).get(2)).isEqualTo(Outcome.NO_MODULE);
    assertThat(outcomes(dump(SimulatedKernel.laptop().module())).get(2))
        .isEqualTo(Outcome.NO_METHOD);
  }

  @Test
  void amds_table_has_the_roms_of_its_cards() {
    byte[] image = RomForge.named("amd-apu");
    VfctForge table = VfctForge.start().image(4, 0, 0x1002, 0x1638, image);
    SimulatedKernel kernel =
        new SimulatedKernel()
            .device("0000:04:00.0", "0x1002", "0x1638", "0x030000")
            .file(VfctRom.FILE, table.build());
    RomDump dump = dump(kernel);
    assertThat(dump.best().orElseThrow().way()).isEqualTo(DumpWay.VFCT);
    assertThat(dump.best().orElseThrow().worth()).contains(Worth.TABLE_COPY);
    assertThat(bytes(dump)).isEqualTo(image);
    // The only image serves a card of the same family; of two, none does.
    kernel.device("0000:04:00.0", "0x1002", "0x164c", "0x030000");
    assertThat(bytes(dump(kernel))).isEqualTo(image);
    kernel.file(VfctRom.FILE, table.image(5, 0, 0x1002, 0x1639, image).build());
    assertThat(outcomes(dump(kernel)).get(1)).isEqualTo(Outcome.NOT_IN_TABLE);
    // Of two alike, the one at the card's address.
    byte[] other = RomForge.named("amd-atom-full");
    kernel.device("0000:04:00.0", "0x1002", "0x1638", "0x030000");
    kernel.file(
        VfctRom.FILE,
        VfctForge.start()
            .image(7, 0, 0x1002, 0x1638, other)
            .image(4, 0, 0x1002, 0x1638, image)
            .build());
    assertThat(bytes(dump(kernel))).isEqualTo(image);
    kernel.file(
        VfctRom.FILE,
        VfctForge.start()
            .image(7, 0, 0x1002, 0x1638, other)
            .image(8, 0, 0x1002, 0x1638, image)
            .build());
    assertThat(outcomes(dump(kernel)).get(1)).isEqualTo(Outcome.NOT_IN_TABLE);
    kernel.device("0000:04:00.0", "0x10de", "0x1638", "0x030000");
    assertThat(outcomes(dump(kernel)).get(1)).isEqualTo(Outcome.NOT_IN_TABLE);
    kernel.device("0000:04:00.0", "0x1002", "0x1638", "0x030000");
    kernel.file(VfctRom.FILE, new byte[100]);
    assertThat(outcomes(dump(kernel)).get(1)).isEqualTo(Outcome.NOT_IN_TABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8, 9, 20, 150})
  void a_device_may_vanish_at_any_time(int after) {
    SimulatedKernel kernel =
        SimulatedKernel.laptop()
            .rom(rom())
            .file(FOLDER + "/boot_vga", "1")
            .method(SimulatedKernel.whole(rom()));
    DisplayDevice card = card(kernel);
    kernel.vanishing(after - 6);
    RomDump dump = RomDump.of(kernel, card, bytes -> {});
    assertThat(dump.vanished() || dump.best().isPresent()).isTrue();
    assertThat(dump.vanished()).as("%s", outcomes(dump)).isEqualTo(after < 9);
  }

  @Test
  void the_lists_of_ids_are_as_sysfs_has_them() throws IOException {
    SimulatedKernel kernel =
        SimulatedKernel.laptop()
            .device("0000:00:02.0", "0x8086", "0x591b", "0x030000")
            .device("0000:00:1f.3", "0x8086", "0xa170", "0x040300")
            .device("0000:05:00.0", "nonsense", "0x1", "0x030000")
            .device("0000:06:00.0", "0xzz", "0x1", "0x030000");
    List<DisplayDevice> all = DisplayDevice.all(kernel);
    assertThat(all)
        .extracting(DisplayDevice::address)
        .containsExactly("0000:00:02.0", "0000:00:1f.3", SimulatedKernel.CARD);
    assertThat(all).extracting(DisplayDevice::isDisplay).containsExactly(true, false, true);
    assertThat(all.get(2).acpiPath().orElseThrow()).hasToString("\\_SB.PCI0.PEG0.PEGP");
    assertThat(all.get(2).device().id().toLowerCase(Locale.ROOT)).isEqualTo("10de:1c8d");
  }
}
