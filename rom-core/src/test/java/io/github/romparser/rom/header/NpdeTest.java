package io.github.romparser.rom.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PcirForge;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpdeTest {
  private static Npde read(NpdeForge forge) {
    return Npde.read(Slice.of(forge.build()), 0).orElseThrow();
  }

  private static PciDataStructure data(int blocks, boolean last) {
    byte[] bytes = PcirForge.pcir().blocks(blocks).last(last).build();
    return PciDataStructure.read(Slice.of(bytes), 0).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0x1c, 0x18, 0x40",
    "0x28, 0x18, 0x40",
    "0x29, 0x18, 0x50",
    "0x1b0, 0x1c, 0x1d0",
    "0x24, 0x1c, 0x40",
    "0, 0, 0",
    "0xffff, 0xffff, 0x20000"
  })
  void itStandsOnTheNextBorderOfSixteen(String pointer, String length, String place) {
    assertThat(Npde.place(Integer.decode(pointer), Integer.decode(length)))
        .isEqualTo(Long.decode(place));
  }

  @Test
  void allFieldsOfALegacyImage() {
    NpdeForge forge = NpdeForge.legacy(0x1028, 0x0772).blocks(0x7e).last(true).flags(0x0b);
    assertThat(read(forge))
        .isEqualTo(
            new Npde(
                0,
                0x0101,
                0x14,
                0x7e,
                OptionalInt.of(0x80),
                OptionalInt.of(0x0b),
                OptionalLong.empty(),
                OptionalInt.of(0x1028),
                OptionalInt.of(0x0772)));
    assertThat(read(forge).subImageLength()).isEqualTo(0xfc00);
  }

  @Test
  void theVersionOfAnEfiDriver() {
    Npde npde = read(NpdeForge.efi(0xfedc_ba98L).blocks(1));
    assertThat(npde.gopVersion()).hasValue(0xfedc_ba98L);
    assertThat(npde.subsystemVendorId()).isEmpty();
    assertThat(npde.subsystemId()).isEmpty();
    assertThat(npde.lastByte()).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"0x0a, false, false", "0x0b, true, false", "0x0c, true, true"})
  void theLengthSaysWhichFieldsThereAre(String length, boolean last, boolean flags) {
    Npde npde = read(NpdeForge.of(0x100, Integer.decode(length)).lastByte(0x80).flags(1));
    assertThat(npde.lastByte().isPresent()).isEqualTo(last);
    assertThat(npde.flags().isPresent()).isEqualTo(flags);
  }

  @ParameterizedTest
  @CsvSource({"0x13, false", "0x14, true"})
  void subsystemIdsNeedTheirLength(String length, boolean present) {
    Npde npde = read(NpdeForge.of(0x101, Integer.decode(length)));
    assertThat(npde.subsystemVendorId().isPresent()).isEqualTo(present);
    assertThat(npde.subsystemId().isPresent()).isEqualTo(present);
  }

  @Test
  void whatTheFileDoesNotHaveIsNotRead() {
    byte[] whole = NpdeForge.legacy(1, 2).build();
    for (int length = 0; length < whole.length; length++) {
      Slice cut = Slice.of(Arrays.copyOf(whole, length));
      assertThat(Npde.read(cut, 0).isPresent()).isEqualTo(length >= 0x0a);
      if (length >= 0x0a) {
        Npde npde = Npde.read(cut, 0).orElseThrow();
        assertThat(npde.lastByte().isPresent()).isEqualTo(length >= 0x0b);
        assertThat(npde.flags().isPresent()).isEqualTo(length >= 0x0c);
        assertThat(npde.subsystemId()).isEmpty();
      }
    }
  }

  @Test
  void otherLettersAreNoExtension() {
    assertThat(Npde.read(Slice.of(PcirForge.npds().build()), 0)).isEmpty();
  }

  /** NVIDIA's driver goes by the data structure where the extension has no mark. */
  @ParameterizedTest
  @CsvSource({
    // blocks of the extension, of the data structure, mark of the data structure, last
    "8, 8, true, true",
    "8, 8, false, false",
    "7, 8, true, false",
    "7, 8, false, false",
    "9, 8, true, true"
  })
  void withoutAMarkThatOfTheDataStructureCounts(
      int blocks, int imageBlocks, boolean mark, boolean last) {
    Npde npde = read(NpdeForge.of(0x100, 0x0a).blocks(blocks).last(true));
    assertThat(npde.lastByte()).isEmpty();
    assertThat(npde.last(data(imageBlocks, mark))).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"0x80, true", "0xff, true", "0x81, true", "0x7f, false", "0x01, false", "0, false"})
  void withAMarkOnlyItsBitSevenCounts(String lastByte, boolean last) {
    Npde npde = read(NpdeForge.plain().blocks(1).lastByte(Integer.decode(lastByte)));
    assertThat(npde.last(data(8, true))).isEqualTo(last);
    assertThat(npde.last(data(8, false))).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0100, 0x0101})
  void twoRevisionsAreKnown(int revision) {
    assertThat(read(NpdeForge.of(revision, 0x0c)).knownRevision()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x00ff, 0x0102, 0x0200, 0x0001})
  void noOthersAreKnown(int revision) {
    assertThat(read(NpdeForge.of(revision, 0x0c)).knownRevision()).isFalse();
  }
}
