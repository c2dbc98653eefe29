package io.github.romparser.efi;

import io.github.romparser.efi.EfiDecompressor.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * A canonical prefix code of up to 16 bits: shorter codes first, among equals in the order of the
 * symbols. Codes of up to {@code lookupBits} bits are looked up, longer ones compared.
 */
final class CodeTable {

  /** The longest code, in bits. */
  static final int MAX_LENGTH = 16;

  /** What {@link #decode} returns from a code without symbols. */
  static final int NONE = -1;

  /** All codes of {@link #MAX_LENGTH} bits. */
  private static final int WHOLE = 1 << MAX_LENGTH;

  private static final int LENGTH_BITS = 5;
  private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

  /** An entry that no code of up to {@code lookupBits} bits has: no such length, no such symbol. */
  private static final short LONGER = Short.MAX_VALUE;

  private final int lookupBits;

  /** By the next bits: symbol and length of the code. */
  private final short[] lookup;

  /** By length: the first code, and the first that is longer, both filled up to 16 bits. */
  private final int[] first = new int[MAX_LENGTH + 1];

  private final int[] end = new int[MAX_LENGTH + 1];

  /** By length: where the symbols of that length stand in {@link #symbols}. */
  private final int[] place = new int[MAX_LENGTH + 1];

  /** All symbols in the order of their codes. */
  private final short[] symbols;

  CodeTable(int size, int lookupBits) {
    this.lookupBits = lookupBits;
    this.lookup = new short[1 << lookupBits];
    this.symbols = new short[size];
  }

  /** How many symbols there can be. */
  int size() {
    return symbols.length;
  }

  /**
   * By the next {@code lookupBits} bits an entry, see {@link #bits} and {@link #symbol}; the array
   * itself, which the next code changes.
   */
  short[] lookup() {
    return lookup;
  }

  /** Length of an entry's code; more than {@link #MAX_LENGTH} if it has to be compared. */
  static int bits(int entry) {
    return entry & LENGTH_MASK;
  }

  /** The least entry of a symbol; all entries of lower symbols are less. */
  static int entry(int symbol) {
    return symbol << LENGTH_BITS;
  }

  /** The symbol of an entry. */
  static int symbol(int entry) {
    return entry >>> LENGTH_BITS;
  }

  /** Makes the code of one symbol, which takes no bits. */
  Optional<Reason> single(int symbol) {
    if (symbol >= symbols.length) {
      return Optional.of(Reason.UNKNOWN_SYMBOL);
    }
    Arrays.fill(lookup, (short) (symbol << LENGTH_BITS));
    return Optional.empty();
  }

  /** Makes the code of these lengths, one a symbol, 0 for a symbol without code. */
  Optional<Reason> build(byte[] lengths) {
    int[] counts = new int[MAX_LENGTH + 1];
    for (int symbol = 0; symbol < symbols.length; symbol++) {
      counts[lengths[symbol]]++;
    }
    int code = 0;
    int index = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      first[length] = code;
      place[length] = index;
      code += counts[length] << (MAX_LENGTH - length);
      index += counts[length];
      end[length] = code;
    }
    if (index > 0 && code != WHOLE) {
      return Optional.of(code < WHOLE ? Reason.CODE_INCOMPLETE : Reason.CODE_OVERSUBSCRIBED);
    }
    sort(lengths);
    fill();
    return Optional.empty();
  }

  private void sort(byte[] lengths) {
    int[] next = place.clone();
    for (int symbol = 0; symbol < symbols.length; symbol++) {
      if (lengths[symbol] != 0) {
        symbols[next[lengths[symbol]]++] = (short) symbol;
      }
    }
  }

  private void fill() {
    int at = 0;
    for (int length = 1; length <= lookupBits; length++) {
      int codes = (end[length] - first[length]) >>> (MAX_LENGTH - length);
      int entries = 1 << (lookupBits - length);
      for (int i = 0; i < codes; i++) {
        short entry = (short) (symbols[place[length] + i] << LENGTH_BITS | length);
        Arrays.fill(lookup, at, at + entries, entry);
        at += entries;
      }
    }
    Arrays.fill(lookup, at, lookup.length, LONGER);
  }

  /** Takes one symbol; {@link #MAX_LENGTH} bits have to be ensured. */
  int decode(BitSource in) {
    int entry = lookup[in.peek(lookupBits)];
    int length = bits(entry);
    if (length <= MAX_LENGTH) {
      in.skip(length);
      return symbol(entry);
    }
    return decodeLonger(in);
  }

  private int decodeLonger(BitSource in) {
    int code = in.peek(MAX_LENGTH);
    for (int length = lookupBits + 1; length <= MAX_LENGTH; length++) {
      if (code < end[length]) {
        in.skip(length);
        return symbols[place[length] + ((code - first[length]) >>> (MAX_LENGTH - length))];
      }
    }
    return NONE;
  }
}
