package io.github.romparser.extract.handler.installer;

import java.io.EOFException;

/**
 * A prefix code of bzip2: for each length the first word behind those of this length, and where its
 * symbols are.
 */
final class Bzip2Code {

  /** Of a word, in bits (bzip2 1.0.8, decompress.c). */
  private static final int LONGEST = 20;

  private final int shortest;
  private final int[] behind;
  private final int[] first;
  private final int[] symbols;

  private Bzip2Code(int shortest, int[] behind, int[] first, int[] symbols) {
    this.shortest = shortest;
    this.behind = behind;
    this.first = first;
    this.symbols = symbols;
  }

  /** Reads the lengths of all words, each told by how it differs from the one before. */
  static Bzip2Code read(MsbBits in, int count) throws EOFException, MalformedStream {
    int[] lengths = new int[count];
    int length = in.bits(5);
    for (int i = 0; i < count; i++) {
      while (in.bits(1) != 0) {
        length += in.bits(1) == 0 ? 1 : -1;
        check(length);
      }
      check(length);
      lengths[i] = length;
    }
    int[] symbols = new int[count];
    int[] behind = new int[LONGEST + 1];
    int[] first = new int[LONGEST + 1];
    int shortest = LONGEST;
    int word = 0;
    int at = 0;
    for (int l = 1; l <= LONGEST; l++) {
      word <<= 1;
      first[l] = at - word;
      for (int symbol = 0; symbol < count; symbol++) {
        if (lengths[symbol] == l) {
          symbols[at++] = symbol;
          word++;
          shortest = Math.min(shortest, l);
        }
      }
      behind[l] = word;
    }
    return new Bzip2Code(shortest, behind, first, symbols);
  }

  private static void check(int length) throws MalformedStream {
    if (length < 1 || length > LONGEST) {
      throw new MalformedStream("length of a code");
    }
  }

  /** The next symbol. */
  int next(MsbBits in) throws EOFException, MalformedStream {
    int word = in.bits(shortest);
    int length = shortest;
    while (word >= behind[length]) {
      if (++length > LONGEST) {
        throw new MalformedStream("a word without a meaning");
      }
      word = word << 1 | in.bits(1);
    }
    int at = first[length] + word;
    if (at < 0 || at >= symbols.length) {
      throw new MalformedStream("a word without a meaning");
    }
    return symbols[at];
  }
}
