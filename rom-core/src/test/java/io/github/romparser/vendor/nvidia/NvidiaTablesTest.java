package io.github.romparser.vendor.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.BitForge;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NvidiaTablesTest {

  @Test
  void everyTokenOfATuringCard() {
    NvidiaTables tables = Roms.tables("nvidia-tables");
    assertThat(tables.version().map(BiosVersion::text)).contains("90.17.0E.00.51");
    assertThat(tables.oemVersion()).isEqualTo(tables.version());
    assertThat(tables.generation()).contains(Generation.TURING);
    assertThat(tables.date()).contains("11/01/26");
    assertThat(tables.pmid()).isEqualTo(OptionalInt.of(0x54));
    assertThat(tables.pllTable()).isEqualTo(OptionalLong.of(0x1234));
    assertThat(tables.bmp()).isEmpty();
    assertThat(tables.editSigns()).isEmpty();
    assertThat(tables.findings()).isEmpty();
    assertThat(tables.uefi()).contains(new UefiData(0x50001, 1, OptionalLong.of(6)));

    BuildData build = tables.build().orElseThrow();
    assertThat(build.version().text()).isEqualTo("90.17.0E.00.04");
    assertThat(build.features()).isEqualTo(OptionalInt.of(0));
    assertThat(build.date()).contains("10/30/26");
    assertThat(build.product()).contains("3000");
    assertThat(build.board()).contains("G165");
    assertThat(build.sku()).contains("0002");
    assertThat(build.guid().orElseThrow()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    BiosStrings strings = tables.strings().orElseThrow();
    assertThat(strings.signOn()).contains("Forged TU117 G165 SKU 2 VGA BIOS FORGED1.234");
    assertThat(strings.version()).contains("Version 90.17.0E.00.51");
    assertThat(strings.copyright()).contains("Copyright (C) 2026 nobody");
    assertThat(strings.oem()).contains("Forge");
    assertThat(strings.vendor()).contains("Forge Corporation");
    assertThat(strings.product()).contains("Forged Board");
    assertThat(strings.revision()).contains("Forged Rev");
    assertThat(strings.others()).containsExactly("Forged check failed!!!");
  }

  @Test
  void theTableAndItsTokens() {
    BitTable bit = Roms.tables("nvidia-tables").bit().orElseThrow();
    assertThat(bit.offset()).isEqualTo(0x300);
    assertThat(bit.version()).isEqualTo(0x100);
    assertThat(bit.headerSize()).isEqualTo(12);
    assertThat(bit.tokenSize()).isEqualTo(6);
    assertThat(bit.tokenCount()).isEqualTo(8);
    assertThat(bit.sum()).isEqualTo(OptionalInt.of(0));
    assertThat(bit.tokens())
        .extracting(token -> (char) token.id())
        .containsExactly('S', 'i', 'p', 'B', 'C', 'u', 'N', '?');
    assertThat(bit.token('N').orElseThrow().range()).isEmpty();
    assertThat(bit.token('N').orElseThrow().leadsOutside()).isFalse();
    assertThat(bit.token('?').orElseThrow().title()).isEmpty();
    assertThat(bit.token('u').orElseThrow().title()).contains("UEFI driver data");
    assertThat(bit.token('x')).isEmpty();
  }

  @Test
  void theMicrocodeBehindTheEfiImage() {
    NvidiaTables tables = Roms.tables("nvidia-tables");
    FalconTable falcon = tables.falcon().orElseThrow();
    // Behind x86, EFI and the first extension image.
    assertThat(falcon.offset()).isEqualTo((12 + 8 + 5) * 512 + 0x100);
    assertThat(falcon.range().length()).isEqualTo(12);
    assertThat(falcon.entries()).hasSize(1);
    FalconEntry entry = falcon.entries().get(0);
    assertThat(entry.application()).isEqualTo(FalconEntry.FWSEC_PRODUCTION);
    assertThat(entry.fwsec()).isTrue();
    assertThat(entry.descriptor()).isEqualTo(OptionalLong.of(falcon.offset() + 0x40));
    assertThat(entry.descriptorVersion()).isEqualTo(OptionalInt.of(3));
    assertThat(entry.descriptorSize()).isEqualTo(OptionalInt.of(44));
    assertThat(entry.signatures()).isPresent();
    assertThat(tables.signatures()).isEqualTo(new SignatureMaterial(1, true, false));
    assertThat(tables.signatures().any()).isTrue();
  }

  @Test
  void aCardBeforeTheTable() {
    NvidiaTables tables = Roms.tables("nvidia-bmp");
    BmpTable bmp = tables.bmp().orElseThrow();
    assertThat(bmp.major()).isEqualTo(5);
    assertThat(bmp.minor()).isEqualTo(0x28);
    assertThat(bmp.range().offset()).isEqualTo(0x300);
    assertThat(tables.bit()).isEmpty();
    assertThat(tables.version().map(BiosVersion::text)).contains("04.34.20.18");
    assertThat(tables.generation()).isEmpty();
    assertThat(tables.subsystem().map(SubsystemIds::vendorId)).contains(0x1082);
    assertThat(tables.signatures().any()).isFalse();
    assertThat(tables.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "muxless-laptop, 86.07.0A.00.02, PASCAL",
    "desktop-nvidia, 86.07.0A.00.02, PASCAL",
    "maxwell-group, 84.04.0B.00.01, MAXWELL",
    "turing-nvgi3, 90.17.0E.00.04, TURING",
    "nvgi1, 80.07.35.00.F0, KEPLER",
    "ampere-nvgi3, 94.04.55.00.92, AMPERE",
    "blackwell, 98.06.1F.40.45, BLACKWELL",
  })
  void versionsOfLayouts(String layout, String version, Generation generation) {
    NvidiaTables tables = Roms.tables(layout);
    assertThat(tables.version().map(BiosVersion::text)).contains(version);
    assertThat(tables.generation()).contains(generation);
    assertThat(tables.build().orElseThrow().board()).contains("E001");
    assertThat(tables.findings()).allMatch(finding -> finding.severity() == Severity.NOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd-flash", "seavga", "minimal", "ipxe", "lsi", "isa", "efi-only"})
  void whatIsNotOfNvidiaHasNoTables(String layout) {
    assertThat(Roms.tables(Roms.read(layout))).isEmpty();
  }

  @Test
  void aTableMakesAnImageNvidiasWhateverItsIds() {
    byte[] rom = Roms.with(0x1234, Roms.table());
    assertThat(Roms.tables(rom).version()).isPresent();
    rom[Roms.BIT + 6]++;
    assertThat(Roms.tables(RomReader.read(Slice.of(rom)))).isEmpty();
  }

  @Test
  void theFirstTableWithARightSumCounts() {
    byte[] rom = Roms.with(0x10DE, Roms.table());
    byte[] bad = Roms.table().build();
    bad[11]++;
    System.arraycopy(bad, 0, rom, 0x200, 30);
    assertThat(Roms.tables(rom).bit().orElseThrow().offset()).isEqualTo(Roms.BIT);
    rom[Roms.BIT + 11]++;
    NvidiaTables tables = Roms.tables(rom);
    assertThat(tables.bit().orElseThrow().offset()).isEqualTo(0x200);
    assertThat(tables.bit().orElseThrow().sumIsRight()).isFalse();
    assertThat(tables.findings()).extracting(Finding::code).contains(FindingCode.NV_BIT_SUM);
  }

  @Test
  void wideTokensHavePointersOfFourBytes() {
    NvidiaTables tables = Roms.with(Roms.table().wide());
    assertThat(tables.bit().orElseThrow().tokenSize()).isEqualTo(8);
    assertThat(tables.version()).isPresent();
    assertThat(tables.findings()).isEmpty();
  }

  @Test
  void oldStringsHaveNoVersion() {
    NvidiaTables tables =
        Roms.with(Roms.table().oldTexts("Sign on", "OEM", "Vendor", "Product", "Revision"));
    BiosStrings strings = tables.strings().orElseThrow();
    assertThat(strings.signOn()).contains("Sign on");
    assertThat(strings.version()).isEmpty();
    assertThat(strings.copyright()).isEmpty();
    assertThat(strings.oem()).contains("OEM");
    assertThat(strings.vendor()).contains("Vendor");
    assertThat(strings.product()).contains("Product");
    assertThat(strings.revision()).contains("Revision");
    assertThat(strings.others()).isEmpty();
    assertThat(tables.findings()).isEmpty();
  }

  @Test
  void anEmptyOrALongListOfStrings() {
    Slice image = Slice.of(new byte[0x100]);
    BiosStrings none = BiosStrings.read(image, image.clamp(0, 2), 1);
    assertThat(none.signOn()).isEmpty();
    assertThat(none.others()).isEmpty();
    byte[] many = new byte[0x100];
    for (int i = 0; i < 0xC0; i += 3) {
      many[i] = (byte) 0xF0;
      many[i + 2] = 4;
    }
    many[0xF0] = 'x';
    assertThat(BiosStrings.read(Slice.of(many), Slice.of(many).clamp(0, 0xC0), 2).others())
        .hasSize(9);
  }

  @Test
  void shortData() {
    NvidiaTables tables =
        Roms.with(
            Roms.table()
                .data('u', 1, new byte[] {1, 0, 0, 0, 2})
                .clocks(1, 0x4321)
                .data('B', 2, new byte[] {1, 2, 3, 4}));
    assertThat(tables.uefi()).contains(new UefiData(1, 2, OptionalLong.empty()));
    assertThat(tables.pllTable()).isEqualTo(OptionalLong.of(0x4321));
    assertThat(tables.oemVersion()).isEmpty();
    assertThat(tables.version().map(BiosVersion::text)).contains("86.07.0A.00.02");
    assertThat(tables.falconPointer()).isEmpty();
    BuildData build = BuildData.read(Slice.of(new byte[] {1, 2, 3, 4}));
    assertThat(build.version().text()).isEqualTo("04.03.02.01");
    assertThat(build.features()).isEmpty();
    assertThat(build.date()).isEmpty();
    assertThat(build.board()).isEmpty();
    assertThat(build.guid()).isEmpty();
  }

  @Test
  void aVersionOfTheStringsAlone() {
    BitTable bit = BitTable.find(Slice.of(Roms.with(0x10DE, Roms.table()))).orElseThrow();
    byte[] rom = Roms.with(0x10DE, Roms.table());
    // Token 'i' is the second one.
    rom[(int) bit.offset() + 12 + 6] = 'X';
    assertThat(Roms.tables(rom).version().map(BiosVersion::text)).contains("86.07.0A.00.02");
    assertThat(Roms.tables(rom).build()).isEmpty();
  }

  @Test
  void signsOfEditing() {
    NvidiaTables stamped = Roms.with(Roms.table().built(0xDE, 0xAD, 0x00, 0xBE, 0xEF));
    assertThat(stamped.editSigns()).containsExactlyInAnyOrder(EditSign.STAMP, EditSign.VERSION);
    assertThat(stamped.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.NV_VERSION, FindingCode.NV_MOD_STAMP);
    NvidiaTables other = Roms.with(Roms.table().biosData(0x86, 0x07, 0x0A, 0x00, 0x03));
    assertThat(other.editSigns()).containsExactly(EditSign.VERSION);
    assertThat(other.findings().get(0).message())
        .contains("86.07.0A.00.02")
        .contains("86.07.0A.00.03");
    // Only the board maker's byte differs from what NVIDIA built.
    assertThat(Roms.with(Roms.table().built(0x86, 0x07, 0x0A, 0x00, 0x77)).editSigns()).isEmpty();
    for (EditSign sign : EditSign.values()) {
      assertThat(sign.title()).isNotBlank();
    }
  }

  @Test
  void aWrongSumUnderARightOne() {
    byte[] rom = RomForge.named("muxless-laptop");
    rom[0x1000]++;
    rom[0x2000]--;
    NvidiaTables tables = Roms.tables(rom);
    assertThat(tables.editSigns()).containsExactly(EditSign.SUM);
  }

  @Test
  void pointersThatLeadNowhere() {
    NvidiaTables tables = Roms.with(Roms.table().token('T', 1, 2, 0xFFF0).token('V', 1, 6, 0xFFFF));
    assertThat(tables.bit().orElseThrow().token('T').orElseThrow().leadsOutside()).isTrue();
    Finding finding = tables.findings().get(0);
    assertThat(finding.code()).isEqualTo(FindingCode.NV_BIT_POINTER);
    assertThat(finding.message()).contains("image: 2, the first is 0x54").contains("at 0xfff0.");
  }

  @Test
  void withoutExtensionImagesThereIsNoMicrocode() {
    NvidiaTables tables = Roms.with(Roms.table().falcon(0x1200));
    assertThat(tables.falconPointer()).isEqualTo(OptionalLong.of(0x1200));
    assertThat(tables.falcon()).isEmpty();
    assertThat(tables.findings()).isEmpty();
    // Within the image it has to be there.
    assertThat(Roms.with(Roms.table().falcon(0x40)).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.NV_FALCON);
  }

  @Test
  void aTableOfMicrocodeThatIsCut() {
    byte[] rom = RomForge.named("nvidia-tables");
    int table = (12 + 8 + 5) * 512 + 0x100;
    rom[table + 3] = (byte) 0xff;
    rom[table + 2] = (byte) 0xff;
    FalconTable falcon = Roms.tables(rom).falcon().orElseThrow();
    assertThat(falcon.entryCount()).isEqualTo(255);
    assertThat(falcon.entries()).hasSizeBetween(1, 20);
    rom[table] = 2;
    assertThat(Roms.tables(rom).falcon()).isEmpty();
    rom[table] = 1;
    rom[table + 2] = 5;
    assertThat(Roms.tables(rom).falcon()).isEmpty();
  }

  @Test
  void offsetsCountFromTheFile() {
    byte[] file = RomForge.start().noise(1, 0x600).bytes(RomForge.named("nvidia-tables")).build();
    RomFile rom = RomReader.read(Slice.of(file).from(0x600));
    NvidiaTables tables = Roms.tables(rom).orElseThrow();
    assertThat(tables.bit().orElseThrow().offset()).isEqualTo(0x900);
    assertThat(tables.falcon().orElseThrow().offset()).isEqualTo(0x600 + 25 * 512 + 0x100);
    assertThat(tables.bit().orElseThrow().token('B').orElseThrow().range().orElseThrow().offset())
        .isGreaterThan(0x900);
  }

  @ParameterizedTest
  @CsvSource({
    "05.43, CURIE", "60.80, TESLA", "62.79, TESLA", "70.16, TESLA", "70.26, FERMI",
    "75.19, FERMI", "80.28, KEPLER", "82.07, MAXWELL", "84.04, MAXWELL", "86.02, PASCAL",
    "88.00, VOLTA", "90.04, TURING", "92.00, AMPERE", "94.02, AMPERE", "95.02, ADA",
    "96.00, HOPPER", "98.03, BLACKWELL"
  })
  void generations(String start, Generation generation) {
    BiosVersion version = BiosVersion.in("Version " + start + ".00.00.01").orElseThrow();
    assertThat(Generation.of(version)).contains(generation);
    assertThat(Generation.beforePascal(version))
        .isEqualTo(generation.compareTo(Generation.PASCAL) < 0);
    assertThat(generation.title().toUpperCase(Locale.ROOT)).isEqualTo(generation.name());
  }

  @Test
  void versionsInTexts() {
    assertThat(BiosVersion.in("Version 1A.2b.3C.4d ").map(BiosVersion::text))
        .contains("1A.2B.3C.4D");
    assertThat(BiosVersion.in("VB Ver 80.04.5B.00.AS06")).isEmpty();
    assertThat(BiosVersion.in("80.04.5B")).isEmpty();
    assertThat(Generation.of(BiosVersion.in("de.ad.00.be.ef").orElseThrow())).isEmpty();
  }

  @Test
  void datesThatAreNone() {
    assertThat(LegacyDate.read(Slice.of("13/01/26".getBytes(StandardCharsets.US_ASCII)), 0))
        .isEmpty();
    assertThat(LegacyDate.read(Slice.of(new byte[7]), 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2", "A", "B", "C", "D", "I", "L", "M", "N", "P", "R", "S", "T", "U", "V", "c", "d", "i",
        "p", "u", "x"
      })
  void tokensHaveTitles(String id) {
    BitForge table = Roms.table().token(id.charAt(0), 1, 0, 0);
    assertThat(Roms.with(table).bit().orElseThrow().token(id.charAt(0)).orElseThrow().title())
        .isPresent();
  }
}
