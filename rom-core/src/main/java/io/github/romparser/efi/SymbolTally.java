package io.github.romparser.efi;

/** How often each symbol occurs in a stretch of a stream. */
final class SymbolTally {

  private final BlockFormat format;
  private final int[] symbols;
  private final int[] positions;

  private SymbolTally(BlockFormat format, int[] symbols, int[] positions) {
    this.format = format;
    this.symbols = symbols;
    this.positions = positions;
  }

  /** A tally of nothing. */
  SymbolTally(BlockFormat format) {
    this(format, new int[BlockFormat.SYMBOLS], new int[format.written()]);
  }

  /** Counts a byte or a length. */
  void symbol(int symbol) {
    symbols[symbol]++;
  }

  /** Counts a position symbol. */
  void position(int symbol) {
    positions[symbol]++;
  }

  /** The tally of both stretches together. */
  SymbolTally plus(SymbolTally other) {
    return new SymbolTally(format, sum(symbols, other.symbols), sum(positions, other.positions));
  }

  private static int[] sum(int[] a, int[] b) {
    int[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  /** The best codes for it; nothing may be counted afterwards. */
  BlockCodes codes() {
    return new BlockCodes(format, symbols, positions);
  }

  /** How many bits its block takes, but for the low bits of positions. */
  long cost() {
    BlockCodes codes = codes();
    return codes.cost() + codes.symbols().cost() + codes.positions().cost();
  }
}
