package io.github.romparser.extract.codec;

/**
 * The bits of one frame of LZX: little-endian words of 16 bits, each read from its highest bit on.
 * Behind the last word there are zeros, and it is known how many of them were read.
 */
final class LzxBits {

  /** After {@link #fill} at least so many bits can be read. */
  static final int LEAST = Long.SIZE - 15;

  private static final int WORD = 16;

  private byte[] array = {};
  private int at;
  private int end;

  /** The bits that are next, from the highest on. */
  private long buffer;

  /** How many bits of the buffer are filled. */
  private int count;

  /** How many of them stand behind the end of the input, at its most. */
  private int beyond;

  /** Begins with other bytes. */
  void start(byte[] bytes, int from, int to) {
    array = bytes;
    at = from;
    end = to;
    buffer = 0;
    count = 0;
    beyond = 0;
  }

  /** Makes sure that {@link #LEAST} bits can be read. */
  void fill() {
    while (count <= Long.SIZE - WORD) {
      int word = 0;
      if (at + 1 < end) {
        word = (array[at] & 0xff) | (array[at + 1] & 0xff) << 8;
        at += 2;
      } else {
        beyond += WORD;
      }
      buffer |= (long) word << (Long.SIZE - WORD - count);
      count += WORD;
    }
  }

  /** The next bits, which were made sure of; at least one. */
  int peek(int bits) {
    return (int) (buffer >>> (Long.SIZE - bits));
  }

  /** Passes over bits that were made sure of. */
  void skip(int bits) {
    buffer <<= bits;
    count -= bits;
  }

  /** Reads up to 32 bits. */
  int read(int bits) {
    if (bits == 0) {
      return 0;
    }
    fill();
    int value = peek(bits);
    skip(bits);
    return value;
  }

  /** Reads a symbol; {@link LzxCode#NONE} if there is none with this word. */
  int symbol(LzxCode code) {
    fill();
    return symbolOfFilled(code);
  }

  /** The same, where enough bits were made sure of. */
  int symbolOfFilled(LzxCode code) {
    int entry = code.fast()[peek(code.fastBits())];
    if (entry != 0) {
      skip(entry & (1 << LzxCode.LENGTH_BITS) - 1);
      return entry >> LzxCode.LENGTH_BITS;
    }
    int found = code.slow(peek(LzxCode.LONGEST));
    if (found == LzxCode.NONE) {
      return LzxCode.NONE;
    }
    skip(LzxCode.slowLength(found));
    return LzxCode.slowSymbol(found);
  }

  /** Whether bits were read that are not there. */
  boolean overrun() {
    return count < beyond;
  }

  /**
   * Goes on to the next word; a whole one is passed over where one begins already. What comes then
   * is read as bytes.
   */
  void alignToBytes() {
    fill();
    int rest = count % WORD;
    count -= rest == 0 ? WORD : rest;
    at = Math.max(0, at - Math.max(0, count - beyond) / Byte.SIZE);
    buffer = 0;
    beyond = 0;
    count = 0;
  }

  /** How many bytes are left where bytes are read. */
  int bytesLeft() {
    return end - at;
  }

  /** Copies bytes that are there. */
  void copy(byte[] to, int place, int length) {
    System.arraycopy(array, at, to, place, length);
    at += length;
  }

  /** Reads a little-endian value of 32 bits that is there. */
  int u32() {
    int value =
        (array[at] & 0xff)
            | (array[at + 1] & 0xff) << 8
            | (array[at + 2] & 0xff) << 16
            | (array[at + 3] & 0xff) << 24;
    at += Integer.BYTES;
    return value;
  }

  /** Passes over a byte that is there. */
  void skipByte() {
    at++;
  }
}
