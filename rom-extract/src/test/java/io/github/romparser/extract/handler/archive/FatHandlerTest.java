package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.FatForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FAT: folders, long names, chains, and all that may be wrong with them. */
class FatHandlerTest {
  private static final byte[] ROM = Search.rom();

  @ParameterizedTest
  @ValueSource(ints = {12, 16, 32})
  void filesInFolders(int kind) {
    String path = "Update files/of a long name that has three pieces/\u00e4 BIOS.rom";
    byte[] disk = FatForge.of(kind).file("README.TXT", new byte[700]).file(path, ROM).build();
    assertThat(Search.path(disk)).isEqualTo("fat: " + path);
    assertThat(Search.in(disk).deadEnds()).isEmpty();
    byte[] among = Search.join(new byte[3001], disk);
    among[3] = 1;
    assertThat(Search.path(among)).isEqualTo("fat: " + path);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 16, 32})
  void fragmentedFilesAreJoined(int kind) {
    byte[] disk = FatForge.of(kind).fragmented("A.ROM", ROM).file("b", new byte[2000]).build();
    assertThat(Search.path(disk)).isEqualTo("fat: A.ROM");
    assertThat(Search.in(disk).deadEnds()).isEmpty();
  }

  @Test
  void oldBootSectorsDoNotNameTheirKind() {
    byte[] disk = FatForge.of(12).unnamed().file("A.ROM", ROM).build();
    assertThat(Search.path(disk)).isEqualTo("fat: A.ROM");
    // In the midst of others nothing tells it; the ROM is found all the same.
    assertThat(Search.path(Search.join(new byte[] {1, 2, 3}, disk))).isEmpty();
  }

  private static int root(byte[] disk) {
    return (int) FatVolume.read(Slice.of(disk)).orElseThrow().rootAt();
  }

  @Test
  void shortNames() {
    byte[] disk = FatForge.of(12).file("A.ROM", ROM).build();
    int entry = root(disk) + 32;
    // The sum of another name: the long one is not this file's.
    disk[entry] = 'B';
    assertThat(Search.path(disk)).isEqualTo("fat: B0000000.BIN");
    disk[entry + 12] = 0x18;
    assertThat(Search.path(disk)).isEqualTo("fat: b0000000.bin");
    disk[entry] = 5;
    disk[entry + 8] = ' ';
    disk[entry + 9] = ' ';
    disk[entry + 10] = ' ';
    disk[entry + 12] = 0;
    assertThat(Search.path(disk)).isEqualTo("fat: \u00e50000000");
    // A piece that does not follow the one before, and one without any before it.
    disk[entry - 32] = 0x43;
    assertThat(Search.path(disk)).isEqualTo("fat: \u00e50000000");
    disk[entry - 32] = 1;
    assertThat(Search.path(disk)).isEqualTo("fat: \u00e50000000");
  }

  @Test
  void whatIsNoFile() {
    byte[] disk = FatForge.of(12).file("A.ROM", ROM).file("B.ROM", Search.rom(2)).build();
    int entry = root(disk) + 32;
    // Deleted: not listed, but what is left of it is found as free space.
    disk[entry] = (byte) 0xe5;
    assertThat(Search.paths(Search.in(disk)))
        .hasSize(2)
        .contains("fat: B.ROM")
        .noneMatch(path -> path.contains("A.ROM"));
    // A label.
    disk[entry] = 'X';
    disk[entry + 11] = 8;
    assertThat(Search.paths(Search.in(disk))).contains("fat: B.ROM").hasSize(2);
    // The end.
    disk[entry] = 0;
    assertThat(Search.paths(Search.in(disk))).noneMatch(path -> path.contains("ROM"));
  }

  @Test
  void chainsThatGoWrong() {
    FatForge forge = FatForge.of(12).file("A.ROM", ROM).file("B", new byte[1600]).file("C", ROM);
    forge.build();
    int a = forge.cluster("A.ROM");
    int b = forge.cluster("B");
    // Into another file, which comes later and finds its cluster taken.
    Extraction crossed = Search.in(forge.link(a + 2, b).build());
    assertThat(Search.deadEnds(crossed))
        .contains("damaged: B: cluster " + b + " is another's")
        .hasSize(1);
    assertThat(Search.deadEnds(Search.in(forge.link(a + 2, a).build())))
        .contains("damaged: A.ROM: cluster " + a + " is another's");
    for (int next : new int[] {0, 1, 0xff7, 0xfff, 0xf00}) {
      assertThat(Search.deadEnds(Search.in(forge.link(a + 2, next).build())))
          .contains("damaged: A.ROM: its chain ends early");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 32})
  void foldersThatHoldThemselves(int kind) {
    FatForge forge = FatForge.of(kind).file("d/e/A.ROM", ROM);
    byte[] disk = forge.build();
    FatVolume volume = FatVolume.read(Slice.of(disk)).orElseThrow();
    // The entry of e, behind its long name, leads to d.
    int entry = (int) volume.place(forge.cluster("d")) + 32;
    disk[entry + 26] = (byte) forge.cluster("d");
    Extraction found = Search.in(disk);
    assertThat(Search.deadEnds(found))
        .containsExactly("damaged: d/e: cluster " + forge.cluster("d") + " is another's");
    assertThat(found.roms()).hasSize(1);
    // A chain of a folder that leads nowhere.
    byte[] open = forge.link(forge.cluster("d"), 1).build();
    assertThat(Search.deadEnds(Search.in(open)))
        .containsExactly("damaged: d: its chain ends early");
  }

  @Test
  void foldersInEachOther() {
    byte[] disk = FatForge.of(12).file("d/".repeat(140) + "A.ROM", ROM).build();
    Extraction found = Search.in(disk);
    assertThat(Search.deadEnds(found)).hasSize(1);
    assertThat(Search.deadEnds(found).get(0)).startsWith("limit: d/d/").endsWith("in each other");
    assertThat(found.roms()).hasSize(1);
  }

  @Test
  void sizesThatLie() {
    byte[] disk = FatForge.of(12).claiming("A.ROM", ROM, 0xffff_ffffL).build();
    Extraction found = Search.in(disk);
    assertThat(Search.paths(found)).containsExactly("fat: A.ROM");
    assertThat(Search.deadEnds(found)).containsExactly("damaged: A.ROM: its chain ends early");
  }

  @Test
  void cutOff() {
    FatForge forge = FatForge.of(12).file("A.ROM", ROM).file("B", new byte[5000]);
    byte[] disk = forge.build();
    FatVolume volume = FatVolume.read(Slice.of(disk)).orElseThrow();
    int b = (int) volume.place(forge.cluster("B"));
    assertThat(Search.deadEnds(Search.in(Arrays.copyOf(disk, b + 700))))
        .containsExactly("truncated: B: cluster " + (forge.cluster("B") + 1) + " is cut off");
    assertThat(Search.deadEnds(Search.in(Arrays.copyOf(disk, b + 512))))
        .containsExactly("truncated: B: cluster " + (forge.cluster("B") + 1) + " is not there");
    assertThat(Search.paths(Search.in(Arrays.copyOf(disk, b)))).containsExactly("fat: A.ROM");
    for (int kind : new int[] {12, 16, 32}) {
      byte[] table = Arrays.copyOf(FatForge.of(kind).file("A", ROM).build(), 512 + 3);
      FatVolume cut = FatVolume.read(Slice.of(table)).orElseThrow();
      assertThat(cut.next(Slice.of(table), 3)).isZero();
    }
  }

  @Test
  void whatIsNoFat() {
    byte[] disk = FatForge.of(12).file("A.ROM", ROM).build();
    int[][] changes = {
      {0, 0}, {0x0b, 1}, {0x0c, 0}, {0x0c, 0x20}, {0x0d, 0}, {0x0d, 3}, {0x0e, 0}, {0x10, 0},
      {0x10, 3}, {0x11, 0}, {0x13, 3}, {0x15, 0x12}, {0x16, 0}, {0x1fe, 0}, {0x200, 0}, {0x201, 0}
    };
    for (int[] change : changes) {
      byte[] other = disk.clone();
      other[change[0]] = (byte) change[1];
      assertThat(FatVolume.read(Slice.of(other))).as("%x", change[0]).isEmpty();
    }
    // More clusters than the table has entries, and more than FAT16 can have.
    byte[] large = disk.clone();
    large[0x14] = 0x40;
    assertThat(FatVolume.read(Slice.of(large))).isEmpty();
    byte[] huge = disk.clone();
    huge[0x13] = 0;
    huge[0x14] = 0;
    huge[0x22] = 2;
    huge[0x17] = 2;
    assertThat(FatVolume.read(Slice.of(huge))).isEmpty();
    assertThat(FatVolume.read(Slice.of(disk).slice(0, 511))).isEmpty();
    assertThat(FatVolume.read(Slice.of(disk).slice(0, 512))).isEmpty();
    assertThat(new FatHandler().open(Slice.of(ROM), FixedAllowance.ample()).children()).isEmpty();
    byte[] near = disk.clone();
    near[0] = (byte) 0xe9;
    near[0x15] = (byte) 0xf0;
    near[0x200] = (byte) 0xf0;
    assertThat(FatVolume.read(Slice.of(near))).isPresent();
  }
}
