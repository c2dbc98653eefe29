package io.github.romparser.extract.codec;

import java.util.Arrays;

/**
 * A canonical prefix code of LZX, told by the length of each symbol's code word. Short words are
 * looked up at once, longer ones are found by comparing.
 *
 * <p>A code in which some words stand for nothing is taken; who meets one is told.
 */
final class LzxCode {

  /** No code word is longer, in bits. */
  static final int LONGEST = 16;

  /** In an entry of the table, so many low bits are the length. */
  static final int LENGTH_BITS = 4;

  /** No symbol has this word. */
  static final int NONE = -1;

  private static final int FAST_BITS = 11;

  private final int fastBits;
  private final short[] fast;
  private final short[] sorted;
  private final int[] limit = new int[LONGEST + 1];
  private final int[] shift = new int[LONGEST + 1];

  /**
   * Room for a code.
   *
   * @param symbols how many symbols there may be
   * @param longest its longest code word, in bits
   */
  LzxCode(int symbols, int longest) {
    fastBits = Math.min(longest, FAST_BITS);
    fast = new short[1 << fastBits];
    sorted = new short[symbols];
  }

  /** How many bits the table is looked up with. */
  int fastBits() {
    return fastBits;
  }

  /**
   * For each possible beginning of {@link #fastBits} bits the symbol and the length of its word, or
   * 0 where the word is longer or stands for nothing.
   */
  short[] fast() {
    return fast;
  }

  /**
   * Makes the code of these lengths.
   *
   * @param lengths in bits, 0 for a symbol that does not occur
   * @param count how many of them
   * @return whether there is such a code; one without any word is one
   */
  boolean build(byte[] lengths, int count) {
    int[] number = new int[LONGEST + 1];
    for (int symbol = 0; symbol < count; symbol++) {
      number[lengths[symbol]]++;
    }
    int[] next = new int[LONGEST + 1];
    int word = 0;
    int before = 0;
    for (int length = 1; length <= LONGEST; length++) {
      word <<= 1;
      shift[length] = before - word;
      next[length] = before;
      before += number[length];
      word += number[length];
      if (word > 1 << length) {
        return false;
      }
      limit[length] = word << (LONGEST - length);
    }
    for (int symbol = 0; symbol < count; symbol++) {
      if (lengths[symbol] > 0) {
        sorted[next[lengths[symbol]]++] = (short) symbol;
      }
    }
    fill(number);
    return true;
  }

  private void fill(int[] number) {
    int at = 0;
    int index = 0;
    for (int length = 1; length <= fastBits; length++) {
      int width = 1 << (fastBits - length);
      for (int i = 0; i < number[length]; i++) {
        short entry = (short) (sorted[index++] << LENGTH_BITS | length);
        Arrays.fill(fast, at, at + width, entry);
        at += width;
      }
    }
    Arrays.fill(fast, at, fast.length, (short) 0);
  }

  /**
   * Finds a word that the table does not have.
   *
   * @param bits the next 16 bits of the stream
   * @return symbol and length, as {@link #slowLength} and {@link #slowSymbol} take them apart, or
   *     {@link #NONE}
   */
  int slow(int bits) {
    for (int length = fastBits + 1; length <= LONGEST; length++) {
      if (bits < limit[length]) {
        return sorted[(bits >>> (LONGEST - length)) + shift[length]] << Byte.SIZE | length;
      }
    }
    return NONE;
  }

  static int slowLength(int found) {
    return found & 0xff;
  }

  static int slowSymbol(int found) {
    return found >> Byte.SIZE;
  }
}
