package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiCompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.LhaForge;
import io.github.romparser.testdata.LzssForge;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LHA archives and single files of them. */
final class LhaHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final byte[] OTHER = new byte[700];

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void headersOfAllLevels(int level) {
    byte[] archive =
        LhaForge.archive(
            LhaForge.file("a.txt", OTHER).level(level),
            LhaForge.file("bios.bin", ROM).level(level));
    assertThat(Search.path(archive)).isEqualTo("lha: bios.bin");
    assertThat(Search.deadEnds(Search.in(archive))).isEmpty();
  }

  @Test
  void methods() {
    byte[] lzss = LzssForge.pack(ROM);
    Slice efi = EfiCompressor.compress(Slice.of(ROM), Variant.EFI_1_1);
    byte[] lh5 = efi.from(8).toByteArray();
    for (LhaForge file :
        List.of(
            LhaForge.file("a", ROM).stored(),
            LhaForge.file("a", ROM).method("-lz4-", ROM),
            LhaForge.file("a", ROM).method("-lz5-", lzss),
            // Without repetitions from far back, and with as many bits, they are the same.
            LhaForge.file("a", ROM).method("-lh4-", LhaForge.lh5(ROM)),
            LhaForge.file("a", ROM).method("-lh5-", lh5))) {
      byte[] archive = LhaForge.archive(file);
      assertThat(Search.path(archive)).isEqualTo("lha: a");
      assertThat(Search.deadEnds(Search.in(archive))).isEmpty();
    }
  }

  @Test
  void largerWindows() {
    // Tiano has as many bits as -lh6- and -lh7- have, and small files have no far repetitions.
    Slice tiano = EfiCompressor.compress(Slice.of(ROM), Variant.TIANO);
    for (String method : List.of("-lh6-", "-lh7-")) {
      byte[] archive =
          LhaForge.archive(LhaForge.file("a", ROM).method(method, tiano.from(8).toByteArray()));
      assertThat(Search.path(archive)).isEqualTo("lha: a");
    }
  }

  @Test
  void names() {
    assertThat(Search.path(LhaForge.file("dir\\file.rom", ROM).level(0).build()))
        .isEqualTo("lha: dir/file.rom");
    assertThat(Search.path(LhaForge.file("file.rom\0\0\7", ROM).build()))
        .isEqualTo("lha: file.rom");
    for (int level = 1; level < 4; level++) {
      assertThat(Search.path(LhaForge.file("f", ROM).level(level).folder("a/b").build()))
          .isEqualTo("lha: a/b/f");
    }
    assertThat(Search.path(LhaForge.file("f", ROM).level(2).folder("").build()))
        .isEqualTo("lha: f");
    assertThat(Search.path(LhaForge.file("", ROM).build())).isEqualTo("lha: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void sizesOf64Bits(int level) {
    byte[] archive = LhaForge.archive(LhaForge.file("f", ROM).level(level).wide());
    assertThat(Search.path(archive)).isEqualTo("lha: f");
  }

  @Test
  void theHeadersOwnCrc() {
    for (int level = 2; level < 4; level++) {
      LhaForge file = LhaForge.file("f", ROM).level(level).headerCrc();
      assertThat(Search.path(file.build())).isEqualTo("lha: f");
      assertThat(Search.in(file.wrongHeader().build()).roms()).isEmpty();
    }
  }

  @Test
  void foldersAndEmptyFilesHoldNothing() {
    byte[] archive =
        LhaForge.archive(
            LhaForge.file("d", new byte[0]).method("-lhd-", new byte[0]).folder("d"),
            LhaForge.file("e", new byte[0]).method("-lh0-", new byte[0]),
            LhaForge.file("f", ROM));
    assertThat(Search.path(archive)).isEqualTo("lha: f");
    assertThat(Search.deadEnds(Search.in(archive))).isEmpty();
  }

  @Test
  void singleFilesAreFoundAnywhere() {
    byte[] blob =
        Search.join(
            new byte[100],
            LhaForge.file("a", ROM).build(),
            "text -lh5- text".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            LhaForge.file("b", ROM).level(2).build());
    assertThat(Search.paths(Search.in(blob))).containsExactly("lha: a", "lha: b");
  }

  @Test
  void wrongSumsAreTold() {
    for (LhaForge file : List.of(LhaForge.file("f", ROM), LhaForge.file("f", ROM).stored())) {
      Extraction found = Search.in(file.wrongCrc().build());
      assertThat(Search.paths(found)).containsExactly("lha: f");
      assertThat(Search.deadEnds(found)).hasSize(1);
      assertThat(Search.deadEnds(found).get(0)).startsWith("damaged: ").endsWith("CRC-16 is wrong");
    }
    byte[] lz5 = LhaForge.file("f", ROM).method("-lz5-", LzssForge.pack(ROM)).wrongCrc().build();
    assertThat(Search.deadEnds(Search.in(lz5))).containsExactly("damaged: CRC-16 is wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-lh1-", "-lh2-", "-lh3-", "-lzs-", "-lhx-"})
  void otherMethodsAreTold(String method) {
    byte[] archive =
        LhaForge.archive(
            LhaForge.file("old.bin", ROM).method(method, ROM), LhaForge.file("new.bin", ROM));
    assertThat(Search.path(archive)).isEqualTo("lha: new.bin");
    assertThat(Search.deadEnds(Search.in(archive)))
        .containsExactly("unsupported: old.bin, method " + method);
  }

  @Test
  void whatIsCutOffComesAsFarAsItGoes() {
    byte[] content = Search.join(ROM, new byte[3000]);
    byte[] packed = LhaForge.file("f", content).build();
    Extraction found = Search.in(Arrays.copyOf(packed, packed.length - 1000));
    assertThat(Search.paths(found)).containsExactly("lha: f");
    assertThat(Search.deadEnds(found)).hasSize(1).first().asString().startsWith("truncated: -lh5-");
    byte[] stored = LhaForge.file("f", content).stored().build();
    found = Search.in(Arrays.copyOf(stored, stored.length - 1000));
    assertThat(Search.paths(found)).containsExactly("lha: f");
    assertThat(Search.deadEnds(found)).containsExactly("truncated: f");
  }

  @Test
  void aSizeThatLiesDoesNotHideTheNextFile() {
    byte[] first = LhaForge.file("a", OTHER).claim(0x7fff_ffffL, OTHER.length).build();
    byte[] blob = Search.join(first, LhaForge.file("b", ROM).build());
    assertThat(Search.path(blob)).isEqualTo("lha: b");
    byte[] huge = LhaForge.file("a", ROM).claim(LhaForge.lh5(ROM).length, 0xffff_fff0L).build();
    assertThat(Search.path(huge)).isEqualTo("lha: a");
  }

  @Test
  void whatIsNoHeader() {
    byte[] right = LhaForge.file("f", ROM).build();
    for (int[] change :
        new int[][] {
          {1, 0x77}, // sum
          {3, 'm'}, // method
          {4, 'x'}, // family
          {5, '!'}, // kind
          {6, '+'}, // its end
          {20, 4}, // level
          {20, 7}
        }) {
      byte[] wrong = right.clone();
      wrong[change[0]] = (byte) change[1];
      assertThat(LhaMember.read(Slice.of(wrong), 0)).isEmpty();
    }
    assertThat(LhaMember.read(Slice.of(right), 0)).isPresent();
    assertThat(LhaMember.read(Slice.of(right).clamp(0, 20), 0)).isEmpty();
    assertThat(LhaMember.read(Slice.of(right).clamp(0, 25), 0)).isEmpty();
    byte[] empty = right.clone();
    empty[0] = 3;
    assertThat(LhaMember.read(Slice.of(empty), 0)).isEmpty();
    byte[] longName = right.clone();
    longName[21] = 90;
    longName[1] = (byte) (longName[1] + 89);
    assertThat(LhaMember.read(Slice.of(longName), 0)).isEmpty();
  }

  @Test
  void extendedHeadersThatDoNotFit() {
    // At levels 2 and 3 the length of the first one stands at 24 and 28, at 1 at the end.
    byte[] second = LhaForge.file("f", ROM).level(2).build();
    for (int length : new int[] {1, 2, 40, 0xffff}) {
      second[24] = (byte) length;
      second[25] = (byte) (length >> 8);
      assertThat(LhaMember.read(Slice.of(second), 0)).isEmpty();
    }
    byte[] third = LhaForge.file("f", ROM).level(3).build();
    assertThat(LhaMember.read(Slice.of(third).clamp(0, 31), 0)).isEmpty();
    assertThat(LhaMember.read(Slice.of(third).clamp(0, 33), 0)).isEmpty();
    for (int[] change : new int[][] {{0, 5}, {24, 4}, {26, 9}, {29, 1}}) {
      byte[] wrong = third.clone();
      wrong[change[0]] = (byte) change[1];
      assertThat(LhaMember.read(Slice.of(wrong), 0)).isEmpty();
    }
    byte[] first = LhaForge.file("f", ROM).folder("d").build();
    first[26] = (byte) 0xff;
    first[1] = (byte) (first[1] + 0xff);
    assertThat(LhaMember.read(Slice.of(first), 0)).isEmpty();
    byte[] short2 = LhaForge.file("f", ROM).level(2).build();
    short2[0] = 25;
    assertThat(LhaMember.read(Slice.of(short2), 0)).isEmpty();
  }

  /** Types that are not known, and known ones that are too short, are passed over. */
  @Test
  void extendedHeadersOfOtherKinds() {
    byte[] bytes = {9, 9, 9, 4, 0, 0, 9, 4, 0, 0x42, 9, 0, 0};
    LhaExtended read = LhaExtended.read(Slice.of(bytes), 0, 5, false, bytes.length).orElseThrow();
    assertThat(read.length()).isEqualTo(bytes.length);
    assertThat(read.headerCrc()).isEmpty();
    assertThat(read.packed()).isEmpty();
  }

  @Test
  void troublesAreNotTenThousand() {
    LhaForge[] files = new LhaForge[200];
    Arrays.fill(files, LhaForge.file("f", new byte[] {1}).stored().wrongCrc());
    assertThat(Search.deadEnds(Search.in(LhaForge.archive(files)))).hasSizeLessThanOrEqualTo(64);
    assertThat(new LhaHandler().open(Slice.of(OTHER), FixedAllowance.ample()).children()).isEmpty();
  }
}
