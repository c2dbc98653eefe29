package io.github.romparser.efi;

/**
 * A canonical prefix code to write with: shorter codes first, among equals in the order of the
 * symbols; what {@link CodeTable} reads.
 */
final class PrefixCode {

  private final int[] frequencies;
  private final byte[] lengths;
  private final short[] codes;

  /** The only symbol, which takes no bits; negative if there are more. */
  private final int single;

  private PrefixCode(int[] frequencies, byte[] lengths, int single) {
    this.frequencies = frequencies;
    this.lengths = lengths;
    this.single = single;
    this.codes = new short[lengths.length];
    int code = 0;
    for (int length = 1; length <= CodeTable.MAX_LENGTH; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = (short) code++;
        }
      }
      code <<= 1;
    }
  }

  /** The best code for symbols that occur so often; the array is kept and must not change. */
  static PrefixCode of(int[] frequencies) {
    byte[] lengths = CodeLengths.of(frequencies);
    int first = -1;
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        return new PrefixCode(frequencies, lengths, -1);
      }
      if (frequencies[symbol] > 0) {
        first = symbol;
      }
    }
    return new PrefixCode(frequencies, lengths, Math.max(first, 0));
  }

  /** Whether there is one symbol at most. */
  boolean isSingle() {
    return single >= 0;
  }

  /** The only symbol; 0 if there is none. */
  int single() {
    return single;
  }

  /** Length of a symbol's code in bits; 0 for a symbol without code, and for the only one. */
  int length(int symbol) {
    return lengths[symbol];
  }

  /** One more than the last symbol that has a code. */
  int count() {
    int count = lengths.length;
    while (count > 0 && lengths[count - 1] == 0) {
      count--;
    }
    return count;
  }

  /** How many bits all symbols take together. */
  long cost() {
    long bits = 0;
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      bits += (long) frequencies[symbol] * lengths[symbol];
    }
    return bits;
  }

  void write(BitWriter out, int symbol) {
    out.put(lengths[symbol], codes[symbol] & 0xffff);
  }
}
