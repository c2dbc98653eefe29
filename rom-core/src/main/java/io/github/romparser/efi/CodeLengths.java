package io.github.romparser.efi;

import java.util.Arrays;

/**
 * The lengths of the best prefix code for some frequencies that has no code longer than 16 bits
 * (Larmore and Hirschberg 1990, "A fast algorithm for optimal length-limited Huffman codes":
 * package-merge).
 *
 * <p>A row holds all symbols by frequency, and merged among them the pairs of the row before it.
 * Whatever symbol is among the first 2n - 2 of the last row, or in a pair that is, gets one bit
 * more for each time. The code is complete: no bits are without a meaning.
 */
final class CodeLengths {

  private CodeLengths() {}

  /**
   * Finds the lengths.
   *
   * @param frequencies of the symbols, none negative
   * @return one length a symbol, 0 for those that do not occur; all are 0 where only one does,
   *     which needs no bits
   */
  static byte[] of(int[] frequencies) {
    byte[] lengths = new byte[frequencies.length];
    int[] symbols = occurring(frequencies);
    int count = symbols.length;
    if (count < 2) {
      return lengths;
    }
    // By row: how many of the first i entries are symbols, not pairs.
    int[][] rows = new int[CodeTable.MAX_LENGTH][];
    long[] weights = new long[0];
    for (int row = 0; row < rows.length; row++) {
      long[] pairs = pairs(weights);
      weights = new long[count + pairs.length];
      rows[row] = merge(symbols, frequencies, pairs, weights);
    }
    int taken = 2 * count - 2;
    for (int row = rows.length - 1; row >= 0; row--) {
      int whole = rows[row][taken];
      for (int i = 0; i < whole; i++) {
        lengths[symbols[i]]++;
      }
      taken = 2 * (taken - whole);
    }
    return lengths;
  }

  /** The symbols that occur, the rarest first, among equals the first. */
  private static int[] occurring(int[] frequencies) {
    long[] order = new long[frequencies.length];
    int count = 0;
    for (int symbol = 0; symbol < frequencies.length; symbol++) {
      if (frequencies[symbol] > 0) {
        order[count++] = (long) frequencies[symbol] << Integer.SIZE | symbol;
      }
    }
    Arrays.sort(order, 0, count);
    int[] symbols = new int[count];
    for (int i = 0; i < count; i++) {
      symbols[i] = (int) order[i];
    }
    return symbols;
  }

  private static long[] pairs(long[] weights) {
    long[] pairs = new long[weights.length / 2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = weights[2 * i] + weights[2 * i + 1];
    }
    return pairs;
  }

  private static int[] merge(int[] symbols, int[] frequencies, long[] pairs, long[] weights) {
    int[] whole = new int[weights.length + 1];
    int symbol = 0;
    int pair = 0;
    for (int i = 0; i < weights.length; i++) {
      if (pair == pairs.length
          || (symbol < symbols.length && frequencies[symbols[symbol]] <= pairs[pair])) {
        weights[i] = frequencies[symbols[symbol++]];
      } else {
        weights[i] = pairs[pair++];
      }
      whole[i + 1] = symbol;
    }
    return whole;
  }
}
