package io.github.romparser.efi;

/**
 * Gathers bytes and repetitions into blocks, each with codes of its own, and writes them. A block
 * ends where new codes are worth their price, which is looked at every {@link #CHUNK} symbols.
 */
final class BlockEncoder {

  private static final int CHUNK = 1 << 11;

  /** The most symbols of a block, a multiple of a chunk; the count of a block has 16 bits. */
  private static final int MOST = 1 << 15;

  private static final int SYMBOL_BITS = BlockFormat.SYMBOL_COUNT_BITS;
  private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

  private final BlockFormat format;
  private final BitWriter out;
  private final Prices prices;

  /** A symbol each, above it the position. */
  private final int[] tokens = new int[MOST];

  private int count;

  /** So many tokens belong to the block; what follows is not decided. */
  private int settled;

  private boolean written;

  private SymbolTally block;
  private SymbolTally chunk;

  BlockEncoder(BlockFormat format, BitWriter out) {
    this.format = format;
    this.out = out;
    this.prices = new Prices(format);
    this.block = new SymbolTally(format);
    this.chunk = new SymbolTally(format);
  }

  /** What symbols will probably cost. */
  Prices prices() {
    return prices;
  }

  /** Appends a byte, 0 to 255. */
  void literal(int value) {
    add(value, value);
  }

  /** Appends a repetition. */
  void repetition(int length, int distance) {
    int symbol = BlockFormat.BYTES + length - BlockFormat.SHORTEST;
    int position = distance - 1;
    chunk.position(BlockFormat.positionSymbol(position));
    add(symbol, position << SYMBOL_BITS | symbol);
  }

  /** Writes what is left; a block without symbols if there never were any, as edk2 does. */
  void finish() {
    settle();
    if (count > 0 || !written) {
      write(count);
    }
  }

  private void add(int symbol, int token) {
    chunk.symbol(symbol);
    tokens[count++] = token;
    if (count - settled == CHUNK) {
      settle();
    }
  }

  /** Decides whether the chunk goes on with the block or begins another one. */
  private void settle() {
    prices.learn(chunk.codes());
    SymbolTally both = block.plus(chunk);
    if (settled > 0 && both.cost() > block.cost() + chunk.cost()) {
      int rest = count - settled;
      write(settled);
      System.arraycopy(tokens, settled, tokens, 0, rest);
      count = rest;
      both = chunk;
    }
    block = both;
    chunk = new SymbolTally(format);
    settled = count;
    if (count == MOST) {
      write(count);
      block = new SymbolTally(format);
      count = 0;
      settled = 0;
    }
  }

  private void write(int length) {
    BlockCodes codes = block.codes();
    written = true;
    out.put(16, length);
    codes.write(out);
    for (int i = 0; i < length; i++) {
      int symbol = tokens[i] & SYMBOL_MASK;
      codes.symbols().write(out, symbol);
      if (symbol >= BlockFormat.BYTES) {
        position(codes.positions(), tokens[i] >>> SYMBOL_BITS);
      }
    }
  }

  private void position(PrefixCode code, int position) {
    int symbol = BlockFormat.positionSymbol(position);
    code.write(out, symbol);
    if (symbol > 1) {
      out.put(symbol - 1, position & ((1 << (symbol - 1)) - 1));
    }
  }
}
