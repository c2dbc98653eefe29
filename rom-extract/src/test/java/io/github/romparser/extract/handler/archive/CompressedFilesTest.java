package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Part;
import io.github.romparser.extract.spi.Trouble;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** gzip, bzip2, xz and .lzma. */
final class CompressedFilesTest {

  /** A ROM behind so much noise that no piece of it is small. */
  private static byte[] large() {
    byte[] noise = new byte[60_000];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == 0x55 ? 0 : noise[i];
    }
    return join(noise, rom(4));
  }

  private static byte[] pack(String format, byte[] content) {
    return switch (format) {
      case "gzip" -> Packer.gzip(content);
      case "bzip2" -> Packer.bzip2(content);
      case "xz" -> Packer.xz(content);
      default -> Packer.lzma(content, true);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2", "xz", "lzma"})
  void alone(String format) {
    Extraction found = Search.of(pack(format, rom(1)));
    assertThat(Search.paths(found)).containsExactly(format);
    assertThat(found.deadEnds()).isEmpty();
    assertThat(Search.numbers(Search.of(pack(format, large())))).containsExactly(4);
  }

  @Test
  void lzmaWithAnEndMark() {
    assertThat(Search.paths(Packer.lzma(rom(1), false))).containsExactly("lzma");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2", "xz", "lzma"})
  void whatFollowsIsSearchedToo(String format) {
    Extraction found = Search.of(join(pack(format, rom(1)), Search.dull(9), rom(2)));
    assertThat(Search.numbers(found)).containsExactly(1, 2);
    assertThat(found.deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2", "xz"})
  void inTheMidst(String format) {
    byte[] blob =
        join(Search.dull(100), pack(format, rom(1)), Search.dull(9), pack(format, rom(2)));
    assertThat(Search.numbers(Search.of(blob))).containsExactly(1, 2);
  }

  /** One ROM, its halves in two members that are one file. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2", "xz"})
  void membersAreOneFile(String format) {
    byte[] first = pack(format, Arrays.copyOf(rom(1), 600));
    byte[] second = pack(format, Arrays.copyOfRange(rom(1), 600, 1024));
    assertThat(Search.paths(join(first, second))).containsExactly(format);
    if (format.equals("xz")) {
      assertThat(Search.paths(join(first, new byte[8], second))).containsExactly(format);
    }
  }

  @Test
  void headersOfGzip() {
    byte[] plain = Packer.gzip(rom(1));
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    byte[] head = new Bytes().u8(0x1f).u8(0x8b).u8(8).u8(0x1e).u32(7).u8(2).u8(3).array();
    byte[] named =
        join(
            head,
            new Bytes().u16(3).text("abc").text("dir/a.rom\0").text("a comment\0").u16(0).array(),
            rest);
    assertThat(Search.paths(named)).containsExactly("gzip: dir/a.rom");
    byte[] endless = new Bytes().bytes(head).u16(3).text("abc").text("x".repeat(9000)).array();
    assertThat(Search.paths(join(endless, rom(1)))).hasSize(1);
    byte[] comment = new Bytes().bytes(head).u16(3).text("abc\0").text("x".repeat(9000)).array();
    assertThat(Search.paths(join(comment, rom(1)))).hasSize(1);
    byte[] extra = new Bytes().u8(0x1f).u8(0x8b).u8(8).u8(4).u32(7).u8(2).u8(3).u8(9).array();
    assertThat(Search.of(extra).deadEnds()).isEmpty();
    for (int[] wrong : new int[][] {{2, 7}, {3, 0x20}, {8, 1}, {9, 77}}) {
      byte[] bad = plain.clone();
      bad[wrong[0]] = (byte) wrong[1];
      assertThat(Search.of(bad).parts()).noneMatch(Part::decoded);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2", "xz"})
  void whatIsCutOffIsDecodedAsFarAsItGoes(String format) {
    byte[] packed = pack(format, join(rom(1), large()));
    Extraction found = Search.of(Arrays.copyOf(packed, packed.length - 5));
    assertThat(found.deadEnds()).isNotEmpty();
    if (!format.equals("bzip2")) {
      // bzip2 sorts a block of up to 900,000 bytes, so that it is all or nothing.
      assertThat(Search.numbers(found)).contains(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2", "xz"})
  void whatIsDamagedIsTold(String format) {
    byte[] packed = pack(format, join(rom(1), large(), large()));
    packed[packed.length * 3 / 4] ^= 0x10;
    Extraction found = Search.of(packed);
    assertThat(Search.reasons(found)).contains(Trouble.Reason.DAMAGED);
  }

  @Test
  void aSumOfGzipThatIsWrongIsTold() {
    byte[] packed = Packer.gzip(rom(1));
    packed[packed.length - 8] ^= 1;
    Extraction found = Search.of(join(packed, Packer.gzip(rom(2))));
    assertThat(Search.numbers(found)).containsExactly(1, 2);
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.DAMAGED);
    byte[] cut = Arrays.copyOf(packed, packed.length - 3);
    assertThat(Search.reasons(Search.of(cut))).containsExactly(Trouble.Reason.TRUNCATED);
  }

  /** The end mark of bzip2 may begin at any bit; sizes from 1 on bring it to all of them. */
  @Test
  void theEndOfBzip2IsFoundAtEveryBit() {
    for (int size = 1; size < 60; size++) {
      byte[] packed = Packer.bzip2(Arrays.copyOf(large(), size));
      byte[] blob = join(packed, rom(size % 8), Search.dull(20));
      assertThat(Bzip2Layout.end(Slice.of(blob), 0, TestAllowance.ample()))
          .isEqualTo(packed.length);
    }
  }

  @Test
  void theEndOfXzIsFound() {
    for (int size : new int[] {0, 1, 5, 1024, 70_000, 3_000_000}) {
      byte[] packed = Packer.xz(Arrays.copyOf(large(), size));
      byte[] blob = join(packed, Search.dull(100));
      assertThat(XzLayout.end(Slice.of(blob), 0, TestAllowance.ample())).isEqualTo(packed.length);
    }
  }

  @Test
  void whatOnlyLooksLikeLzmaIsNot() {
    byte[] good = Packer.lzma(rom(1), true);
    for (int[] wrong :
        new int[][] {{3, 0x7f}, {4, 0x7f}, {12, 1}, {12, 0x80}, {13, 1}, {20, 0x55}}) {
      byte[] bad = good.clone();
      bad[wrong[0]] = (byte) wrong[1];
      Extraction found = Search.of(bad);
      assertThat(found.roms()).isEmpty();
      assertThat(found.deadEnds()).isEmpty();
    }
    assertThat(Search.of(Arrays.copyOf(good, 13)).deadEnds()).isEmpty();
  }

  /** 4 GiB are promised; nobody takes the memory for them. */
  @Test
  void aHugePromiseOfLzmaIsRefused() {
    byte[] bad = Packer.lzma(rom(1), true);
    bad[9] = 1;
    assertThat(Search.of(bad).roms()).isEmpty();
  }
}
