package io.github.romparser.acpi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The numbers in names such as {@code rom.0}, {@code chunk_0001.bin} and {@code rom-0x1000.bin}:
 * what differs between the names, as an offset or as the number of a piece.
 */
final class ChunkNames {

  private final List<String> digits;

  private ChunkNames(List<String> digits) {
    this.digits = digits;
  }

  /** Looks for the number in each of some file names, of which there are two at least. */
  static ChunkNames of(List<String> paths) {
    List<String> names =
        paths.stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).toList();
    int start = common(names);
    String first = names.get(0);
    while (start > 0 && Character.digit(first.charAt(start - 1), 10) >= 0) {
      start--;
    }
    // Letters may be digits too, behind something that cannot be one.
    int letters = start;
    while (letters > 0 && Character.digit(first.charAt(letters - 1), 16) >= 0) {
      letters--;
    }
    if (letters > 0 && letters < start && !Character.isLetterOrDigit(first.charAt(letters - 1))) {
      start = letters;
    }
    List<String> digits = new ArrayList<>();
    for (String name : names) {
      digits.add(digits(name, start));
    }
    return new ChunkNames(digits);
  }

  private static int common(List<String> names) {
    String first = names.get(0);
    int length = first.length();
    for (String name : names) {
      int i = 0;
      while (i < Math.min(length, name.length()) && name.charAt(i) == first.charAt(i)) {
        i++;
      }
      length = i;
    }
    return length;
  }

  private static String digits(String name, int start) {
    int from = name.startsWith("0x", start) || name.startsWith("0X", start) ? start + 2 : start;
    int to = from;
    while (to < name.length() && Character.digit(name.charAt(to), 16) >= 0) {
      to++;
    }
    return name.substring(from, to).toLowerCase(Locale.ROOT);
  }

  /**
   * Brings pieces into the order of their numbers, and gives them places where the numbers are
   * offsets or some are missing.
   *
   * @param chunks as many as there are names, in the same order
   * @return the same chunks as they are, where the names have no numbers or some have the same
   */
  List<Chunk> order(List<Chunk> chunks) {
    int size = Math.max(1, ChunkList.usualSize(chunks));
    for (int base : new int[] {10, 16}) {
      long[] numbers = numbers(base);
      if (numbers.length > 0 && offsets(numbers, size)) {
        return placed(chunks, numbers);
      }
    }
    long[] numbers = numbers(10);
    if (numbers.length == 0) {
      numbers = numbers(16);
    }
    if (numbers.length == 0) {
      return chunks;
    }
    long least = Arrays.stream(numbers).min().orElse(0);
    long most = Arrays.stream(numbers).max().orElse(0);
    // Counting begins with 0 or 1; what begins later may be a part, whose place is not known.
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.min(numbers[i] - least, RomChunks.MOST) * size;
    }
    List<Chunk> placed = placed(chunks, numbers);
    return most - least == numbers.length - 1
        ? placed.stream().map(Chunk::anywhere).toList()
        : placed;
  }

  private static List<Chunk> placed(List<Chunk> chunks, long[] places) {
    List<Chunk> placed = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      placed.add(chunks.get(i).at(places[i]));
    }
    placed.sort(Comparator.comparingLong(chunk -> chunk.offset().orElse(0)));
    return placed;
  }

  /** Whether numbers are offsets: each a multiple of the size of a piece, and not all 0. */
  private static boolean offsets(long[] numbers, int size) {
    long most = 0;
    for (long number : numbers) {
      if (number % size != 0) {
        return false;
      }
      most = Math.max(most, number);
    }
    return most >= size;
  }

  private long[] numbers(int base) {
    long[] numbers = new long[digits.size()];
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < numbers.length; i++) {
      byte[] text = digits.get(i).getBytes(StandardCharsets.ISO_8859_1);
      numbers[i] = Digits.value(text, 0, text.length, base);
      if (numbers[i] < 0 || !seen.add(numbers[i])) {
        return new long[0];
      }
    }
    return numbers;
  }
}
