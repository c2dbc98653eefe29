package io.github.romparser.extract.handler.installer;

import java.io.EOFException;

/**
 * A prefix code of deflate, as a table of all words of the longest length: the symbol times 16 plus
 * its length, 0 for words that mean nothing.
 */
final class DeflateCode {

  /** Of a word, in bits (RFC 1951, 3.2.7). */
  private static final int LONGEST = 15;

  private final int[] table;

  private DeflateCode(int[] table) {
    this.table = table;
  }

  /** A code by the lengths of the words of its symbols. */
  static DeflateCode of(int[] lengths) {
    int longest = 1;
    int[] counts = new int[LONGEST + 1];
    for (int length : lengths) {
      counts[length]++;
      longest = Math.max(longest, length);
    }
    int[] next = new int[LONGEST + 2];
    for (int length = 1; length <= LONGEST; length++) {
      next[length + 1] = (next[length] + counts[length]) << 1;
    }
    // Where more words are used than there are, later ones take the places of earlier ones.
    int[] table = new int[1 << longest];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        int word = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
        for (int i = word & ((1 << length) - 1); i < table.length; i += 1 << length) {
          table[i] = symbol << 4 | length;
        }
      }
    }
    return new DeflateCode(table);
  }

  /** The next symbol. */
  int next(LsbBits in) throws EOFException, MalformedStream {
    int entry = table[in.peek(LONGEST) & (table.length - 1)];
    if (entry == 0) {
      throw new MalformedStream("a word without a meaning");
    }
    in.skip(entry & 0xf);
    return entry >> 4;
  }
}
