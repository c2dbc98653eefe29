package io.github.romparser.vendor.amd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.testdata.AtomForge;
import io.github.romparser.testdata.RomForge;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are cut, changed or made up. */
final class AmdTablesHostileTest {

  /** Reads, and asks what holds of every result. */
  static Optional<AmdTables> look(Slice image) {
    Optional<AmdTables> read = AmdTables.read(image);
    read.ifPresent(
        tables -> {
          assertThat(tables.findings()).hasSizeLessThan(10);
          for (Finding finding : tables.findings()) {
            assertThat(finding.range().offset()).isBetween(image.offset(), image.end());
            assertThat(finding.range().end()).isLessThanOrEqualTo(image.end());
            assertThat(finding.message()).doesNotContain("{");
          }
          tables.strings().built();
          tables.commands().ifPresent(list -> look(list, image));
          tables.data().ifPresent(list -> look(list, image));
          assertThat(tables.isSameBuild(tables)).isTrue();
        });
    return read;
  }

  private static void look(AtomMasterTable list, Slice image) {
    assertThat(list.tables())
        .hasSizeLessThanOrEqualTo(AtomTableReader.MOST)
        .allSatisfy(table -> assertThat(image.has(table.pointer(), AtomTable.HEADER)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd-atom-full", "apu-atomfirmware", "ati"})
  void cutAnywhere(String name) {
    byte[] bytes = RomForge.named(name);
    for (int length = 0; length < 0x700; length++) {
      Optional<AmdTables> tables = look(Slice.of(bytes).slice(0, length));
      assertThat(tables.isPresent()).as("%d", length).isEqualTo(length >= 0x3A);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd-atom-full", "apu-atomfirmware", "ati"})
  void aByteChangedAnywhere(String name) {
    byte[] bytes = RomForge.named(name);
    for (int at = 0; at < 0x700; at++) {
      byte before = bytes[at];
      for (byte value : new byte[] {0, -1, (byte) (before ^ 0x80), (byte) (before + 1)}) {
        bytes[at] = value;
        look(Slice.of(bytes));
      }
      bytes[at] = before;
    }
  }

  /** All entries of a list lead to the list. */
  @Test
  void listsThatLeadToThemselves() {
    byte[] bytes = AmdTablesTest.image(AtomForge.atom());
    for (int at = AtomForge.TABLES + 4; at < AtomForge.DATA; at += 2) {
      bytes[at] = (byte) AtomForge.TABLES;
      bytes[at + 1] = (byte) (AtomForge.TABLES >>> 8);
    }
    assertThat(look(Slice.of(bytes)).orElseThrow().commands().orElseThrow().tables()).isEmpty();
  }

  @Property
  void anyBytesBehindTheMagic(
      @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(max = 0x300) int header) {
    byte[] image = new byte[0x400];
    System.arraycopy(bytes, 0, image, 0x80, bytes.length);
    System.arraycopy(bytes, 0, image, 0x200, bytes.length);
    image[0x48] = (byte) header;
    image[0x49] = (byte) (header >>> 8);
    System.arraycopy(new byte[] {'A', 'T', 'O', 'M'}, 0, image, header + 4, 4);
    look(Slice.of(image));
  }

  @Test
  void noiseWithAHeader() {
    SplittableRandom random = new SplittableRandom(5);
    byte[] image = AmdTablesTest.image(AtomForge.atomFirmware());
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = image.clone();
      for (int i = 0; i < 20; i++) {
        bytes[random.nextInt(0x40, 0x500)] = (byte) random.nextInt();
      }
      look(Slice.of(bytes));
    }
  }
}
