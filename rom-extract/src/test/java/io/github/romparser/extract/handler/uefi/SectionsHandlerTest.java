package io.github.romparser.extract.handler.uefi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Packed;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.StoreStream;
import io.github.romparser.testdata.VolumeForge;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final byte[] RAW = SectionForge.raw(ROM);
  private static final String START = "fv " + VolumeForge.FFS2 + "/file " + Search.FILE;

  private static byte[] volume(byte[]... sections) {
    return VolumeForge.ffs2().file(FfsFileForge.sections(Search.FILE, sections)).build();
  }

  private static String path(byte[]... sections) {
    String path = Search.path(volume(sections));
    assertThat(path).startsWith(START);
    return path.substring(START.length());
  }

  @ParameterizedTest
  @CsvSource({
    "0x10, pe32",
    "0x11, pic",
    "0x12, te",
    "0x13, dxe depex",
    "0x14, version",
    "0x16, compat16",
    "0x17, fv",
    "0x19, raw",
    "0x1b, pei depex",
    "0x1c, mm depex",
    "0x20, postcode",
    "0xf0, postcode",
    "0x77, 77"
  })
  void everyTypeIsSearched(String type, String name) {
    byte[] other = SectionForge.of(0x13, new byte[3]);
    assertThat(path(other, SectionForge.of(Integer.decode(type), ROM)))
        .isEqualTo("/section " + name);
  }

  @Test
  void aRomMayStandInAnyPlaceOfASection() {
    byte[] body = RomForge.start().noise(1, 4097).bytes(ROM).noise(2, 99).build();
    assertThat(path(SectionForge.raw(body))).isEqualTo("/section raw");
  }

  @Test
  void freeformSectionsTellTheirGuid() {
    assertThat(path(SectionForge.freeform("d46346ca-82a1-4cde-9546-77c86f893888", ROM)))
        .isEqualTo("/section freeform d46346ca-82a1-4cde-9546-77c86f893888");
    // Too short for a GUID: there is nothing in it.
    assertThat(path(SectionForge.of(0x18, new byte[15]), RAW)).isEqualTo("/section raw");
  }

  @ParameterizedTest
  @CsvSource({
    SectionForge.LZMA + ", lzma",
    SectionForge.LZMA_HP + ", lzma",
    SectionForge.LZMA_X86 + ", lzma x86",
    SectionForge.TIANO + ", tiano",
    SectionForge.BROTLI + ", brotli",
    SectionForge.GZIP + ", gzip",
    SectionForge.ZLIB + ", zlib",
    SectionForge.ZLIB_2 + ", zlib"
  })
  void packedSectionsAreUnpacked(String guid, String name) {
    byte[] packed = Packed.section(guid, SectionForge.list(SectionForge.of(0x13, ROM), RAW));
    byte[] bytes = volume(packed);
    assertThat(Search.paths(Search.in(bytes)))
        .containsExactly(
            START + "/section " + name + "/section dxe depex",
            START + "/section " + name + "/section raw");
    // Alone, and behind anything, too.
    byte[] alone = RomForge.start().noise(1, 77).bytes(packed).noise(2, 50).build();
    assertThat(Search.paths(Search.in(alone)))
        .containsExactly(
            "section " + name + "/section dxe depex", "section " + name + "/section raw");
  }

  @Test
  void whatIsUnpackedNeedNotBeSections() {
    byte[] body = RomForge.start().noise(1, 100).bytes(ROM).build();
    assertThat(path(Packed.section(SectionForge.LZMA, body))).isEqualTo("/section lzma/0x0");
  }

  @Test
  void oldLzmaHasFourBytesMore() {
    byte[] lzma = RomForge.start().noise(9, 4).bytes(Packed.lzma(RAW)).build();
    assertThat(path(SectionForge.compressed(2, RAW.length, lzma)))
        .isEqualTo("/section lzma/section raw");
    assertThat(path(SectionForge.packed(SectionForge.LZMA, lzma)))
        .isEqualTo("/section lzma/section raw");
  }

  @Test
  void compressionSectionsOfAllKinds() {
    assertThat(path(SectionForge.compressed(0, RAW.length, RAW)))
        .isEqualTo("/section stored/section raw");
    assertThat(path(SectionForge.compressed(1, RAW.length, StoreStream.of(RAW))))
        .isEqualTo("/section compressed/section raw");
    assertThat(path(SectionForge.compressed(1, RAW.length, StoreStream.tiano(RAW))))
        .isEqualTo("/section compressed/section raw");
    assertThat(path(SectionForge.compressed(2, RAW.length, Packed.lzma(RAW))))
        .isEqualTo("/section lzma/section raw");
    assertThat(path(SectionForge.compressed(0x86, RAW.length, Packed.lzmaX86(RAW))))
        .isEqualTo("/section lzma x86/section raw");
    assertThat(path(SectionForge.of(1, new byte[4]), RAW)).isEqualTo("/section raw");
  }

  @Test
  void tianosGuidMayStandForTheOtherVariant() {
    assertThat(path(SectionForge.packed(SectionForge.TIANO, StoreStream.of(RAW))))
        .isEqualTo("/section tiano/section raw");
  }

  @Test
  void whatNeitherVariantGivesIsADeadEnd() {
    byte[] wrong = StoreStream.of(RAW);
    Arrays.fill(wrong, 8, 40, (byte) 0xff);
    byte[] bytes = volume(SectionForge.compressed(1, RAW.length, wrong));
    assertThat(Search.deadEnds(Search.in(bytes))).singleElement().asString().startsWith("damaged");
  }

  @Test
  void unknownCompressionsAreToldAndSearched() {
    byte[] bytes = volume(SectionForge.compressed(9, RAW.length, ROM));
    assertThat(Search.path(bytes)).isEqualTo(START + "/section compression 9");
    assertThat(Search.deadEnds(Search.in(bytes)))
        .containsExactly("unsupported: a section of compression 9");
  }

  @Test
  void unknownGuidsAreReadAsSectionsOrSearched() {
    String guid = "00000001-0002-0003-0004-000000000005";
    byte[] prefix = new byte[100];
    assertThat(path(SectionForge.guided(guid, 0, prefix, RAW)))
        .isEqualTo("/section " + guid + "/section raw");
    assertThat(path(SectionForge.guided(guid, 1, prefix, RAW)))
        .isEqualTo("/section " + guid + "/section raw");
    byte[] searched = volume(SectionForge.guided(guid, 0, prefix, ROM));
    assertThat(Search.path(searched)).isEqualTo(START + "/section " + guid);
    assertThat(Search.in(searched).deadEnds()).isEmpty();
    byte[] unsupported = volume(SectionForge.guided(guid, 1, prefix, ROM));
    assertThat(Search.path(unsupported)).isEqualTo(START + "/section " + guid);
    assertThat(Search.deadEnds(Search.in(unsupported)))
        .containsExactly("unsupported: a section of " + guid);
  }

  @Test
  void anOffsetOfTheDataThatCannotBeIsNotBelieved() {
    byte[] section = Packed.section(SectionForge.LZMA, RAW);
    for (int offset : new int[] {0, 23, 0xffff}) {
      byte[] wrong = section.clone();
      wrong[20] = (byte) offset;
      wrong[21] = (byte) (offset >> 8);
      assertThat(path(wrong)).isEqualTo("/section lzma/section raw");
    }
    assertThat(path(SectionForge.of(2, new byte[19]), RAW)).isEqualTo("/section raw");
  }

  @Test
  void signedSectionsAreOpened() {
    byte[] block = RomForge.start().noise(5, 0x210).build();
    byte[] certificate = RomForge.start().bytes(new byte[] {120, 0, 0, 0}).noise(6, 116).build();
    for (byte[] signed :
        List.of(
            SectionForge.guided(SectionForge.RSA, 1, block, RAW),
            SectionForge.guided(
                SectionForge.RSA, 1, new byte[0], RomForge.start().bytes(block).bytes(RAW).build()),
            SectionForge.guided(SectionForge.SIGNED, 1, certificate, RAW),
            SectionForge.guided(
                SectionForge.SIGNED,
                1,
                new byte[0],
                RomForge.start().bytes(certificate).bytes(RAW).build()))) {
      assertThat(path(signed)).isEqualTo("/section signed/section raw");
    }
    assertThat(path(SectionForge.guided(SectionForge.SIGNED, 0, new byte[0], ROM)))
        .isEqualTo("/section signed");
    assertThat(path(SectionForge.guided(SectionForge.SIGNED, 0, new byte[0], new byte[1]), RAW))
        .isEqualTo("/section raw");
  }

  @Test
  void longSizesAreRead() {
    assertThat(path(SectionForge.longOf(0x19, ROM))).isEqualTo("/section raw");
    assertThat(
            path(
                SectionForge.longOf(
                    2, Arrays.copyOfRange(Packed.section(SectionForge.LZMA, RAW), 4, 4000))))
        .startsWith("/section lzma");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aSectionThatIsTooShortEndsTheList(int size) {
    byte[] wrong = SectionForge.raw(ROM);
    wrong[0] = (byte) size;
    wrong[1] = 0;
    byte[] depex = SectionForge.of(0x13, new byte[4]);
    assertThat(path(depex, depex, wrong)).startsWith("/0x");
    assertThat(path(wrong)).startsWith("/0x");
  }

  @Test
  void aSectionThatSaysItIsTooLongEndsWithTheList() {
    byte[] wrong = SectionForge.raw(ROM);
    wrong[2] = 0x70;
    assertThat(path(SectionForge.of(0x13, new byte[4]), wrong)).isEqualTo("/section raw");
  }

  @Test
  void aRomThatIsNoSectionIsNotCut() {
    // The file should hold sections and holds the ROM itself, whose first bytes could be a size.
    for (int type : new int[] {0x02, 0x07, 0xc5}) {
      byte[] bytes = VolumeForge.ffs2().file(FfsFileForge.of(type, Search.FILE, ROM)).build();
      assertThat(Search.path(bytes)).startsWith(START + "/0x");
    }
    byte[] looks = RomForge.start().bytes(new byte[] {16, 0, 0, 0x19}).bytes(ROM).build();
    byte[] bytes = VolumeForge.ffs2().file(FfsFileForge.of(2, Search.FILE, looks)).build();
    assertThat(Search.digests(Search.in(bytes))).containsExactly(Search.digest(ROM));
  }

  @Test
  void emptySectionsAreNothing() {
    byte[] empty = SectionForge.raw(new byte[0]);
    Extraction extraction = Search.in(volume(empty, empty, SectionForge.compressed(1, 0, empty)));
    assertThat(extraction.roms()).isEmpty();
  }

  @Test
  void aGuidInCodeIsNoSection() {
    byte[] section = Packed.section(SectionForge.LZMA, RAW);
    byte[] code = RomForge.start().noise(4, 300).bytes(section).bytes(ROM).build();
    for (int[] change : new int[][] {{303, 0x90}, {300 + 24, 0xff}, {300 + 37, 1}, {300 + 36, 9}}) {
      byte[] changed = code.clone();
      changed[change[0]] = (byte) change[1];
      Extraction extraction = Search.in(changed);
      assertThat(Search.digests(extraction)).as("byte %d", change[0]).contains(Search.digest(ROM));
      assertThat(Search.paths(extraction)).noneMatch(path -> path.contains("section"));
    }
    for (String guid :
        List.of(
            SectionForge.TIANO,
            SectionForge.BROTLI,
            SectionForge.GZIP,
            SectionForge.ZLIB,
            SectionForge.LZMA_X86)) {
      for (int length : new int[] {0, 1, 20, 300}) {
        byte[] noise = SectionForge.packed(guid, RomForge.start().noise(3, length).build());
        assertThat(new SectionsHandler().probe(Slice.of(noise), 0, FixedAllowance.ample()))
            .as("%s %d", guid, length)
            .isEmpty();
      }
    }
  }

  @Test
  void tooManySectionsAreSearchedAsTheyAre() {
    RomForge many = RomForge.start();
    for (int i = 0; i < 17_000; i++) {
      many.bytes(new byte[] {4, 0, 0, 0x19});
    }
    byte[] body = many.bytes(RAW).build();
    byte[] bytes = VolumeForge.ffs2().file(FfsFileForge.of(2, Search.FILE, body)).build();
    assertThat(Search.digests(Search.in(bytes))).containsExactly(Search.digest(ROM));
  }
}
