package io.github.romparser.rom;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds the same as {@link RomScanner}, with a test of every byte and nothing clever. */
final class NaiveScanner {

  private static final List<String> HEADERS = List.of("U\u00aa", "w\u00bb", "VN");
  private static final List<String> STRUCTURES = List.of("PCIR", "NPDS", "RGIS");

  private NaiveScanner() {}

  static long next(byte[] bytes, int from) {
    for (int at = from; at + 26 <= bytes.length; at++) {
      if (HEADERS.contains(text(bytes, at, 2))) {
        int structure = at + (bytes[at + 24] & 0xff) + 256 * (bytes[at + 25] & 0xff);
        if (structure + 24 <= bytes.length && STRUCTURES.contains(text(bytes, structure, 4))) {
          return at;
        }
      }
    }
    return -1;
  }

  private static String text(byte[] bytes, int at, int length) {
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }
}
