package io.github.romparser.benchmarks;

import java.util.Arrays;

/**
 * The baseline of decompression: the format as its description reads, a bit at a time. Codes are
 * compared length by length, as zlib's puff does, and a repetition is copied byte by byte. Shares
 * no code with the library; trusts its input.
 */
final class BitByBit {

  private static final int SYMBOLS = 510;
  private static final int LENGTHS = 19;
  private static final int POSITIONS = 31;
  private static final int POSITION_BITS = 4;

  private final byte[] stream;
  private int bit;

  private BitByBit(byte[] stream) {
    this.stream = stream;
    this.bit = 64;
  }

  /** Decompresses an EFI 1.1 stream with its header. */
  static byte[] decompress(byte[] stream) {
    byte[] out = new byte[u32(stream, 4)];
    new BitByBit(stream).decode(out);
    return out;
  }

  /**
   * A canonical code as two lists: how many codes of each length there are, and the symbols in the
   * order of their codes.
   */
  private static final class Code {
    private final int[] counts = new int[17];
    private final int[] symbols;

    Code(int[] lengths) {
      symbols = new int[lengths.length];
      int index = 0;
      for (int length = 1; length <= 16; length++) {
        for (int symbol = 0; symbol < lengths.length; symbol++) {
          if (lengths[symbol] == length) {
            counts[length]++;
            symbols[index++] = symbol;
          }
        }
      }
    }

    /** A code of one symbol, which takes no bits. */
    Code(int symbol) {
      symbols = new int[] {symbol};
      counts[0] = 1;
    }

    /** Takes bits until they are a code. */
    int next(BitByBit in) {
      int code = 0;
      int first = 0;
      int index = 0;
      for (int length = 0; code - first >= counts[length]; ) {
        index += counts[length];
        first = (first + counts[length]) << 1;
        code = (code << 1) | in.bit();
        length++;
      }
      return symbols[index + code - first];
    }
  }

  private void decode(byte[] out) {
    int written = 0;
    while (written < out.length) {
      int left = bits(16);
      Code lengths = small(LENGTHS, 5, 3);
      Code symbols = symbols(lengths);
      Code positions = small(POSITIONS, POSITION_BITS, -1);
      for (; left > 0 && written < out.length; left--) {
        int symbol = symbols.next(this);
        if (symbol < 256) {
          out[written++] = (byte) symbol;
        } else {
          int width = positions.next(this);
          int position = width < 2 ? width : 1 << (width - 1) | bits(width - 1);
          for (int i = symbol - 253; i > 0 && written < out.length; i--) {
            out[written] = out[written - position - 1];
            written++;
          }
        }
      }
    }
  }

  private Code small(int size, int countBits, int zerosAfter) {
    int count = bits(countBits);
    if (count == 0) {
      return new Code(bits(countBits));
    }
    int[] lengths = new int[size];
    for (int i = 0; i < count; ) {
      int length = bits(3);
      while (length >= 7 && bit() == 1) {
        length++;
      }
      lengths[i++] = length;
      if (i == zerosAfter) {
        i += bits(2);
      }
    }
    return new Code(lengths);
  }

  private Code symbols(Code code) {
    int count = bits(9);
    if (count == 0) {
      return new Code(bits(9));
    }
    int[] lengths = new int[SYMBOLS];
    for (int i = 0; i < count; ) {
      int symbol = code.next(this);
      switch (symbol) {
        case 0 -> i++;
        case 1 -> i += bits(4) + 3;
        case 2 -> i += bits(9) + 20;
        default -> lengths[i++] = symbol - 2;
      }
    }
    return new Code(Arrays.copyOf(lengths, SYMBOLS));
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  private int bit() {
    int value = stream[bit >>> 3] >>> (7 - (bit & 7)) & 1;
    bit++;
    return value;
  }

  private static int u32(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }
}
