package io.github.romparser.efi;

import java.util.Arrays;

/**
 * What symbols will probably cost, in bits: what they cost in the codes of the last stretch. Only a
 * guess to choose by, for the codes of a block are made when all of its symbols are known.
 */
final class Prices {

  /** Before anything is known, and for symbols that did not occur. */
  private static final int BYTE = 7;

  private static final int LENGTH = 8;
  private static final int POSITION = 4;
  private static final int NEW = 11;
  private static final int NEW_POSITION = 6;

  private final byte[] symbols = new byte[BlockFormat.SYMBOLS];
  private final byte[] positions;

  Prices(BlockFormat format) {
    positions = new byte[format.written()];
    Arrays.fill(symbols, 0, BlockFormat.BYTES, (byte) BYTE);
    Arrays.fill(symbols, BlockFormat.BYTES, symbols.length, (byte) LENGTH);
    Arrays.fill(positions, (byte) POSITION);
  }

  /** Takes the lengths of these codes from now on. */
  void learn(BlockCodes codes) {
    learn(symbols, codes.symbols(), NEW);
    learn(positions, codes.positions(), NEW_POSITION);
  }

  private static void learn(byte[] prices, PrefixCode code, int unknown) {
    for (int i = 0; i < prices.length; i++) {
      int length = code.length(i);
      prices[i] = (byte) (length > 0 ? length : unknown);
    }
  }

  /** A byte, 0 to 255. */
  int literal(int value) {
    return symbols[value];
  }

  /** A repetition. */
  int repetition(int length, int distance) {
    int symbol = BlockFormat.positionSymbol(distance - 1);
    return symbols[BlockFormat.BYTES + length - BlockFormat.SHORTEST]
        + positions[symbol]
        + Math.max(0, symbol - 1);
  }
}
