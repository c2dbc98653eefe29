package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The scanner against a naive one, on random bytes with headers and structures planted in. */
class RomScannerPropertyTest {
  /** Two bytes or four, somewhere, and a pointer that may or may not lead to something. */
  record Plant(int at, String text, int pointer) {}

  @Provide
  Arbitrary<List<Plant>> plants() {
    Arbitrary<Integer> places =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 0x2ffff), Arbitraries.integers().between(0, 0x200));
    Arbitrary<String> texts =
        Arbitraries.of("U\u00aa", "w\u00bb", "VN", "PCIR", "NPDS", "RGIS", "PCI", "P");
    Arbitrary<Integer> pointers =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 0x60), Arbitraries.integers().between(0, 0xffff));
    return Combinators.combine(places, texts, pointers).as(Plant::new).list().ofMaxSize(60);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void theSamePlacesInTheSameOrder(
      @ForAll("plants") List<Plant> plants, @ForAll long seed, @ForAll boolean noise) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = new byte[random.nextInt(4) == 0 ? 0x30000 : random.nextInt(0x300)];
    if (noise) {
      random.nextBytes(bytes);
    }
    List<Integer> structures = new ArrayList<>();
    for (Plant plant : plants) {
      if (plant.text().length() == 4 && put(bytes, plant.at(), plant.text())) {
        structures.add(plant.at());
      }
    }
    for (Plant plant : plants) {
      if (plant.text().length() == 2 && put(bytes, plant.at(), plant.text())) {
        point(bytes, plant, structures);
      }
    }
    compare(bytes);
  }

  /** A pair of signatures at every place near the end, where loops of several bytes end early. */
  @Property(tries = 200)
  void nearTheEnd(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = new byte[50 + random.nextInt(40)];
    int at = random.nextInt(bytes.length - 49);
    int pointer = 0x1a + random.nextInt(bytes.length - at - 0x1a - 3);
    put(bytes, at, "U\u00aa");
    put(bytes, at + pointer, List.of("PCIR", "NPDS", "RGIS").get(random.nextInt(3)));
    bytes[at + 0x18] = (byte) pointer;
    compare(bytes);
  }

  private static boolean put(byte[] bytes, int at, String text) {
    byte[] piece = text.getBytes(StandardCharsets.ISO_8859_1);
    if (at + piece.length > bytes.length) {
      return false;
    }
    System.arraycopy(piece, 0, bytes, at, piece.length);
    return true;
  }

  /** Leads to the next structure, if there is one in reach, else anywhere. */
  private static void point(byte[] bytes, Plant header, List<Integer> structures) {
    int pointer =
        structures.stream()
            .map(place -> place - header.at())
            .filter(distance -> distance >= 0 && distance <= 0xffff)
            .findFirst()
            .orElse(header.pointer());
    if (header.at() + 0x1a <= bytes.length) {
      bytes[header.at() + 0x18] = (byte) pointer;
      bytes[header.at() + 0x19] = (byte) (pointer >> 8);
    }
  }

  private static void compare(byte[] bytes) {
    Slice file = Slice.of(bytes);
    int at = 0;
    while (true) {
      long expected = NaiveScanner.next(bytes, at);
      assertThat(RomScanner.next(file, at)).isEqualTo(expected);
      // Which of the two the scanner takes depends on how much it has seen.
      assertThat(RomScanner.nextByByte(bytes, 0, at, bytes.length)).isEqualTo(expected);
      assertThat(RomScanner.nextByWord(bytes, 0, at, bytes.length)).isEqualTo(expected);
      if (expected < 0) {
        return;
      }
      at = (int) expected + 1;
    }
  }
}
