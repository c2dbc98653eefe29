package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.RomForge;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout, cut at every place and with every byte changed: reading still makes sense. */
class DamagedLayoutsTest {
  /** Up to this size, in bytes, a layout is damaged at every place. */
  private static final int SMALL = 20 << 10;

  /** So many places are enough of what is larger, and for checks that take their time. */
  private static final int PLACES = 300;

  /** Where a slice begins that is read as if it were a file, in bytes. */
  private static final int SHIFT = 1000;

  static Stream<String> small() {
    return RomForge.names().stream().filter(name -> RomForge.named(name).length <= SMALL);
  }

  static Stream<String> large() {
    return RomForge.names().stream()
        .filter(name -> RomForge.named(name).length > SMALL)
        .filter(name -> !name.equals("ten-thousand"));
  }

  static List<String> names() {
    return List.copyOf(RomForge.names());
  }

  @ParameterizedTest
  @MethodSource("small")
  void aFileThatIsCutAnywhere(String name) {
    byte[] whole = RomForge.named(name);
    for (int length = 0; length <= whole.length; length++) {
      cut(whole, length);
    }
  }

  @ParameterizedTest
  @MethodSource("large")
  void aLargeFileThatIsCut(String name) {
    byte[] whole = RomForge.named(name);
    for (int length = 0; length <= whole.length; length += step(whole)) {
      cut(whole, length);
    }
  }

  private static void cut(byte[] whole, int length) {
    RomFile rom = Invariants.read(Slice.of(whole).slice(0, length));
    if (length > 0 && length % 512 != 0 && rom.kind() == FileKind.OPTION_ROM) {
      assertThat(rom.findings()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void aByteThatIsChangedAnywhere(String name) {
    byte[] bytes = RomForge.named(name);
    for (int at = 0; at < bytes.length; at++) {
      changed(bytes, at);
    }
  }

  @ParameterizedTest
  @MethodSource("large")
  void aByteThatIsChangedInALargeFile(String name) {
    byte[] bytes = RomForge.named(name);
    for (int at = 0; at < 0x400; at++) {
      changed(bytes, at);
    }
    for (int at = 0x400; at < bytes.length; at += step(bytes)) {
      changed(bytes, at);
    }
  }

  private static void changed(byte[] bytes, int at) {
    byte before = bytes[at];
    Slice file = Slice.of(bytes);
    for (byte value : new byte[] {0, -1, (byte) (before ^ 0x80), (byte) (before + 1)}) {
      bytes[at] = value;
      Invariants.read(file);
    }
    bytes[at] = before;
  }

  @ParameterizedTest
  @MethodSource("names")
  void readingTwiceGivesTheSame(String name) {
    Invariants.readTwice(Slice.of(RomForge.named(name)));
  }

  @ParameterizedTest
  @MethodSource("small")
  void aDamagedFileReadTwiceGivesTheSame(String name) {
    byte[] bytes = RomForge.named(name);
    for (int at = 0; at < bytes.length; at += step(bytes)) {
      bytes[at] ^= 0x55;
      Invariants.readTwice(Slice.of(bytes));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void offsetsCountFromTheStartOfTheFile(String name) {
    checkShift(RomForge.named(name));
  }

  @ParameterizedTest
  @MethodSource("small")
  void offsetsOfADamagedFileCountFromItsStart(String name) {
    byte[] whole = RomForge.named(name);
    for (int length = 0; length < whole.length; length += step(whole)) {
      checkShift(Arrays.copyOf(whole, length));
    }
    for (int at = 0; at < whole.length; at += step(whole)) {
      byte[] bytes = whole.clone();
      bytes[at]++;
      checkShift(bytes);
    }
  }

  private static void checkShift(byte[] bytes) {
    byte[] behind = new byte[SHIFT + bytes.length];
    // A header in front of the slice, which must not be seen.
    System.arraycopy(RomForge.named("minimal"), 0, behind, 0, 512);
    System.arraycopy(bytes, 0, behind, SHIFT, bytes.length);
    RomFile moved = Invariants.read(Slice.of(behind).from(SHIFT));
    assertThat(moved.bytes().offset()).isEqualTo(SHIFT);
    assertThat(Relative.of(moved)).isEqualTo(Relative.of(RomReader.read(Slice.of(bytes))));
  }

  /** An odd step, so that all places within a block come up. */
  private static int step(byte[] bytes) {
    return bytes.length / PLACES | 1;
  }
}
