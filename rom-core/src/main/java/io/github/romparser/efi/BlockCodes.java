package io.github.romparser.efi;

/**
 * The three codes of a block and how their lengths are written: as edk2's compressor writes them,
 * so that every reader takes them (edk2 BaseTools/Source/C/Common/EfiCompress.c, {@code SendBlock},
 * {@code WritePTLen}, {@code WriteCLen}).
 */
final class BlockCodes {

  /** Symbols of the code of code lengths: one zero, 3 to 18 zeros, 20 and more. */
  private static final int ZERO = 0;

  private static final int FEW_ZEROS = 1;
  private static final int MANY_ZEROS = 2;

  /** Further symbols stand for the length that is so much less. */
  private static final int LENGTH = 2;

  private static final int FEW = 3;
  private static final int FEW_BITS = 4;
  private static final int MANY = 20;
  private static final int MANY_BITS = 9;

  private final BlockFormat format;
  private final PrefixCode lengths;
  private final PrefixCode symbols;
  private final PrefixCode positions;

  /** What takes a symbol of the code of code lengths, and what follows it. */
  @FunctionalInterface
  private interface Taker {
    void take(int symbol, int width, int value);
  }

  /**
   * Makes the best codes.
   *
   * @param symbols how often each byte and each length occurs
   * @param positions how often each position symbol occurs
   */
  BlockCodes(BlockFormat format, int[] symbols, int[] positions) {
    this.format = format;
    this.symbols = PrefixCode.of(symbols);
    this.positions = PrefixCode.of(positions);
    int[] frequencies = new int[BlockFormat.LENGTHS];
    if (!this.symbols.isSingle()) {
      runs((symbol, width, value) -> frequencies[symbol]++);
    }
    this.lengths = PrefixCode.of(frequencies);
  }

  /** The code of bytes and lengths. */
  PrefixCode symbols() {
    return symbols;
  }

  /** The code of position symbols. */
  PrefixCode positions() {
    return positions;
  }

  /** Writes the lengths of all three codes. */
  void write(BitWriter out) {
    small(out, lengths, BlockFormat.LENGTH_COUNT_BITS, BlockFormat.ZEROS_AFTER);
    if (symbols.isSingle()) {
      single(out, symbols, BlockFormat.SYMBOL_COUNT_BITS);
    } else {
      out.put(BlockFormat.SYMBOL_COUNT_BITS, symbols.count());
      runs(
          (symbol, width, value) -> {
            lengths.write(out, symbol);
            out.put(width, value);
          });
    }
    small(out, positions, format.positionBits(), BlockFormat.NO_ZEROS);
  }

  /** About how many bits {@link #write} writes; the count of zeros is taken for nothing. */
  long cost() {
    long bits = BlockFormat.LENGTH_COUNT_BITS;
    bits += BlockFormat.SYMBOL_COUNT_BITS;
    bits += format.positionBits();
    bits += lengths.cost() + cost(lengths) + cost(positions);
    long[] behind = new long[1];
    if (!symbols.isSingle()) {
      runs((symbol, width, value) -> behind[0] += width);
    }
    return bits + behind[0];
  }

  private static long cost(PrefixCode code) {
    long bits = 0;
    for (int i = code.count(); i-- > 0; ) {
      bits += Math.max(3, code.length(i) - 3);
    }
    return bits;
  }

  private static void single(BitWriter out, PrefixCode code, int countBits) {
    out.put(countBits, 0);
    out.put(countBits, code.single());
  }

  private static void small(BitWriter out, PrefixCode code, int countBits, int zerosAfter) {
    if (code.isSingle()) {
      single(out, code, countBits);
      return;
    }
    int count = code.count();
    out.put(countBits, count);
    for (int i = 0; i < count; ) {
      int length = code.length(i++);
      if (length < 7) {
        out.put(3, length);
      } else {
        out.put(length - 3, (1 << (length - 3)) - 2);
      }
      if (i == zerosAfter) {
        int zeros = 0;
        while (zeros < 3 && code.length(i) == 0) {
          zeros++;
          i++;
        }
        out.put(2, zeros);
      }
    }
  }

  /** The lengths of the symbols' code, as symbols of the code of code lengths. */
  private void runs(Taker taker) {
    int count = symbols.count();
    for (int i = 0; i < count; ) {
      int length = symbols.length(i++);
      if (length > 0) {
        taker.take(LENGTH + length, 0, 0);
        continue;
      }
      int zeros = 1;
      while (symbols.length(i) == 0) { // a symbol with a code comes last
        zeros++;
        i++;
      }
      if (zeros >= MANY) {
        taker.take(MANY_ZEROS, MANY_BITS, zeros - MANY);
        continue;
      }
      while (zeros > 0 && (zeros < FEW || zeros == MANY - 1)) {
        taker.take(ZERO, 0, 0);
        zeros--;
      }
      if (zeros > 0) {
        taker.take(FEW_ZEROS, FEW_BITS, zeros - FEW);
      }
    }
  }
}
