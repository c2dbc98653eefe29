package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.testdata.CabForge;
import io.github.romparser.testdata.LzxForge;
import io.github.romparser.testdata.ProgramForge;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cabinets: names, methods, sets, and all that may be wrong. */
class CabHandlerTest {
  private static final byte[] ROM = Search.rom();

  /** Bytes without much order, so that blocks do not become small. */
  private static byte[] filler(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ((i * 31 + (i >> 7) * 17) & 0x3f);
    }
    return bytes;
  }

  private static CabForge of(int method) {
    return method == 3
        ? CabForge.start().lzx(17, 0, new LzxForge.Block(LzxForge.ALIGNED, 50_000, 1))
        : CabForge.of(method);
  }

  @ParameterizedTest
  @ValueSource(ints = {CabForge.STORED, CabForge.MSZIP, 3})
  void everyMethodOverSeveralBlocks(int method) {
    byte[] cab =
        of(method)
            .file("first", filler(40_000))
            .file("dir\\sub\\flash.rom", ROM)
            .file("last", filler(70_000))
            .build();
    assertThat(Search.path(cab)).isEqualTo("cab: dir/sub/flash.rom");
    assertThat(Search.in(cab).deadEnds()).isEmpty();
    // In the midst of others, and with bytes behind.
    byte[] among = Search.join(filler(777), cab, filler(99));
    assertThat(Search.path(among)).isEqualTo("cab: dir/sub/flash.rom");
  }

  @Test
  void behindPrograms() {
    byte[] cab = CabForge.of(CabForge.MSZIP).file("a.rom", ROM).build();
    byte[] exe = ProgramForge.start().section(".text", new byte[99]).overlay(cab).build();
    assertThat(Search.path(exe)).isEqualTo("overlay > cab: a.rom");
    byte[] inside = ProgramForge.start().section(".text", filler(99)).resource(10, 3, cab).build();
    assertThat(Search.path(inside)).isEqualTo("section .rsrc/resource RCDATA/3 > cab: a.rom");
  }

  @Test
  void foldersReservesAndNames() {
    byte[] cab =
        CabForge.of(CabForge.STORED)
            .reserve(20)
            .file("a", filler(10))
            .folder(CabForge.MSZIP)
            .file("b", filler(33_000))
            .lzx(15, 0, new LzxForge.Block(LzxForge.UNCOMPRESSED, 1000, 0))
            .file("\u00fc\u4e2d.rom", ROM)
            .file("leer", new byte[0])
            .build();
    assertThat(Search.path(cab)).isEqualTo("cab: \u00fc\u4e2d.rom");
    assertThat(Search.in(cab).deadEnds()).isEmpty();
    assertThat(Search.path(CabForge.of(CabForge.MSZIP).withoutSums().file("a", ROM).build()))
        .isEqualTo("cab: a");
  }

  @ParameterizedTest
  @ValueSource(ints = {CabForge.STORED, CabForge.MSZIP, 3})
  void aWrongSumIsToldAndTheBytesAreKept(int method) {
    byte[] cab = of(method).file("a", ROM).build();
    int data = (int) Slice.of(cab).u32(36);
    cab[data] ^= 1;
    assertThat(Search.digests(Search.in(cab))).containsExactly(Search.digest(ROM));
    assertThat(Search.deadEnds(Search.in(cab)))
        .containsExactly("damaged: cabinet, folder 0, block 0 of 1");
  }

  @Test
  void sumsOfAnyLengthWithWhatIsReservedAndWithout() {
    byte[] bytes = {1, 2, 4, 8, 16, 32, 64, (byte) 128, 3, 5, 7, 9, 11};
    long[] sums = {0, 1, 0x102, 0x10204, 0x08040201L, 0x08040211L};
    for (int length = 0; length < sums.length; length++) {
      assertThat(CabChecksum.of(Slice.of(bytes).slice(0, length))).isEqualTo(sums[length]);
    }
    Slice packed = Slice.of(bytes).slice(0, 4);
    byte[] header = {4, 0, 4, 0, 4, 0, 4, 0, 5, 6, 7, 8};
    long sum = 0x08040201L ^ 0x00040004L;
    for (long stated : new long[] {sum, sum ^ 0x08070605L, sum ^ 1}) {
      for (int i = 0; i < 4; i++) {
        header[i] = (byte) (stated >> (8 * i));
      }
      assertThat(CabChecksum.holds(Slice.of(header), packed)).isEqualTo(stated != (sum ^ 1));
    }
  }

  @Test
  void quantumAndUnknownMethods() {
    byte[] quantum = CabForge.of(CabForge.QUANTUM).file("a.bin", filler(99)).build();
    assertThat(Search.deadEnds(Search.in(quantum)))
        .containsExactly("unsupported: cabinet, Quantum");
    for (int type : new int[] {0x0e03, 0x1603, 0x0005}) {
      byte[] other = CabForge.of(type).file("a.bin", filler(99)).build();
      assertThat(Search.deadEnds(Search.in(other)))
          .containsExactly(String.format("unsupported: cabinet, compression type 0x%04x", type));
    }
  }

  @Test
  void setsNameTheCabinetThatIsMissing() {
    byte[] cab =
        CabForge.start()
            .previous("disk1.cab")
            .next("disk3.cab")
            .folder(CabForge.MSZIP)
            .file("inner", filler(50))
            .entry("came", 300, 0, CabFile.FROM_PREVIOUS)
            .folder(CabForge.MSZIP)
            .file("a.rom", ROM)
            .file("half", filler(5000))
            .entry("goes", 70_000, ROM.length + 5000, CabFile.TO_NEXT)
            .build();
    Extraction found = Search.in(cab);
    assertThat(Search.digests(found)).containsExactly(Search.digest(ROM));
    assertThat(Search.deadEnds(found))
        .containsExactly(
            "truncated: inner: begins in disk1.cab",
            "truncated: came: begins in disk1.cab",
            "truncated: goes: goes on in disk3.cab");
  }

  /** Without compression the end of a file is worth a look, even if its name's place is unknown. */
  @Test
  void theStoredEndOfAFileThatBeganElsewhere() {
    byte[] cab =
        CabForge.start()
            .folder(CabForge.STORED)
            .file("x", Search.join(filler(32_000), ROM))
            .entry("came", 99_000, 0, CabFile.THROUGH)
            .build();
    Extraction found = Search.in(cab);
    assertThat(Search.paths(found)).containsExactly("folder 0");
    assertThat(Search.deadEnds(found))
        .containsExactly(
            "truncated: x: begins in another cabinet",
            "truncated: came: begins in another cabinet");
  }

  @Test
  void aBlockThatGoesOnInAnotherCabinet() {
    byte[] cab = CabForge.of(CabForge.MSZIP).next("2.cab").file("a.rom", ROM).build();
    int data = (int) Slice.of(cab).u32(36 + 11);
    assertThat(Slice.of(cab).u16(data + 6)).isEqualTo(ROM.length);
    cab[data + 6] = 0;
    cab[data + 7] = 0;
    Arrays.fill(cab, data, data + 4, (byte) 0);
    assertThat(Search.deadEnds(Search.in(cab)))
        .containsExactly("truncated: cabinet, folder 0, block 0 of 1");
  }

  @Test
  void cutOff() {
    byte[] cab = CabForge.of(CabForge.STORED).file("a.rom", ROM).file("b", filler(90_000)).build();
    Extraction found = Search.in(Arrays.copyOf(cab, 50_000));
    assertThat(Search.paths(found)).containsExactly("cab: a.rom");
    assertThat(Search.deadEnds(found))
        .containsExactly("truncated: cabinet, folder 0, block 1 of 3", "truncated: b");
    byte[] list = Arrays.copyOf(cab, 36 + 8 + 10);
    assertThat(Search.deadEnds(Search.in(list))).contains("truncated: cabinet, list of files");
  }

  @Test
  void filesThatLie() {
    byte[] cab =
        CabForge.of(CabForge.STORED)
            .file("a.rom", ROM)
            .entry("same", 500, 3, 0)
            .entry("far", 5, 1 << 30, 0)
            .entry("nowhere", 5, 0, 7)
            .build();
    Extraction found = Search.in(cab);
    assertThat(Search.paths(found)).containsExactly("cab: a.rom");
    assertThat(Search.deadEnds(found))
        .containsExactly("damaged: nowhere: in folder 7", "truncated: far");
  }

  /** Two folders say that their blocks are the same: they are decoded once. */
  @Test
  void foldersThatOverlap() {
    byte[] cab =
        CabForge.of(CabForge.MSZIP)
            .file("a.rom", ROM)
            .folder(CabForge.MSZIP)
            .file("b", ROM)
            .build();
    System.arraycopy(cab, 36, cab, 44, 4);
    Extraction found = Search.in(cab);
    assertThat(Search.paths(found)).hasSize(1);
    assertThat(Search.deadEnds(found))
        .anyMatch(end -> end.startsWith("truncated: cabinet, folder "));
  }

  @Test
  void damagedBlocks() {
    byte[] cab = CabForge.of(CabForge.MSZIP).withoutSums().file("a.rom", ROM).build();
    int data = (int) Slice.of(cab).u32(36);
    cab[data + 8] = 'X';
    assertThat(Search.deadEnds(Search.in(cab)))
        .containsExactly("damaged: cabinet, folder 0, block 0 of 1");
    cab[data + 7] = (byte) 0x81;
    assertThat(Search.deadEnds(Search.in(cab)))
        .containsExactly("damaged: cabinet, folder 0, block 0 of 1");
    byte[] stored = CabForge.of(CabForge.STORED).withoutSums().file("a.rom", ROM).build();
    stored[(int) Slice.of(stored).u32(36) + 7]++;
    assertThat(Search.deadEnds(Search.in(stored)))
        .containsExactly("truncated: cabinet, folder 0, block 0 of 1");
  }

  @Test
  void whatIsNoCabinet() {
    byte[] cab = CabForge.of(CabForge.STORED).file("a.rom", ROM).build();
    int[][] changes = {{24, 4}, {25, 2}, {30, 8}, {16, 3}, {11, 0}, {36 + 8 + 16, 7}};
    for (int[] change : changes) {
      byte[] other = cab.clone();
      other[change[0]] = (byte) change[1];
      if (change[0] == 11) {
        other[8] = 40;
        other[9] = 0;
      }
      assertThat(Search.paths(Search.in(other)))
          .as("%d", change[0])
          .noneMatch(p -> p.contains("cab"));
    }
    CabHandler handler = new CabHandler();
    for (int length : new int[] {0, 4, 35}) {
      Slice cut = Slice.of(cab).slice(0, length);
      assertThat(handler.probe(cut, 0, FixedAllowance.ample())).isEmpty();
      assertThat(handler.open(cut, FixedAllowance.ample()).children()).isEmpty();
    }
    byte[] reserved = CabForge.of(CabForge.STORED).reserve(4).file("a.rom", ROM).build();
    Slice cut = Slice.of(reserved).slice(0, 38);
    assertThat(handler.probe(cut, 0, FixedAllowance.ample())).isEmpty();
  }

  @Test
  void contentsAreNotLookedFor() {
    FormatInfo info = new CabHandler().info();
    CabContents contents = new CabContents(info, List.of(), "x");
    assertThat(contents.info()).isEqualTo(info);
    assertThat(contents.magics()).isEmpty();
    assertThat(contents.probe(Slice.of(ROM), 0, FixedAllowance.ample())).isEmpty();
    assertThat(info.limitations()).contains("Quantum");
  }
}
