package io.github.romparser.extract.codec;

import java.util.Arrays;

/**
 * The codes of a block of LZX. The lengths of their words are told as differences from those of the
 * block before.
 */
final class LzxTrees {

  /** What reading them costs at most, as bytes of work. */
  static final long WORK = 8 << 10;

  private static final int LITERALS = 256;
  private static final int ALIGNED_SYMBOLS = 8;
  private static final int ALIGNED_LENGTH_BITS = 3;
  private static final int PRE_SYMBOLS = 20;
  private static final int PRE_LENGTH_BITS = 4;

  /** Symbols of the code that tells lengths: a short run of zeros, a long one, one of the same. */
  private static final int SHORT_ZEROS = 17;

  private static final int LONG_ZEROS = 18;
  private static final int SAME = 19;

  /** Differences count modulo this. */
  private static final int LENGTHS = 17;

  private final int mainSymbols;
  private final int lengthSymbols;
  private final byte[] mainLengths;
  private final byte[] lengthLengths;
  private final LzxCode main;
  private final LzxCode lengths;
  private final LzxCode aligned = new LzxCode(ALIGNED_SYMBOLS, (1 << ALIGNED_LENGTH_BITS) - 1);
  private final LzxCode pre = new LzxCode(PRE_SYMBOLS, (1 << PRE_LENGTH_BITS) - 1);

  LzxTrees(int mainSymbols, int lengthSymbols) {
    this.mainSymbols = mainSymbols;
    this.lengthSymbols = lengthSymbols;
    mainLengths = new byte[mainSymbols];
    lengthLengths = new byte[lengthSymbols];
    main = new LzxCode(mainSymbols, LzxCode.LONGEST);
    lengths = new LzxCode(lengthSymbols, LzxCode.LONGEST);
  }

  /** Literals and repetitions. */
  LzxCode main() {
    return main;
  }

  /** The rest of long lengths. */
  LzxCode lengths() {
    return lengths;
  }

  /** The low bits of offsets in an aligned block. */
  LzxCode aligned() {
    return aligned;
  }

  /** Reads the codes of a block; false if there are none such. */
  boolean read(LzxBits bits, boolean withAligned) {
    if (withAligned) {
      byte[] words = new byte[ALIGNED_SYMBOLS];
      for (int i = 0; i < words.length; i++) {
        words[i] = (byte) bits.read(ALIGNED_LENGTH_BITS);
      }
      if (!aligned.build(words, words.length)) {
        return false;
      }
    }
    return delta(bits, mainLengths, 0, LITERALS)
        && delta(bits, mainLengths, LITERALS, mainSymbols)
        && delta(bits, lengthLengths, 0, lengthSymbols)
        && main.build(mainLengths, mainSymbols)
        && lengths.build(lengthLengths, lengthSymbols);
  }

  private boolean delta(LzxBits bits, byte[] words, int from, int to) {
    byte[] preLengths = new byte[PRE_SYMBOLS];
    for (int i = 0; i < PRE_SYMBOLS; i++) {
      preLengths[i] = (byte) bits.read(PRE_LENGTH_BITS);
    }
    if (!pre.build(preLengths, PRE_SYMBOLS)) {
      return false;
    }
    int at = from;
    while (at < to) {
      int symbol = bits.symbol(pre);
      if (symbol < 0 || bits.overrun()) {
        return false;
      }
      if (symbol < SHORT_ZEROS) {
        words[at] = minus(words[at], symbol);
        at++;
        continue;
      }
      int run;
      byte value = 0;
      if (symbol == SAME) {
        run = 4 + bits.read(1);
        int difference = bits.symbol(pre);
        if (difference < 0 || difference >= SHORT_ZEROS) {
          return false;
        }
        value = minus(words[at], difference);
      } else {
        run = symbol == LONG_ZEROS ? 20 + bits.read(5) : 4 + bits.read(4);
      }
      // A run that is too long would be an encoder's mistake; libmspack takes it, too.
      int end = Math.min(to, at + run);
      Arrays.fill(words, at, end, value);
      at = end;
    }
    return true;
  }

  private static byte minus(byte length, int difference) {
    return (byte) ((length - difference + LENGTHS) % LENGTHS);
  }
}
