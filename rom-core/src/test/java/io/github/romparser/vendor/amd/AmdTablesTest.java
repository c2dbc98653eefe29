package io.github.romparser.vendor.amd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.AtomForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an image of AMD's says of itself. */
final class AmdTablesTest {
  private static final int POINTER = 0x48;
  private static final int NAMES = 0x200;
  private static final int FIRST_TABLE = 0x430;

  static byte[] image(AtomForge atom) {
    return atom.into(ImageForge.legacy(16, 0x1002, 0x67DF).pcirAt(0x1B0)).last().build();
  }

  private static AmdTables layout(String name) {
    LegacyImage image =
        (LegacyImage)
            RomReader.read(Slice.of(RomForge.named(name))).chains().get(0).images().get(0);
    return AmdTables.read(image).orElseThrow();
  }

  private static AmdTables read(byte[] bytes) {
    return AmdTables.read(Slice.of(bytes)).orElseThrow();
  }

  private static void u16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
  }

  @Test
  void aCard() {
    AmdTables card = layout("amd-atom-full");
    assertThat(card.generation()).isEqualTo(AtomGeneration.ATOM);
    assertThat(card.strings())
        .isEqualTo(
            new AtomStrings(
                List.of("113-FORGED-002", "FORGED20", "PCI_EXPRESS", "TEST"),
                "113-FORGED-002",
                "F002 Forged20 XT 8GB",
                "11/01/26 12:00",
                "FORGED.001",
                "1234567",
                "0654321",
                "FORGED_TEST_BOARD",
                "015.050.002.001.000000",
                "(C) 1988-2026, Forged Micro Devices, Inc."));
    assertThat(card.strings().chip()).isEqualTo("FORGED20");
    assertThat(card.strings().bus()).isEqualTo("PCI_EXPRESS");
    assertThat(card.strings().memory()).isEqualTo("TEST");
    assertThat(card.strings().built()).hasValue(LocalDateTime.of(2026, 11, 1, 12, 0));
    assertThat(card.board()).hasValue(0x1DA2E353);
    assertThat(card.checksumByte())
        .isEqualTo(RomForge.named("amd-atom-full")[AmdTables.CHECKSUM_BYTE] & 0xff);
    assertThat(card.findings()).isEmpty();
    assertThat(card.offset()).isZero();
  }

  @Test
  void theHeaderOfACard() {
    assertThat(layout("amd-atom-full").header())
        .hasValue(
            new AtomRomHeader(
                AtomForge.HEADER,
                0x24,
                1,
                1,
                "ATOM",
                0xC000,
                0,
                0xA9,
                0,
                0x229,
                0,
                0,
                0,
                0x1DA2,
                0xE353,
                0x1B0,
                AtomForge.TABLES,
                AtomForge.DATA,
                OptionalLong.empty()));
  }

  @Test
  void theTablesOfACard() {
    AmdTables card = layout("amd-atom-full");
    AtomMasterTable commands = card.commands().orElseThrow();
    assertThat(commands.entryCount()).isEqualTo(81);
    assertThat(commands.offset()).isEqualTo(AtomForge.TABLES);
    assertThat(commands.tables())
        .containsExactly(
            new AtomTable(0, "", FIRST_TABLE, FIRST_TABLE, 0x20, 1, 1),
            new AtomTable(12, "", 0x450, 0x450, 0x30, 1, 1));
    AtomMasterTable data = card.data().orElseThrow();
    assertThat(data.entryCount()).isEqualTo(35);
    assertThat(data.formatRevision()).isEqualTo(1);
    assertThat(data.contentRevision()).isEqualTo(1);
    assertThat(data.size()).isEqualTo(74);
    assertThat(data.tables())
        .containsExactly(
            new AtomTable(4, "FirmwareInfo", 0x480, 0x480, 108, 2, 2),
            new AtomTable(15, "PowerPlayInfo", 0x4EC, 0x4EC, 0x80, 7, 1),
            new AtomTable(28, "VRAM_Info", 0x56C, 0x56C, 0x60, 2, 2));
    assertThat(data.table(15)).isPresent();
    assertThat(data.table(3)).isEmpty();
    assertThat(card.firmware())
        .hasValue(
            new AtomFirmwareInfo(
                0x480,
                2,
                2,
                0x0F320201,
                OptionalLong.of(30_000),
                OptionalLong.of(30_000),
                OptionalInt.of(900)));
  }

  @Test
  void anApu() {
    AmdTables apu = layout("apu-atomfirmware");
    assertThat(apu.generation()).isEqualTo(AtomGeneration.ATOMFIRMWARE);
    assertThat(apu.board()).isEmpty();
    assertThat(apu.header().orElseThrow().pspDirectoryPointer()).isEmpty();
    assertThat(apu.strings().partNumber()).isEqualTo("102-FORGED-003");
    assertThat(apu.strings().configuration()).isEmpty();
    assertThat(apu.strings().built()).hasValue(LocalDateTime.of(2022, 9, 26, 22, 19, 24));
    assertThat(apu.data().orElseThrow().tables())
        .extracting(AtomTable::name)
        .containsExactly("firmwareinfo", "powerplayinfo", "integratedsysteminfo");
    AtomFirmwareInfo firmware = apu.firmware().orElseThrow();
    assertThat(firmware.firmwareRevision()).isEqualTo(0x20130008);
    assertThat(firmware.engineClock()).hasValue(20_000);
    assertThat(firmware.coreVoltage()).hasValue(875);
    assertThat(apu.findings()).isEmpty();
  }

  @Test
  void anImageOfBefore() {
    AmdTables ati = layout("ati");
    assertThat(ati.generation()).isEqualTo(AtomGeneration.ATI);
    assertThat(ati.header()).isEmpty();
    assertThat(ati.commands()).isEmpty();
    assertThat(ati.data()).isEmpty();
    assertThat(ati.firmware()).isEmpty();
    assertThat(ati.board()).isEmpty();
    assertThat(ati.strings())
        .isEqualTo(
            new AtomStrings(
                List.of(),
                "113-34004-104",
                "FORGED PCI BIOS P/N 113-34004-104",
                "1996/09/27 12:06",
                "",
                "",
                "",
                "",
                "3.8.0/3.008",
                "(C) 1988-96, Forged Technologies Inc."));
    assertThat(ati.strings().chip()).isEmpty();
    assertThat(ati.strings().built()).hasValue(LocalDateTime.of(1996, 9, 27, 12, 6));
    assertThat(ati.findings()).isEmpty();
  }

  /** What of the texts of ATI's images is missing is empty. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                        | ''
          (C) 1998 Forged                           | ''
          (C) 1998 Forged Inc. nothing of a version | ''
          (C) 1998 Forged Inc.BK7                   | 7
          (C) 1998 Forged Inc. BK-ATI VER008.005 x  | 008.005
          """)
  void oldVersions(String text, String version) {
    byte[] bytes = new byte[0x200];
    System.arraycopy(latin1(AmdTables.ATI_MAGIC), 0, bytes, AmdTables.ATI_MAGIC_OFFSET, 10);
    System.arraycopy(latin1(text), 0, bytes, 0x100, text.length());
    AtomStrings strings = read(bytes).strings();
    assertThat(strings.version()).isEqualTo(version);
    assertThat(strings.partNumber()).isEmpty();
    assertThat(strings.product()).isEmpty();
    assertThat(strings.built()).isEmpty();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "desktop-nvidia", "seavga", "ipxe", "intel-vbt"})
  void imagesOfOthers(String name) {
    assertThat(AmdTables.read(Slice.of(RomForge.named(name)))).isEmpty();
  }

  @Test
  void theOtherSignature() {
    byte[] bytes = image(AtomForge.atom());
    System.arraycopy(latin1("MOTA"), 0, bytes, AtomForge.HEADER + 4, 4);
    assertThat(read(bytes).header().orElseThrow().signature()).isEqualTo(AtomRomHeader.MOTA);
    System.arraycopy(latin1("ATEM"), 0, bytes, AtomForge.HEADER + 4, 4);
    assertThat(read(bytes).generation()).isEqualTo(AtomGeneration.ATI);
  }

  @Test
  void aHeaderThatIsCutIsNone() {
    byte[] bytes = image(AtomForge.atom());
    int end = AtomForge.HEADER + AtomRomHeader.LENGTH;
    assertThat(read(Arrays.copyOf(bytes, end)).header()).isPresent();
    assertThat(read(Arrays.copyOf(bytes, end - 1)).header()).isEmpty();
    assertThat(read(Arrays.copyOf(bytes, POINTER + 1)).header()).isEmpty();
    u16(bytes, POINTER, 0);
    assertThat(read(bytes).header()).isEmpty();
  }

  @Test
  void theDirectoryOfTheSecurityProcessor() {
    byte[] bytes = image(AtomForge.atomFirmware().psp(0xB08));
    assertThat(read(bytes).header().orElseThrow().pspDirectoryPointer()).hasValue(0xB08);
    assertThat(
            read(Arrays.copyOf(bytes, AtomForge.HEADER + 0x27))
                .header()
                .orElseThrow()
                .pspDirectoryPointer())
        .isEmpty();
    bytes[AtomForge.HEADER] = 0x24;
    assertThat(read(bytes).header().orElseThrow().pspDirectoryPointer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1da2, e353, 1da2e353",
    "1002, 0b37, 10020b37",
    "f002, 8001, f0028001",
    "1002, 1002, none",
    "1002, 67df, none",
    "0000, 1234, none",
    "ffff, ffff, none"
  })
  void boards(String vendor, String device, String board) {
    byte[] bytes =
        image(
            AtomForge.atom().subsystem(Integer.parseInt(vendor, 16), Integer.parseInt(device, 16)));
    OptionalInt expected =
        board.equals("none")
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseUnsignedInt(board, 16));
    assertThat(read(bytes).board()).isEqualTo(expected);
    assertThat(AtomRomHeader.boardSubsystem(Slice.of(bytes))).isEqualTo(expected);
  }

  @Test
  void noBoardWithoutHeader() {
    assertThat(AtomRomHeader.boardSubsystem(Slice.of(RomForge.named("ati")))).isEmpty();
  }

  /** Without its data list the generation is that of the header. */
  @Test
  void theGenerationWithoutAList() {
    byte[] bytes = image(AtomForge.atomFirmware());
    u16(bytes, AtomForge.HEADER + 0x20, 0);
    AmdTables tables = read(bytes);
    assertThat(tables.data()).isEmpty();
    assertThat(tables.firmware()).isEmpty();
    assertThat(tables.generation()).isEqualTo(AtomGeneration.ATOMFIRMWARE);
    assertThat(tables.findings()).extracting(Finding::code).containsExactly(FindingCode.AMD_MASTER);
  }

  @Test
  void anEmptyPartNumberIsAsItIs() {
    byte[] bytes = image(AtomForge.atom().names("", "CHIP", "Product"));
    AtomStrings strings = read(bytes).strings();
    assertThat(strings.partNumber()).isEmpty();
    assertThat(strings.chip()).isEqualTo("CHIP");
    assertThat(strings.product()).isEqualTo("Product");
  }

  /** Without a list of names the part number stands at a fixed place. */
  @Test
  void noListOfNames() {
    byte[] bytes = image(AtomForge.atom());
    bytes[0x2F] = 0;
    System.arraycopy(latin1("113-OLDER\0"), 0, bytes, 0x80, 10);
    AtomStrings strings = read(bytes).strings();
    assertThat(strings.names()).isEmpty();
    assertThat(strings.partNumber()).isEqualTo("113-OLDER");
  }

  @Test
  void namesEndWithWhatIsNoText() {
    byte[] bytes = image(AtomForge.atom());
    bytes[NAMES + 15] = (byte) 0x90;
    assertThat(read(bytes).strings().names()).containsExactly("113-FORGED-001");
    bytes[0x2F] = (byte) 0xFF;
    bytes[NAMES + 15] = 'F';
    assertThat(read(bytes).strings().names())
        .containsExactly("113-FORGED-001", "FORGED", "PCI_EXPRESS", "TEST");
  }

  @ParameterizedTest
  @CsvSource({
    "'99/99/99 99:99'",
    "'11/01/26-12:00'",
    "'2026/13/01 12:00'",
    "'11/01/26 24:00'",
    "soon"
  })
  void datesThatAreNone(String date) {
    AtomStrings strings = read(image(AtomForge.atom().date(date))).strings();
    assertThat(strings.date()).isEqualTo(date);
    assertThat(strings.built()).isEmpty();
  }

  @Test
  void yearsOfTheLastCentury() {
    assertThat(read(image(AtomForge.atom().date("02/03/99 04:05"))).strings().built())
        .hasValue(LocalDateTime.of(1999, 2, 3, 4, 5));
  }

  @Test
  void aVersionOfAnotherForm() {
    byte[] bytes = image(AtomForge.atom());
    bytes[0x80 + 15] = 'W';
    assertThat(read(bytes).strings().version()).isEmpty();
    bytes[0x80] = 'X';
    assertThat(read(bytes).strings().version()).isEmpty();
  }

  /** Clocks are read where the layout is known, the voltage where the revision has one. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, true, 0",
    "1, 4, true, 900",
    "2, 1, true, 900",
    "3, 1, true, 0",
    "4, 1, false, 0",
    "0, 0, false, 0"
  })
  void firmwareRevisions(int format, int content, boolean clocks, int voltage) {
    byte[] bytes = image(AtomForge.atom());
    bytes[FIRST_TABLE + 2] = (byte) format;
    bytes[FIRST_TABLE + 3] = (byte) content;
    AtomFirmwareInfo info = read(bytes).firmware().orElseThrow();
    assertThat(info.engineClock().isPresent()).isEqualTo(clocks);
    assertThat(info.memoryClock().isPresent()).isEqualTo(clocks);
    assertThat(info.coreVoltage().orElse(0)).isEqualTo(voltage);
  }

  @Test
  void aShortFirmwareInfo() {
    byte[] bytes = image(AtomForge.atom());
    u16(bytes, FIRST_TABLE, 0x10);
    assertThat(read(bytes).firmware().orElseThrow().coreVoltage()).isEmpty();
    u16(bytes, FIRST_TABLE, 0x0F);
    assertThat(read(bytes).firmware()).isEmpty();
  }

  /** A list that claims more entries than are read. */
  @Test
  void listsHaveABound() {
    byte[] bytes = image(AtomForge.atom());
    u16(bytes, AtomForge.DATA, 0x1000);
    AmdTables tables = read(bytes);
    assertThat(tables.data().orElseThrow().entryCount()).isEqualTo(0x7FE);
    assertThat(tables.data().orElseThrow().tables())
        .hasSizeLessThanOrEqualTo(AtomTableReader.MOST)
        .allSatisfy(table -> assertThat(table.index()).isLessThan(AtomTableReader.MOST));
    assertThat(tables.findings()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void severalTroublesAreToldOnce() {
    byte[] bytes = image(AtomForge.atom().data(15, 7, 1, 0x40).data(28, 2, 1, 0x40));
    u16(bytes, AtomForge.DATA + 4 + 2 * 15, 0xFF00);
    u16(bytes, AtomForge.DATA + 4 + 2 * 28, 0xFF00);
    AmdTables tables = read(bytes);
    assertThat(tables.findings()).hasSize(1);
    assertThat(tables.findings().get(0).message())
        .contains("whole table: 2. The first is number 15, which leads to 0xff00;");
  }

  /** Copies of one build have the same texts, whatever else was changed in them. */
  @Test
  void sameBuild() {
    byte[] bytes = image(AtomForge.atom());
    byte[] patched = bytes.clone();
    patched[0x21] ^= 1;
    patched[FIRST_TABLE + 0x40] ^= 1;
    assertThat(read(bytes).isSameBuild(read(patched))).isTrue();
    assertThat(read(bytes).isSameBuild(read(image(AtomForge.atom().version("015.051"))))).isFalse();
    assertThat(read(bytes).isSameBuild(read(image(AtomForge.atomFirmware())))).isFalse();
  }

  @Test
  void placesCountFromTheStartOfTheFile() {
    byte[] bytes = RomForge.named("vfct");
    List<AmdTables> tables =
        RomReader.read(Slice.of(bytes)).chains().stream()
            .map(chain -> (LegacyImage) chain.images().get(0))
            .map(image -> AmdTables.read(image).orElseThrow())
            .toList();
    assertThat(tables).hasSize(2);
    AmdTables second = tables.get(1);
    assertThat(second.offset()).isGreaterThan(0x2000);
    assertThat(second.header().orElseThrow().offset()).isEqualTo(second.offset() + 0x200);
    assertThat(second.data().orElseThrow().tables()).isEmpty();
  }
}
