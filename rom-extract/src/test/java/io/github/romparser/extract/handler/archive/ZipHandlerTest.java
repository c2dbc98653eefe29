package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.OldZipForge;
import io.github.romparser.testdata.ProgramForge;
import io.github.romparser.testdata.ZipForge;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipHandlerTest {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private static final Map<String, byte[]> TWO =
      Packer.files("dir/", new byte[0], "dir/a.rom", rom(1), "b.rom", rom(2));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void storedAndDeflated(boolean stored) {
    for (Zip64Mode wide : new Zip64Mode[] {Zip64Mode.Never, Zip64Mode.Always}) {
      Extraction found = Search.of(Packer.zip(stored, wide, TWO));
      assertThat(Search.paths(found)).containsExactly("zip: dir/a.rom", "zip: b.rom");
      assertThat(found.deadEnds()).isEmpty();
      // All of it is known.
      assertThat(found.parts()).noneMatch(part -> part.provenance().step().text().startsWith("0x"));
    }
  }

  @Test
  void bzip2XzAndLzma() throws IOException {
    assertThat(Search.paths(ZipForge.of("a", 12, 0, Packer.bzip2(rom(1)), rom(1))))
        .containsExactly("zip: a");
    assertThat(Search.paths(ZipForge.of("a", 95, 0, Packer.xz(rom(1)), rom(1))))
        .containsExactly("zip: a");
    for (boolean sized : new boolean[] {true, false}) {
      byte[] lzma = Packer.lzma(rom(1), sized);
      byte[] packed =
          new Bytes()
              .u16(0x0909)
              .u16(5)
              .bytes(Arrays.copyOf(lzma, 5))
              .bytes(Arrays.copyOfRange(lzma, 13, lzma.length))
              .array();
      assertThat(Search.paths(ZipForge.of("a", 14, sized ? 0 : 2, packed, rom(1))))
          .containsExactly("zip: a");
    }
    assertThat(Search.reasons(Search.of(ZipForge.of("a", 14, 0, new byte[5], rom(1)))))
        .containsExactly(Trouble.Reason.DAMAGED);
  }

  /** Literals of nine bits, the low bit first: what shrink begins with, and all it needs. */
  @Test
  void shrunk() {
    assertThat(Search.paths(ZipForge.of("a", 1, 0, OldZipForge.shrink(rom(1)), rom(1))))
        .containsExactly("zip: a");
  }

  @Test
  void imploded() {
    assertThat(Search.paths(ZipForge.of("a", 6, 0, OldZipForge.implode(rom(1)), rom(1))))
        .containsExactly("zip: a");
    assertThat(Search.of(ZipForge.of("a", 6, 0, new byte[] {9, 9, 9}, rom(1))).deadEnds())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 93, 98, 19})
  void unsupportedMethodsAreToldByName(int method) {
    Extraction found = Search.of(ZipForge.of("a", method, 0, Search.dull(50), rom(1)));
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.UNSUPPORTED);
    assertThat(found.deadEnds().get(0).path()).containsExactly(Search.NAME, "zip: a");
  }

  @Test
  void encryptedFilesAreToldByName() {
    for (int method : new int[] {STORED, DEFLATED, 99}) {
      Extraction found = Search.of(ZipForge.of("a", method, 1, Search.dull(50), rom(1)));
      assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.PASSWORD);
      assertThat(found.deadEnds().get(0).path()).containsExactly(Search.NAME, "zip: a");
    }
  }

  @Test
  void behindOtherBytesAndBehindAnother() {
    byte[] zip = Packer.zip(true, TWO);
    assertThat(Search.paths(join(Search.dull(333), zip, Search.dull(100)))).hasSize(2);
    byte[] other = Packer.zip(false, Packer.files("c.rom", rom(3)));
    assertThat(Search.numbers(Search.of(join(zip, other, zip)))).containsExactly(1, 2, 3);
    byte[] program = ProgramForge.start().section(".text", Search.dull(700)).overlay(other).build();
    assertThat(Search.paths(program)).containsExactly("overlay > zip: c.rom");
  }

  /** An archive in an archive has an end of its own, which is not the end of the outer one. */
  @Test
  void storedInAnother() {
    byte[] inner = Packer.zip(true, Packer.files("in.rom", rom(1)));
    byte[] outer = Packer.zip(true, Packer.files("in.zip", inner, "out.rom", rom(2)));
    assertThat(Search.paths(outer)).containsExactly("zip: in.zip > zip: in.rom", "zip: out.rom");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutCentralDirectory(boolean stored) {
    byte[] zip = Packer.zip(stored, TWO);
    int central = indexOf(zip, 0x02014b50);
    Extraction found = Search.of(Arrays.copyOf(zip, central));
    assertThat(Search.paths(found)).containsExactly("zip: dir/a.rom", "zip: b.rom");
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.DAMAGED);
    // A central directory that leads nowhere is as good as none.
    byte[] wrong = zip.clone();
    wrong[zip.length - 6] ^= 0x40;
    assertThat(Search.numbers(Search.of(wrong))).containsExactly(1, 2);
  }

  /** Sizes behind a stored file are found by what stands in front of them. */
  @Test
  void storedWithItsSizesBehindIt() {
    byte[] name = {'a'};
    byte[] local =
        new Bytes()
            .u32(0x04034b50)
            .u16(20)
            .u16(8)
            .u16(0)
            .u32(0)
            .u32(0)
            .u32(0)
            .u32(0)
            .u16(1)
            .u16(0)
            .bytes(name)
            .bytes(rom(1))
            .array();
    byte[] behind =
        new Bytes().u32(0x08074b50).u32(Packer.crc32(rom(1))).u32(1024).u32(1024).array();
    Extraction found = Search.of(join(local, behind));
    assertThat(Search.paths(found)).containsExactly("zip: a");
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.DAMAGED);
    assertThat(Search.numbers(Search.of(local))).containsExactly(1);
  }

  /** What looks like the sizes behind a file, but tells others. */
  @Test
  void sizesInTheMidstOfAFile() {
    byte[] false1 = new Bytes().u32(0x08074b50).u32(0).u32(9).u32(9).array();
    byte[] content = join(false1, rom(1), new Bytes().u32(0x08074b50).u8(1).array());
    byte[] local =
        new Bytes()
            .u32(0x04034b50)
            .u16(20)
            .u16(9)
            .u16(8)
            .u32(0)
            .u32(0)
            .u32(0)
            .u32(0)
            .u16(1)
            .u16(0)
            .text("a")
            .bytes(content)
            .array();
    byte[] behind =
        new Bytes().u32(0x08074b50).u32(0).u32(content.length).u32(content.length).array();
    Extraction found = Search.of(join(local, behind));
    assertThat(Search.reasons(found)).contains(Trouble.Reason.PASSWORD);
  }

  /** Sizes of which the header says that they stand in the extra field, where they do not fit. */
  @Test
  void hugeSizes() {
    byte[] extra = new Bytes().u16(1).u16(16).u64(-1).u64(-1).array();
    byte[] local =
        new Bytes()
            .u32(0x04034b50)
            .u16(45)
            .u16(0)
            .u16(0)
            .u32(0)
            .u32(0)
            .u32(-1)
            .u32(-1)
            .u16(1)
            .u16(extra.length)
            .text("a")
            .bytes(extra)
            .bytes(rom(1))
            .array();
    Extraction found = Search.of(local);
    assertThat(Search.numbers(found)).containsExactly(1);
    assertThat(Search.reasons(found)).contains(Trouble.Reason.TRUNCATED);
  }

  @Test
  void sizesAndSumsThatLieAreTold() {
    byte[] zip = ZipForge.of("a", DEFLATED, 0, Packer.deflate(rom(1)), rom(2));
    Extraction found = Search.of(zip);
    assertThat(Search.numbers(found)).containsExactly(1);
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.DAMAGED);
    // The local header says one byte, the central directory knows better.
    byte[] lying = ZipForge.of("a", DEFLATED, 0, Packer.deflate(rom(1)), rom(1));
    lying[18] = 1;
    lying[19] = 0;
    assertThat(Search.numbers(Search.of(lying))).containsExactly(1);
  }

  @Test
  void filesThatShareTheirBytesAreDecodedOnce() {
    byte[] packed = Packer.deflate(new byte[10 << 20]);
    byte[] one = ZipForge.of("a", DEFLATED, 0, packed, new byte[10 << 20]);
    int start = indexOf(one, 0x02014b50);
    byte[] header = Arrays.copyOfRange(one, start, one.length - 22);
    int count = 30_000;
    Bytes all = new Bytes().bytes(Arrays.copyOf(one, start));
    for (int i = 0; i < count; i++) {
      all.bytes(header);
    }
    all.u32(0x06054b50).u32(0).u16(count).u16(count);
    all.u32((long) header.length * count).u32(start).u16(0);
    Extraction found = Search.of(all.array());
    assertThat(found.parts().size()).isLessThan(10);
    assertThat(Search.reasons(found)).hasSize(64).containsOnly(Trouble.Reason.DAMAGED);
  }

  @Test
  void aHeaderThatTheDirectoryLeadsToMayBeGone() {
    byte[] zip = Packer.zip(true, TWO);
    int second = indexOf(zip, 0x04034b50, 40);
    zip[second] = 'X';
    Extraction found = Search.of(zip);
    assertThat(Search.reasons(found)).contains(Trouble.Reason.DAMAGED);
    assertThat(Search.numbers(found)).contains(2);
  }

  @Test
  void namesAreKeptAsTheyAre() {
    assertThat(Search.paths(ZipForge.of("../../etc/x", STORED, 0, rom(1), rom(1))))
        .containsExactly("zip: ../../etc/x");
    byte[] latin = ZipForge.of("x?", STORED, 0, rom(1), rom(1));
    for (int i = 0; i < latin.length; i++) {
      latin[i] = latin[i] == '?' ? (byte) 0xe4 : latin[i];
    }
    assertThat(Search.paths(latin)).containsExactly("zip: x\u00e4");
  }

  @Test
  void aThousandFiles() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 1000; i++) {
      files.put("f" + i, rom(i % 200));
    }
    assertThat(Search.of(Packer.zip(false, files)).roms()).hasSize(200);
  }

  private static int indexOf(byte[] bytes, int magic) {
    return indexOf(bytes, magic, 0);
  }

  private static int indexOf(byte[] bytes, int magic, int from) {
    Slice slice = Slice.of(bytes);
    for (int i = from; slice.has(i, 4); i++) {
      if (slice.u32(i) == magic) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
