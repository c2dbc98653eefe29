package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.CabForge;
import io.github.romparser.testdata.FatForge;
import io.github.romparser.testdata.IsoForge;
import io.github.romparser.testdata.MbrForge;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cabinets and disks that are cut, changed, or made to cost time. */
class DiskHostileTest {
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  static Stream<Specimen> specimens() {
    return DiskSpecimens.all();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void cutAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void changedAnywhere(Specimen specimen) {
    Hostile.changedAnywhere(specimen);
  }

  /** Beginnings that look real, each of which claims everything behind it. */
  static Stream<Arguments> traps() {
    byte[] cab = CabForge.of(CabForge.MSZIP).file("a", new byte[40]).build();
    byte[] huge = cab.clone();
    Arrays.fill(huge, 9, 12, (byte) 0x7f);
    byte[] many = huge.clone();
    many[26] = (byte) 0xff;
    many[27] = (byte) 0xff;
    many[28] = (byte) 0xff;
    many[29] = (byte) 0xff;
    byte[] fat = Arrays.copyOf(FatForge.of(12).file("a", new byte[9]).build(), 1024);
    fat[0x13] = (byte) 0xff;
    byte[] iso = IsoForge.start().file("a", new byte[9]).build();
    byte[] descriptor = Arrays.copyOfRange(iso, 0x8000, 0x8000 + 2048);
    byte[] mbr = Arrays.copyOf(MbrForge.of(new byte[9]), 512);
    return Stream.of(
        Arguments.of("cabinets", cab),
        Arguments.of("endless cabinets", huge),
        Arguments.of("cabinets of many folders", many),
        Arguments.of("FAT", fat),
        Arguments.of("descriptors", descriptor),
        Arguments.of("partition tables", mbr),
        Arguments.of("magic", new byte[] {'M', 'S', 'C', 'F', 0, 0, 0, 0}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traps")
  void thousandsOfThem(String name, byte[] piece) {
    byte[] many = new byte[1 << 19];
    for (int at = 0; at + piece.length <= many.length; at += piece.length) {
      System.arraycopy(piece, 0, many, at, piece.length);
    }
    byte[] blob = Search.join(many, Search.rom());
    Extraction found = assertTimeout(MOST_TIME, () -> Hostile.search(blob));
    assertThat(Search.digests(found)).as(name).containsExactly(Search.digest(Search.rom()));
  }

  /** Folders without number, each of which says that all blocks are its own. */
  @Test
  void foldersThatShareTheirBlocks() {
    CabForge forge = CabForge.start();
    for (int i = 0; i < 20_000; i++) {
      forge.folder(CabForge.STORED);
    }
    byte[] cab = forge.file("a.rom", Search.rom()).file("b", new byte[300_000]).build();
    Extraction found = assertTimeout(MOST_TIME, () -> Hostile.search(cab));
    assertThat(found.roms()).hasSize(1);
  }

  /** Files without number, each of which is the whole disk. */
  @Test
  void filesThatAreEverything() {
    IsoForge forge = IsoForge.start().file("a.rom", Search.rom()).file("b", new byte[300_000]);
    for (int i = 0; i < 40; i++) {
      forge.claiming("f" + i, 0, 0xffff_ffffL);
      forge.claiming("d" + i + "/f", i, 0xffff_ffffL);
    }
    Extraction found = assertTimeout(MOST_TIME, () -> Hostile.search(forge.build()));
    assertThat(found.roms()).hasSize(1);
  }

  /** Files without number that share one long chain. */
  @Test
  void filesThatShareTheirClusters() {
    FatForge forge = FatForge.of(32).file("A.ROM", Search.rom()).fragmented("b", new byte[90_000]);
    for (int i = 0; i < 300; i++) {
      forge.claiming("f" + i, new byte[1], 0xffff_ffffL);
    }
    forge.build();
    int shared = forge.cluster("b");
    for (int i = 0; i < 300; i++) {
      forge.link(forge.cluster("f" + i), shared);
    }
    Extraction found = assertTimeout(MOST_TIME, () -> Hostile.search(forge.build()));
    assertThat(found.roms()).hasSize(1);
    assertThat(found.deadEnds()).hasSize(64);
  }
}
