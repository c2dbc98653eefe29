package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.extract.Extraction;
import io.github.romparser.testdata.CapsuleForge;
import io.github.romparser.testdata.CsmTableForge;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.FlashForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.StoreStream;
import io.github.romparser.testdata.VolumeForge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same ROM in every place in which firmware has one: it is found in all of them. */
class PlacesTest {
  private static final String TYPE = "00000001-0002-0003-0004-000000000005";
  private static final String NVRAM = "fff12b8d-7696-4c8b-a985-2747075b4f50";
  private static final byte[] ROM = Search.rom();

  private static byte[] volume(FfsFileForge... files) {
    VolumeForge volume = VolumeForge.ffs2();
    for (FfsFileForge file : files) {
      volume.file(file);
    }
    return volume.room(100).build();
  }

  private static byte[] sections(byte[]... sections) {
    return volume(
        FfsFileForge.sections(Search.FILE, sections), FfsFileForge.raw(TYPE, new byte[100]));
  }

  private static byte[] behind(int length, byte[] bytes) {
    return RomForge.start().noise(length, length).bytes(bytes).noise(length + 1, 33).build();
  }

  private static Map<String, byte[]> places() {
    Map<String, byte[]> places = new LinkedHashMap<>();
    byte[] raw = SectionForge.raw(ROM);
    places.put("raw file", volume(FfsFileForge.raw(Search.FILE, ROM)));
    places.put("raw file, not at its start", volume(FfsFileForge.raw(TYPE, behind(48, ROM))));
    places.put("deleted file", volume(FfsFileForge.raw(Search.FILE, ROM).deleted()));
    places.put("pad", volume(FfsFileForge.pad(behind(8, ROM))));
    places.put("free space", VolumeForge.ffs2().free(999).bytes(ROM).room(99).build());
    places.put(
        "rom hole",
        volume(FfsFileForge.raw("05ca01ff-0fc1-11dc-9011-00173153eba8", behind(500, ROM))));
    places.put("oem file", volume(FfsFileForge.of(0xc1, Search.FILE, ROM)));
    places.put("nvram", VolumeForge.of(NVRAM).bytes(behind(77, ROM)).build());
    for (int type : new int[] {0x10, 0x11, 0x12, 0x14, 0x16, 0x19, 0x20}) {
      places.put("section " + type, sections(SectionForge.of(type, behind(5, ROM))));
    }
    places.put("freeform", sections(SectionForge.freeform(TYPE, ROM), SectionForge.name("Video")));
    places.put(
        "volume in a section",
        sections(SectionForge.of(0x17, volume(FfsFileForge.raw(TYPE, ROM)))));
    places.put("crc32", sections(SectionForge.crc32(raw)));
    places.put("stored", sections(SectionForge.compressed(0, raw.length, raw)));
    byte[] other = SectionForge.raw(behind(9, ROM));
    places.put(
        "efi 1.1", sections(SectionForge.compressed(1, other.length, StoreStream.of(other))));
    places.put("tiano", sections(SectionForge.compressed(1, raw.length, StoreStream.tiano(raw))));
    places.put("customized", sections(SectionForge.compressed(2, raw.length, Packed.lzma(raw))));
    for (String guid :
        List.of(
            SectionForge.LZMA,
            SectionForge.LZMA_HP,
            SectionForge.LZMA_X86,
            SectionForge.TIANO,
            SectionForge.BROTLI,
            SectionForge.GZIP,
            SectionForge.ZLIB,
            SectionForge.ZLIB_2)) {
      places.put(
          "packed " + guid,
          sections(Packed.section(guid, SectionForge.raw(behind(places.size(), ROM)))));
    }
    byte[] csm =
        CsmTableForge.start()
            .record(1, 0, 0, RomForge.start().noise(3, 0x104).build())
            .record(0x20, 0x10de, 0x1c8d, ROM)
            .build();
    places.put("csmcore", volume(FfsFileForge.sections(CsmTableForge.FILE, SectionForge.raw(csm))));
    places.put("before a volume", RomForge.start().bytes(ROM).bytes(volume()).build());
    places.put("behind a volume", RomForge.start().bytes(volume()).bytes(ROM).build());
    byte[] inside = volume(FfsFileForge.raw(Search.FILE, ROM));
    places.put("efi capsule", CapsuleForge.of(CapsuleForge.EFI, 28, inside));
    places.put("lenovo capsule", CapsuleForge.of(CapsuleForge.LENOVO, 80, inside));
    places.put("toshiba capsule", CapsuleForge.toshiba(inside));
    places.put("aptio capsule", CapsuleForge.aptio(true, 0x400, inside));
    places.put("unknown capsule", CapsuleForge.of(TYPE, 32, inside));
    places.put("fmp driver", CapsuleForge.fmp(List.of(behind(4, ROM)), List.of()));
    places.put(
        "fmp payload",
        CapsuleForge.fmp(List.of(), List.of(CapsuleForge.payload(3, TYPE, true, true, inside))));
    places.put(
        "flash", FlashForge.size(0x8000).region(1, 0x2000, 0x6000).put(0x3000, inside).build());
    return places;
  }

  static Stream<Arguments> placesOneByOne() {
    return places().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("placesOneByOne")
  void theRomIsFound(String name, byte[] place) {
    Extraction extraction = Search.in(place);
    assertThat(Search.digests(extraction)).containsExactly(Search.digest(ROM));
    assertThat(extraction.roms().get(0).sources()).hasSize(1);
    assertThat(extraction.deadEnds()).isEmpty();
    assertThat(extraction.verdict()).isIn(ExtractVerdict.FOUND, ExtractVerdict.ALREADY_A_ROM);
  }

  @Test
  void allOfThemInOneFileAreOneRomWithManySources() {
    RomForge all = RomForge.start();
    for (byte[] place : places().values()) {
      // The flash image, which reaches to the end of the file, is the last.
      all.bytes(place).pad(-place.length & 7, 0xff);
    }
    Extraction extraction = Search.in(all.build());
    assertThat(Search.digests(extraction)).containsExactly(Search.digest(ROM));
    assertThat(extraction.roms().get(0).sources()).hasSize(places().size());
  }

  @Test
  void romsOfTheSameDeviceAreToldApart() {
    byte[] other =
        RomForge.start().image(ImageForge.legacy(6, 0x10de, 0x1c8d).seed(9).last()).build();
    byte[] bytes = volume(FfsFileForge.raw(Search.FILE, ROM), FfsFileForge.raw(Search.FILE, other));
    assertThat(Search.digests(Search.in(bytes)))
        .containsExactly(Search.digest(ROM), Search.digest(other));
  }

  @Test
  void romsWithoutLegacyCodeAreFound() {
    byte[] efi =
        RomForge.start().image(ImageForge.efi(16, 0x1002, 0x1435, PeForge.x64()).last()).build();
    byte[] bytes = sections(Packed.section(SectionForge.LZMA, SectionForge.raw(efi)));
    assertThat(Search.digests(Search.in(bytes))).containsExactly(Search.digest(efi));
  }
}
