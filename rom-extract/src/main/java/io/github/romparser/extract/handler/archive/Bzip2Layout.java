package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;

/**
 * Finds the end of bzip2 streams without decoding them: by the 48 bits, at any bit, that stand
 * behind the last block (bzip2 1.0.8, compress.c).
 */
final class Bzip2Layout {

  /** Behind "BZh" and a digit: the first six bytes of a block. */
  static final String BLOCK = "1AY&SY";

  private static final int DIGIT = 3;
  private static final int HEADER = 4;
  private static final long END = 0x1772_4538_5090L;
  private static final int END_BITS = 48;
  private static final long MASK = (1L << END_BITS) - 1;
  private static final int CHECKSUM_BITS = 32;
  private static final int PIECE = 1 << 16;

  /** Which bytes can stand wholly in the third byte of the mark, for each of eight bit places. */
  private static final boolean[] CANDIDATE = candidates();

  private Bzip2Layout() {}

  /**
   * Where the streams end that begin at a place, one right behind the other; the end of the area if
   * the last is cut off.
   *
   * @return {@code start} if none begins there
   */
  static long end(Slice area, long start, Allowance allowance) {
    long end = start;
    while (begins(area, end)) {
      end = streamEnd(area, end + HEADER + BLOCK.length(), allowance);
    }
    return end;
  }

  private static boolean begins(Slice area, long at) {
    return area.startsWith(at, "BZh")
        && area.startsWith(at + HEADER, BLOCK)
        && area.u8(at + DIGIT) >= '1'
        && area.u8(at + DIGIT) <= '9';
  }

  private static long streamEnd(Slice area, long from, Allowance allowance) {
    for (long at = from; at < area.length(); at += PIECE) {
      allowance.work(PIECE);
      long end = find(area, at, Math.min(area.length(), at + PIECE));
      if (end >= 0) {
        return Math.min(area.length(), end);
      }
    }
    return area.length();
  }

  /** The end of the stream whose mark has its third whole byte in a range; -1 if there is none. */
  private static long find(Slice area, long from, long to) {
    return area.within(
        (array, first, last) -> {
          for (int i = first + (int) from; i < first + (int) to; i++) {
            if (CANDIDATE[array[i] & 0xff] && i - first >= 3 && i + 4 < last) {
              long end = markedAt(array, i - 3);
              if (end >= 0) {
                return end - first;
              }
            }
          }
          return -1L;
        });
  }

  /** The mark in the eight bytes from here on, if its third whole byte is the fourth of them. */
  private static long markedAt(byte[] array, int at) {
    long window = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      window = window << 8 | (array[at + i] & 0xff);
    }
    // The mark begins in the first byte, but not at its first bit, or at the start of the second.
    for (int skip = 1; skip <= 8; skip++) {
      if ((window >>> (Long.SIZE - END_BITS - skip) & MASK) == END) {
        int bits = skip + END_BITS + CHECKSUM_BITS;
        return (long) at + (bits + 7) / 8;
      }
    }
    return -1;
  }

  private static boolean[] candidates() {
    boolean[] candidate = new boolean[256];
    for (int skip = 1; skip <= 8; skip++) {
      // Bytes 3 of the window: bits 24 to 31 from its top.
      candidate[(int) (END >>> (END_BITS - (32 - skip)) & 0xff)] = true;
    }
    return candidate;
  }
}
