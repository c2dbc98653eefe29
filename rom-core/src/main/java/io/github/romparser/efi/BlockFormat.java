package io.github.romparser.efi;

/** The compressions that {@link BlockHuffmanDecoder} reads, and what differs between them. */
enum BlockFormat {
  /** UEFI's own. edk2's decompressor takes 31 position symbols in both of its variants. */
  EFI_1_1(4, 31, 13, false),
  /** edk2's variant. */
  TIANO(5, 31, 19, false),
  /** LHA's -lh4-. */
  LH4(4, 14, 12, true),
  /** LHA's -lh5-. */
  LH5(4, 14, 13, true),
  /** LHA's -lh6-. */
  LH6(5, 16, 15, true),
  /** LHA's -lh7-. */
  LH7(5, 17, 16, true);

  /** Symbols below are bytes; the others lengths, the first one {@link #SHORTEST}. */
  static final int BYTES = 256;

  /** The shortest repetition, in bytes. */
  static final int SHORTEST = 3;

  /** The longest repetition, in bytes. */
  static final int LONGEST = 256;

  /** Bytes and lengths. */
  static final int SYMBOLS = BYTES + LONGEST - SHORTEST + 1;

  /** Width of the number of bytes and lengths that have a code, in bits. */
  static final int SYMBOL_COUNT_BITS = 9;

  /** Symbols of the code of code lengths: three for runs of zeros, then the lengths 1 to 16. */
  static final int LENGTHS = 19;

  /** Width of the number of code lengths that have a code, in bits. */
  static final int LENGTH_COUNT_BITS = 5;

  /** After so many lengths of the code of code lengths, 2 bits count zeros. */
  static final int ZEROS_AFTER = 3;

  /** For a code without such a count. */
  static final int NO_ZEROS = -1;

  private final int positionBits;
  private final int positions;
  private final int windowBits;
  private final boolean spacesBefore;

  BlockFormat(int positionBits, int positions, int windowBits, boolean spacesBefore) {
    this.positionBits = positionBits;
    this.positions = positions;
    this.windowBits = windowBits;
    this.spacesBefore = spacesBefore;
  }

  /** Width of the count of position symbols, in bits. */
  int positionBits() {
    return positionBits;
  }

  /** How many position symbols a reader takes; symbol n stands for positions of n bits. */
  int positions() {
    return positions;
  }

  /**
   * Whether what stands before the output counts as spaces; otherwise it must not be referred to.
   */
  boolean spacesBefore() {
    return spacesBefore;
  }

  /** The farthest back that a writer refers to, in bytes. */
  int window() {
    return 1 << windowBits;
  }

  /** How many position symbols a writer needs: for positions of no bit up to those of a window. */
  int written() {
    return windowBits + 1;
  }

  /** The symbol of a position, which is the distance less one: how many bits it has. */
  static int positionSymbol(int position) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(position);
  }
}
