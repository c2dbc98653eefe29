package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.RomForge;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RomScannerTest {
  /** A header at {@code at} that points to a structure {@code pointer} bytes further on. */
  private static byte[] plant(byte[] bytes, int at, int header, int pointer, String structure) {
    bytes[at] = (byte) header;
    bytes[at + 1] = (byte) (header >> 8);
    bytes[at + 0x18] = (byte) pointer;
    bytes[at + 0x19] = (byte) (pointer >> 8);
    for (int i = 0; i < 4; i++) {
      bytes[at + pointer + i] = (byte) structure.charAt(i);
    }
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({"0xAA55, PCIR", "0xBB77, RGIS", "0x4E56, NPDS", "0xAA55, NPDS", "0x4E56, PCIR"})
  void everyAlignment(int header, String structure) {
    for (int at = 0; at < 70; at++) {
      for (int pointer = 0x1a; pointer < 0x40; pointer++) {
        byte[] bytes = plant(new byte[200], at, header, pointer, structure);
        assertThat(RomScanner.next(Slice.of(bytes), 0)).isEqualTo(at);
        assertThat(RomScanner.next(Slice.of(bytes), at)).isEqualTo(at);
        assertThat(RomScanner.next(Slice.of(bytes), at + 1)).isEqualTo(-1);
      }
    }
  }

  @Test
  void theDataStructureHasToBeWhole() {
    for (int length = 0x1a; length < 0x100; length++) {
      byte[] bytes = new byte[length];
      for (int pointer = 0x1a; pointer + 4 <= length; pointer++) {
        plant(bytes, 0, 0xaa55, pointer, "PCIR");
        assertThat(RomScanner.next(Slice.of(bytes), 0)).isEqualTo(pointer + 24 <= length ? 0 : -1);
        bytes[pointer] = 0;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1a, 0x7fff, 0x8000, 0xfffe, 0xffff})
  void thePointerIsUnsigned(int pointer) {
    byte[] bytes = plant(new byte[0x20000], 0x101, 0xaa55, pointer, "PCIR");
    assertThat(RomScanner.next(Slice.of(bytes), 0)).isEqualTo(0x101);
  }

  @Test
  void aHeaderWithAFarPointerComesBeforeOneWithANearPointer() {
    byte[] bytes = new byte[0x20000];
    plant(bytes, 0x1000, 0xaa55, 0x40, "PCIR");
    plant(bytes, 0x200, 0xaa55, 0xf000, "PCIR");
    Slice file = Slice.of(bytes);
    assertThat(RomScanner.next(file, 0)).isEqualTo(0x200);
    assertThat(RomScanner.next(file, 0x201)).isEqualTo(0x1000);
    assertThat(RomScanner.next(file, 0x1001)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PCI", "PCIX", "pcir", "NPDE", "RGI", "ICRP"})
  void almostADataStructure(String structure) {
    byte[] bytes = plant(new byte[512], 3, 0xaa55, 0x40, (structure + " ").substring(0, 4));
    assertThat(RomScanner.next(Slice.of(bytes), 0)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x55aa, 0xaa56, 0xab55, 0xbb76, 0x4e57, 0x564e})
  void almostAHeader(int header) {
    byte[] bytes = plant(new byte[512], 3, header, 0x40, "PCIR");
    assertThat(RomScanner.next(Slice.of(bytes), 0)).isEqualTo(-1);
  }

  @Test
  void placesCountFromTheStartOfTheSlice() {
    byte[] bytes = new byte[2000];
    plant(bytes, 10, 0xaa55, 0x40, "PCIR");
    plant(bytes, 1100, 0xaa55, 0x40, "PCIR");
    Slice part = Slice.of(bytes).slice(1000, 900);
    assertThat(RomScanner.next(part, 0)).isEqualTo(100);
    assertThat(RomScanner.next(part, 101)).isEqualTo(-1);
    // What lies behind the slice does not belong to it.
    assertThat(RomScanner.next(Slice.of(bytes).slice(1000, 187), 0)).isEqualTo(-1);
    assertThat(RomScanner.next(Slice.of(bytes).slice(1000, 188), 0)).isEqualTo(100);
  }

  @Test
  void nothingIsInNothing() {
    assertThat(RomScanner.next(Slice.of(new byte[0]), 0)).isEqualTo(-1);
    assertThat(RomScanner.next(Slice.of(new byte[10]), 10)).isEqualTo(-1);
    assertThat(RomScanner.next(Slice.of(new byte[10]), 1L << 40)).isEqualTo(-1);
    for (int length = 1; length < 50; length++) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) 'P');
      assertThat(RomScanner.next(Slice.of(bytes), 0)).isEqualTo(-1);
    }
  }

  static Set<String> names() {
    return RomForge.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theFirstPlacesOfALayout(String name) {
    byte[] bytes = RomForge.named(name);
    long at = -1;
    for (int i = 0; i < 20; i++) {
      long next = NaiveScanner.next(bytes, (int) at + 1);
      assertThat(RomScanner.next(Slice.of(bytes), at + 1)).isEqualTo(next);
      if (next < 0) {
        break;
      }
      at = next;
    }
  }
}
