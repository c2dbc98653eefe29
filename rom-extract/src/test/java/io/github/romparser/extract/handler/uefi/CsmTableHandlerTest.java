package io.github.romparser.extract.handler.uefi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Packed;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.CsmTableForge;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.VolumeForge;
import org.junit.jupiter.api.Test;

class CsmTableHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final String START =
      "fv " + VolumeForge.FFS2 + "/file " + CsmTableForge.FILE + " (CSMCORE)";

  private static byte[] raw(byte[] table) {
    return VolumeForge.ffs2().file(FfsFileForge.raw(CsmTableForge.FILE, table)).build();
  }

  private static CsmTableForge table() {
    return CsmTableForge.start()
        .record(1, 0, 0, RomForge.start().noise(1, 0x106).build())
        .record(0x20, 0x10de, 0x1c8d, ROM);
  }

  @Test
  void recordsTellTheirIds() {
    byte[] table = table().record(3, 0, 0, new byte[5]).build();
    assertThat(Search.path(raw(table))).isEqualTo(START + "/csmcore 10de:1c8d");
  }

  @Test
  void theTableIsFoundBehindPackedSections() {
    byte[] sections =
        SectionForge.list(SectionForge.of(0x10, new byte[9]), SectionForge.raw(table().build()));
    byte[] bytes =
        VolumeForge.ffs2()
            .file(
                FfsFileForge.sections(
                    CsmTableForge.FILE, Packed.section(SectionForge.LZMA, sections)))
            .build();
    assertThat(Search.path(bytes)).isEqualTo(START + "/section lzma/section raw/csmcore 10de:1c8d");
  }

  @Test
  void recordsMayHaveSeveralIds() {
    byte[] more = RomForge.start().noise(2, 12).bytes(ROM).build();
    byte[] table = CsmTableForge.start().claiming(0xa002, 0x10de, 0x1c8d, ROM.length, more).build();
    assertThat(Search.path(raw(table))).isEqualTo(START + "/csmcore 10de:1c8d");
  }

  @Test
  void theLastRecordMayBeTheRest() {
    byte[] table = CsmTableForge.start().claiming(0x20, 0x10de, 1, 0xffff_ffffL, ROM).build();
    assertThat(Search.path(raw(table))).isEqualTo(START + "/csmcore 10de:0001");
  }

  @Test
  void whatIsNoRecordIsSearched() {
    assertThat(Search.path(raw(ROM))).startsWith(START + "/0x");
    byte[] tooLong = CsmTableForge.start().claiming(0x20, 1, 2, ROM.length + 1, ROM).build();
    assertThat(Search.path(raw(tooLong))).startsWith(START + "/0x");
    byte[] behind = RomForge.start().bytes(table().build()).bytes(Search.rom(7)).build();
    assertThat(Search.digests(Search.in(raw(behind)))).hasSize(2);
    byte[] many = CsmTableForge.start().claiming(0xa0ff, 1, 2, 0xffff_ffffL, new byte[100]).build();
    assertThat(Search.in(raw(many)).roms()).isEmpty();
  }

  @Test
  void recordsWithoutBytesAreNothing() {
    CsmTableForge table = CsmTableForge.start();
    for (int i = 0; i < 5000; i++) {
      table.record(0, 0, 0, new byte[0]);
    }
    assertThat(Search.path(raw(table.record(0x20, 1, 2, ROM).build()))).startsWith(START + "/0x");
  }

  @Test
  void itIsNeverRecognisedByItself() {
    CsmTableHandler handler = new CsmTableHandler();
    assertThat(handler.magics()).isEmpty();
    assertThat(handler.probe(Slice.of(table().build()), 0, FixedAllowance.ample())).isEmpty();
  }
}
