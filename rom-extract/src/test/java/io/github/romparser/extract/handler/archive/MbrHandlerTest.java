package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.FatForge;
import io.github.romparser.testdata.MbrForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Partition tables, and what merely ends with the same two bytes. */
class MbrHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final int ENTRY = 0x1be;

  @Test
  void partitions() {
    byte[] fat = FatForge.of(12).file("A.ROM", ROM).build();
    assertThat(Search.path(MbrForge.of(new byte[700], fat))).isEqualTo("partition 2 > fat: A.ROM");
    assertThat(Search.path(MbrForge.logical(new byte[700], fat, new byte[9])))
        .isEqualTo("partition 6 > fat: A.ROM");
    assertThat(Search.path(MbrForge.gpt(new byte[700], fat))).isEqualTo("partition 2 > fat: A.ROM");
  }

  @Test
  void cutOff() {
    byte[] disk = MbrForge.of(ROM, new byte[9000]);
    byte[] cut = Arrays.copyOf(disk, disk.length - 8000);
    assertThat(Search.paths(Search.in(cut))).containsExactly("partition 1");
    assertThat(Search.deadEnds(Search.in(cut))).containsExactly("truncated: partition 2");
    // The second begins behind the end.
    assertThat(Search.path(Arrays.copyOf(disk, 8 * 512 + ROM.length))).isEqualTo("partition 1");
  }

  private static boolean known(byte[] disk) {
    Slice area = Slice.of(disk);
    return new MbrHandler().probe(area, 0, FixedAllowance.ample()).isPresent();
  }

  private static byte[] changed(byte[] disk, int... placesAndValues) {
    byte[] other = disk.clone();
    for (int i = 0; i < placesAndValues.length; i += 2) {
      other[placesAndValues[i]] = (byte) placesAndValues[i + 1];
    }
    return other;
  }

  @Test
  void whatIsNoTable() {
    byte[] disk = MbrForge.of(ROM, ROM);
    assertThat(known(disk)).isTrue();
    assertThat(known(Arrays.copyOf(disk, 511))).isFalse();
    assertThat(known(changed(disk, 0x1fe, 0))).isFalse();
    // Neither active nor not, no type, no place, no size.
    assertThat(known(changed(disk, ENTRY, 1))).isFalse();
    assertThat(known(changed(disk, ENTRY + 4, 0))).isFalse();
    assertThat(known(changed(disk, ENTRY + 8, 0))).isFalse();
    assertThat(known(changed(disk, ENTRY + 12, 0))).isFalse();
    // One in the other; in the first sector; all behind the end.
    assertThat(known(changed(disk, ENTRY + 24, 9))).isFalse();
    assertThat(known(changed(disk, ENTRY + 11, 0x70, ENTRY + 27, 0x70))).isFalse();
    assertThat(known(new byte[512])).isFalse();
    assertThat(new MbrHandler().open(Slice.of(ROM), FixedAllowance.ample()).children()).isEmpty();
  }

  @Test
  void logicalPartitionsThatLeadAstray() {
    byte[] disk = MbrForge.logical(ROM, ROM);
    int first = 8 * 512;
    assertThat(PartitionTable.read(Slice.of(disk), FixedAllowance.ample()).partitions()).hasSize(2);
    int[][] changes = {
      // Back to the first; no mark; no partition.
      {first + ENTRY + 24, 0},
      {first + 0x1fe, 0},
      {first + ENTRY + 4, 0},
      {first + ENTRY + 12, 0},
      {first + ENTRY + 8, 0},
      {first + ENTRY + 10, 1},
      {first + ENTRY + 20, 0}
    };
    int[] left = {1, 0, 1, 1, 1, 1, 1};
    for (int i = 0; i < changes.length; i++) {
      Slice other = Slice.of(changed(disk, changes[i]));
      assertThat(PartitionTable.read(other, FixedAllowance.ample()).partitions())
          .as("%d", i)
          .hasSize(left[i]);
    }
  }

  @Test
  void tablesOfGuidsThatAreNone() {
    byte[] disk = MbrForge.gpt(ROM);
    int header = 512;
    assertThat(known(disk)).isTrue();
    int[][] changes = {
      {header, 0}, {header + 16, 1, header + 17, 2}, {header + 12, 10}, {header + 13, 9}
    };
    for (int[] change : changes) {
      byte[] other = changed(disk, change);
      assertThat(Search.paths(Search.in(other))).as("%d", change[0]).containsExactly("partition 1");
      assertThat(PartitionTable.read(Slice.of(other), FixedAllowance.ample()).tables()).hasSize(1);
    }
    assertThat(PartitionTable.read(Slice.of(disk), FixedAllowance.ample()).tables()).hasSize(3);
    // Entries without a type, and ones that end before they begin.
    assertThat(known(changed(disk, 1024, 0, 1025, 0, 1026, 0, 1027, 0))).isFalse();
    assertThat(known(changed(disk, 1024 + 0x28, 1))).isFalse();
  }
}
