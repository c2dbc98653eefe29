package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RomChunks}: whatever way the pieces were saved, the same ROM comes out. */
class RomChunksTest {

  /** 0x2600 bytes, of which the last piece of 512 has its own content. */
  private static final byte[] ROM = RomForge.named("muxless-laptop");

  private static DumpSource.Input input(String name, byte[] bytes) {
    return new DumpSource.Input(name, Slice.of(bytes));
  }

  /** Pieces of 512 bytes in a random order. */
  private static List<DumpSource.Input> pieces(String format, int factor, int first) {
    List<DumpSource.Input> pieces = new ArrayList<>();
    for (int i = 0; i * 512 < ROM.length; i++) {
      byte[] piece = Arrays.copyOfRange(ROM, i * 512, i * 512 + 512);
      pieces.add(input(String.format(format, (first + i) * factor), piece));
    }
    Collections.shuffle(pieces, new Random(4));
    return pieces;
  }

  private static byte[] rom(RomDump dump) {
    return dump.rom().orElseThrow().bytes().toByteArray();
  }

  private static List<FindingCode> codes(RomDump dump) {
    return dump.findings().stream()
        .map(Finding::code)
        .filter(code -> code.id().startsWith("DUMP"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acpi-call",
        "acpi-call-old",
        "acpiexec",
        "asl",
        "c-array",
        "list",
        "pairs",
        "plain",
        "xxd",
        "hexdump-c",
        "hexdump",
        "od",
        "reg",
        "reg-8"
      })
  void everyTextGivesTheSameRom(String format) {
    RomDump dump = RomChunks.read(List.of(input("-", DumpTextForge.text(format, ROM))), false);
    assertThat(rom(dump)).isEqualTo(ROM);
    // 42 bytes a reply do not fill the ROM.
    boolean short42 = format.equals("acpi-call");
    assertThat(codes(dump))
        .isEqualTo(short42 ? List.of(FindingCode.DUMP_SHORT) : List.<FindingCode>of());
    assertThat(dump.sources()).hasSize(1);
  }

  @Test
  void numbersInNamesGiveTheOrder() {
    for (List<DumpSource.Input> pieces :
        List.of(
            pieces("dir/rom.%d", 1, 0),
            pieces("chunk_%04d.bin", 1, 1),
            pieces("rom%x", 1, 0),
            pieces("rom-0x%04x.bin", 512, 0),
            pieces("0x%x", 512, 0),
            pieces("rom_%d.bin", 512, 0),
            pieces("%08X.bin", 512, 0))) {
      RomDump dump = RomChunks.read(pieces, false);
      assertThat(rom(dump)).as(pieces.get(0).name()).isEqualTo(ROM);
      assertThat(codes(dump)).isEmpty();
    }
  }

  @Test
  void namesWithoutNumbersKeepTheirOrder() {
    byte[] first = Arrays.copyOf(ROM, 512);
    byte[] rest = Arrays.copyOfRange(ROM, 512, ROM.length);
    RomDump dump = RomChunks.read(List.of(input("head", first), input("tail", rest)), false);
    assertThat(rom(dump)).isEqualTo(ROM);
    RomDump same = RomChunks.read(List.of(input("a/0", first), input("b/0", rest)), false);
    assertThat(rom(same)).isEqualTo(ROM);
    RomDump wrong = RomChunks.read(List.of(input("x", rest), input("y", first)), false);
    assertThat(codes(wrong)).contains(FindingCode.DUMP_PREFIX);
  }

  @Test
  void missingPiecesAreHolesAndKeepTheOthersInTheirPlaces() {
    for (String format : List.of("rom.%d", "rom_0x%x")) {
      List<DumpSource.Input> pieces = pieces(format, format.endsWith("x") ? 512 : 1, 0);
      pieces.removeIf(p -> p.name().matches("rom.(3|0x600)|rom_0x600"));
      RomDump dump = RomChunks.read(pieces, false);
      byte[] expected = ROM.clone();
      Arrays.fill(expected, 3 * 512, 4 * 512, (byte) 0);
      assertThat(rom(dump)).isEqualTo(expected);
      assertThat(codes(dump)).containsExactly(FindingCode.DUMP_HOLE);
      assertThat(dump.sound()).isFalse();
    }
  }

  /** One hex dump a piece: each begins with offset 0, so the numbers of the files count. */
  @Test
  void hexDumpsOfPieces() {
    List<DumpSource.Input> dumps =
        pieces("rom.%d", 1, 0).stream()
            .map(p -> input(p.name(), DumpTextForge.text("xxd", p.bytes().toByteArray())))
            .toList();
    assertThat(rom(RomChunks.read(dumps, false))).isEqualTo(ROM);
  }

  @Test
  void offsetsOfMemoryCountFromTheRom() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < ROM.length; at += 2) {
      text.append(String.format("%08x: %02x%02x\n", 0xc0000 + at, ROM[at], ROM[at + 1]));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    assertThat(rom(RomChunks.read(List.of(input("-", bytes)), false))).isEqualTo(ROM);
  }

  @Test
  void theTailIsCutOrKept() {
    byte[] padded = Arrays.copyOf(ROM, 0x40000);
    RomDump cut = RomChunks.read(List.of(input("rom", padded)), false);
    assertThat(rom(cut)).isEqualTo(ROM);
    assertThat(cut.rom().orElseThrow().tail()).isEqualTo(padded.length - ROM.length);
    assertThat(codes(cut)).containsExactly(FindingCode.DUMP_TAIL);
    assertThat(rom(RomChunks.read(List.of(input("rom", padded)), true))).isEqualTo(padded);
    Arrays.fill(padded, ROM.length, padded.length, (byte) 0xff);
    assertThat(RomChunks.read(List.of(input("rom", padded)), false).findings().toString())
        .contains("ALL_FF");
    Arrays.fill(padded, ROM.length, padded.length, (byte) 7);
    assertThat(RomChunks.read(List.of(input("rom", padded)), false).findings().toString())
        .contains("DATA");
  }

  /** Its own header says a length of 0, so that nothing is known to be behind it. */
  @Test
  void aRomThatDoesNotSayItsLengthIsKept() {
    byte[] rom = ImageForge.legacy(4, 0x8086, 0x10d3).pcir(p -> p.blocks(0)).build();
    RomDump dump = RomChunks.read(List.of(input("rom", rom)), false);
    assertThat(rom(dump)).isEqualTo(rom);
    assertThat(codes(dump)).isEmpty();
    assertThat(dump.findings().stream().map(Finding::code))
        .contains(FindingCode.ZERO_LENGTH)
        .doesNotContain(FindingCode.EMPTY);
  }

  /** What is wrong with the ROM itself is told as well. */
  @Test
  void aRomThatIsNotWholeIsTold() {
    byte[] cut = Arrays.copyOf(RomForge.named("minimal-hybrid"), 0x500);
    RomDump dump = RomChunks.read(List.of(input("rom", cut)), false);
    assertThat(dump.findings().stream().map(Finding::code)).contains(FindingCode.TRUNCATED);
    assertThat(dump.sound()).isFalse();
  }

  @Test
  void tablesOverSeveralFiles() {
    byte[] hybrid = RomForge.named("minimal-hybrid");
    byte[] whole = AcpiLayouts.named("ssdt-embedded");
    assertThat(rom(RomChunks.read(List.of(input("SSDT1", whole)), false))).isEqualTo(hybrid);
    byte[] text = DumpTextForge.acpidump(whole).getBytes(StandardCharsets.US_ASCII);
    assertThat(rom(RomChunks.read(List.of(input("-", text)), false))).isEqualTo(hybrid);
    byte[] reg = DumpTextForge.text("reg", whole);
    assertThat(rom(RomChunks.read(List.of(input("-", reg)), false))).isEqualTo(hybrid);
    RomDump none = RomChunks.read(List.of(input("S", AcpiLayouts.named("ssdt-memory"))), false);
    assertThat(none.rom()).isEmpty();
    assertThat(none.findings().get(0).message()).contains("acpi scan");
  }

  @Test
  void aTableBesideAFileThatIsNoRom() {
    RomDump dump =
        RomChunks.read(
            List.of(
                input("noise", new byte[] {1, 2, 3, (byte) 200}),
                input("SSDT", AcpiLayouts.named("ssdt-embedded"))),
            false);
    assertThat(rom(dump)).isEqualTo(RomForge.named("minimal-hybrid"));
  }

  @Test
  void nothingAtAll() {
    RomDump empty = RomChunks.read(List.of(input("rom", new byte[0])), false);
    assertThat(empty.rom()).isEmpty();
    assertThat(codes(empty)).containsExactly(FindingCode.DUMP_NO_ROM);
  }
}
