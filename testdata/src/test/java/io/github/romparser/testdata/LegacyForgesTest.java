package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Old BIOSes, archives and updates, field by field. */
class LegacyForgesTest {
  private static final byte[] CONTENT = "123456789".getBytes(StandardCharsets.US_ASCII);

  private static String hex(byte[] bytes, int from, int length) {
    return HexFormat.of().formatHex(bytes, from, from + length);
  }

  @Test
  void lhaHeadersOfLevels0And1() {
    byte[] zero = LhaForge.file("ab", CONTENT).level(0).stored().build();
    // Length and sum; method; sizes; time; attribute, level, name; the check value of the CRC.
    assertThat(hex(zero, 0, 1)).isEqualTo("18");
    assertThat(zero[1]).isEqualTo((byte) Canvas.sum(zero, 2, 26));
    assertThat(hex(zero, 2, 24))
        .isEqualTo(
            "2d6c68302d" + "09000000" + "09000000" + "00000050" + "2000" + "026162" + "3dbb");
    byte[] one = LhaForge.file("ab", CONTENT).stored().folder("d").build();
    assertThat(hex(one, 7, 4)).isEqualTo("0e000000");
    assertThat(hex(one, 24, 10)).isEqualTo("3dbb" + "4d" + "0500" + "0264ff" + "0000");
    assertThat(Arrays.copyOfRange(one, 34, 43)).isEqualTo(CONTENT);
    byte[] wrong = LhaForge.file("ab", CONTENT).stored().wrongHeader().build();
    assertThat(wrong[1]).isEqualTo((byte) (Canvas.sum(wrong, 2, 29) + 1));
  }

  @Test
  void lhaHeadersOfLevels2And3() {
    byte[] two = LhaForge.file("ab", CONTENT).level(2).stored().headerCrc().build();
    assertThat(hex(two, 0, 2)).isEqualTo("2400");
    assertThat(hex(two, 19, 7)).isEqualTo("20023dbb4d0500");
    assertThat(hex(two, 29, 7)).isEqualTo("0500" + "016162" + "0000");
    int crc = Walk.u16(two, 27);
    Arrays.fill(two, 27, 29, (byte) 0);
    assertThat(crc).isEqualTo(LhaForge.crc(Arrays.copyOf(two, 36)));
    byte[] three = LhaForge.file("ab", CONTENT).level(3).wide().stored().build();
    assertThat(hex(three, 24, 8)).isEqualTo("3c00000007000000");
    assertThat(hex(three, 7, 8)).isEqualTo("0700000007000000");
    assertThat(hex(three, 39, 17)).isEqualTo("42" + "0900000000000000" + "0900000000000000");
    assertThat(LhaForge.archive(LhaForge.file("a", CONTENT))).endsWith((byte) 0);
  }

  @Test
  void lzssSaysRunsOnce() {
    byte[] packed = LzssForge.pack("abbbbbc".getBytes(StandardCharsets.US_ASCII));
    // Bytes a and b, a repetition of four from 0xfef, a byte.
    assertThat(hex(packed, 0, packed.length)).isEqualTo("0b" + "6162" + "eff1" + "63");
  }

  @Test
  void awardPutsASumBetweenModules() {
    LhaForge module = LhaForge.file("a", CONTENT);
    byte[] bytes = module.build();
    byte[] image = AwardForge.size(0x2000).module(module).module(module).build();
    assertThat(image[bytes.length]).isEqualTo((byte) Canvas.sum(bytes, 0, bytes.length));
    assertThat(Arrays.copyOfRange(image, bytes.length + 1, 2 * bytes.length + 1)).isEqualTo(bytes);
  }

  @Test
  void amiPartsKnowTheOneBefore() {
    byte[] image = AmiBiosForge.size(0x10000).stored(1, 2, CONTENT).stored(3, 4, CONTENT).build();
    assertThat(hex(image, 0x400, 12)).isEqualTo("ffffffff" + "0900" + "0180" + "02000000");
    assertThat(hex(image, 0x418, 12)).isEqualTo("000400f0" + "0900" + "0380" + "04000000");
    assertThat(hex(image, 0xfe00, 22)).endsWith("180400f0");
  }

  @Test
  void phoenixModulesKnowTheOneBefore() {
    byte[] image =
        PhoenixForge.size(0x4000)
            .module('B', 1, PhoenixForge.STORED, CONTENT)
            .module('R', 2, PhoenixForge.LZINT, CONTENT)
            .build();
    assertThat(hex(image, 0x1000, 11)).isEqualTo("00000000" + "003131" + "01421b00");
    assertThat(hex(image, 0x1024, 11)).isEqualTo("00d0ffff" + "003131" + "02521b05");
    assertThat(hex(image, 0x103f, 4)).isEqualTo("09000000");
    assertThat(hex(image, 0x400 + 22 + 0x77, 4)).isEqualTo("24d0ffff");
  }

  @Test
  void phoenixFilesHaveTheirNamesInTwo() {
    byte[] file = PhoenixForge.file(1, "vbios.rom", CONTENT);
    assertThat(hex(file, 0, 24))
        .isEqualTo("f8000000" + "21000001" + "7662696f732e726f" + "ff" + "6d000000000000");
    assertThat(hex(PhoenixForge.packedSection(CONTENT), 3, 9)).matches("01....0000090000.*");
  }

  @Test
  void toshibasBlocks() {
    assertThat(hex(ToshibaForge.run('x', 3), 0, 6)).isEqualTo("01000003" + "3c00");
    // 255 nodes, 256 leaves of nine bits, and the bytes themselves.
    assertThat(ToshibaForge.stream(CONTENT)).hasSize(4 + (255 + 256 * 9 + 72 + 7) / 8 + 1);
  }

  @Test
  void applesNumbersAreBigEndian() {
    byte[] pbzx = PbzxForge.start().chunk(0x1_0000_0002L, 3, new byte[3]).build();
    assertThat(hex(pbzx, 12, 16)).isEqualTo("0000000100000002" + "0000000000000003");
    byte[] im4p = Im4pForge.of(2, "mefi", CONTENT);
    assertThat(hex(im4p, 0, 16)).isEqualTo("30820026" + "1604494d3450" + "16046d656669");
  }
}
