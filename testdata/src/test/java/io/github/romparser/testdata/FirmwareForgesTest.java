package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Volumes, capsules and what else firmware stands in, field by field. */
class FirmwareForgesTest {
  private static final String GUID = "00112233-4455-6677-8899-aabbccddeeff";

  private static String hex(byte[] bytes, int from, int length) {
    return HexFormat.of().formatHex(bytes, from, from + length);
  }

  @Test
  void guidsAreMixedEndian() {
    assertThat(hex(GuidForge.bytes(GUID), 0, 16)).isEqualTo("33221100554477668899aabbccddeeff");
  }

  @Test
  void aVolumeSumsToNothing() {
    for (VolumeForge forge :
        new VolumeForge[] {VolumeForge.ffs1(), VolumeForge.ffs2().named(GUID).room(500)}) {
      byte[] volume = forge.file(FfsFileForge.raw(GUID, new byte[21])).build();
      int sum = 0;
      for (int at = 0; at < VolumeForge.HEADER; at += 2) {
        sum += Walk.u16(volume, at);
      }
      assertThat(sum & 0xFFFF).isZero();
      assertThat(Walk.u32(volume, 32)).isEqualTo(volume.length);
      assertThat(Walk.u32(volume, 56) * Walk.u32(volume, 60)).isEqualTo(volume.length);
      assertThat(new String(volume, 40, 4, StandardCharsets.US_ASCII)).isEqualTo("_FVH");
    }
  }

  @Test
  void theHeaderOfAFileSumsToNothing() {
    byte[] body = {1, 2, 3};
    for (FfsFileForge forge :
        new FfsFileForge[] {
          FfsFileForge.raw(GUID, body),
          FfsFileForge.raw(GUID, body).large(),
          FfsFileForge.raw(GUID, body).lenovo()
        }) {
      byte[] file = forge.build(2, 0xFF);
      int header = file.length - body.length;
      assertThat(Canvas.sum(file, 0, header) - 0xAA - 0xF8 & 0xFF).isZero();
      assertThat(file[17]).isEqualTo((byte) 0xAA);
      assertThat(file[23]).isEqualTo((byte) 0xF8);
      assertThat(Arrays.copyOfRange(file, header, file.length)).isEqualTo(body);
    }
    byte[] tail = FfsFileForge.raw(GUID, body).tail().build(1, 0);
    assertThat(Walk.u16(tail, 27)).isEqualTo(~Walk.u16(tail, 16) & 0xFFFF);
    assertThat(tail[23]).isEqualTo((byte) 0x07);
    byte[] wrong = FfsFileForge.raw(GUID, body).unsummed().deleted().claim(5).build(2, 0xFF);
    assertThat(Canvas.sum(wrong, 0, 24) - 0xAA - 0xE8 & 0xFF).isEqualTo(1);
    assertThat(hex(wrong, 20, 4)).isEqualTo("050000e8");
  }

  @Test
  void sectionsBeginAtFourBytes() {
    byte[] list = SectionForge.list(SectionForge.raw(new byte[1]), SectionForge.name("A"));
    assertThat(hex(list, 0, list.length)).isEqualTo("0500001900000000080000154100" + "0000");
    assertThat(hex(SectionForge.longOf(0x19, new byte[1]), 0, 9)).isEqualTo("ffffff190900000000");
    byte[] crc = SectionForge.crc32(new byte[4]);
    assertThat(Walk.u16(crc, 20)).isEqualTo(28);
    assertThat(Walk.u32(crc, 24)).isEqualTo(0x2144DF1C);
  }

  @Test
  void brotliStoresBlocks() {
    assertThat(hex(BrotliStore.of(new byte[0]), 0, 1)).isEqualTo("06");
    // Window 16 (one bit), not last, four digits, length less one, stored; then the bytes, the end.
    assertThat(hex(BrotliStore.of(new byte[] {1, 2}), 0, 6)).isEqualTo("100010010203");
    assertThat(BrotliStore.of(new byte[70_000])).hasSize(70_000 + 3 + 3 + 1);
  }

  @Test
  void capsulesTellTheirSizes() {
    byte[] body = new byte[10];
    assertThat(hex(CapsuleForge.of(CapsuleForge.EFI, 28, body), 16, 12))
        .isEqualTo("1c0000000000000026000000");
    assertThat(hex(CapsuleForge.toshiba(body), 16, 12)).isEqualTo("1c0000002600000000000100");
    assertThat(Walk.u16(CapsuleForge.aptio(false, 0x40, body), 28)).isEqualTo(0x40);
    byte[] fmp =
        CapsuleForge.fmp(
            java.util.List.of(body),
            java.util.List.of(CapsuleForge.payload(1, GUID, true, true, body)));
    assertThat(hex(fmp, 32, 24)).isEqualTo("010000000100010018000000000000002200000000000000");
  }

  @Test
  void theDescriptorNamesRegions() {
    byte[] flash =
        FlashForge.size(0x4000).region(1, 0x1000, 0x2000).put(0x1000, new byte[1]).build();
    assertThat(hex(flash, 0x10, 4)).isEqualTo("5aa5f00f");
    assertThat(hex(flash, 0x40, 8)).isEqualTo("0000000001000200");
    assertThat(hex(FlashForge.size(0x1000).old().build(), 0, 4)).isEqualTo("5aa5f00f");
    assertThatThrownBy(() -> FlashForge.size(0x1000).put(0xFFF, new byte[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void recordsOfTheCompatibilityModule() {
    byte[] table = CsmTableForge.start().record(0x20, 0x10DE, 0x1C8D, new byte[] {7}).build();
    assertThat(hex(table, 0, table.length)).isEqualTo("2000de108d1c0100000007");
  }
}
