package io.github.romparser.efi;

import java.util.Arrays;

/**
 * Finds the longest repetition at a place, and among equally long ones the nearest: places with the
 * same hash of three bytes are chained, the last one first.
 */
final class MatchFinder {

  private static final int HASH_BITS = 15;

  /** 2 to the power of 32, divided by the golden ratio. */
  private static final int SPREAD = 0x9e3779b1;

  private static final int NONE = -1;

  private final byte[] bytes;
  private final int end;
  private final int window;
  private final int mask;

  /** By hash: the last place. */
  private final int[] last = new int[1 << HASH_BITS];

  /** By place, modulo the window: the place before it with the same hash. */
  private final int[] before;

  private int length;
  private int distance;

  /**
   * A finder that knows no place yet.
   *
   * @param end index after the last byte
   * @param window how far back repetitions may begin, in bytes: a power of two
   */
  MatchFinder(byte[] bytes, int from, int end, int window) {
    this.bytes = bytes;
    this.end = end;
    int room = Math.min(window, Math.max(1, Integer.highestOneBit(end - from) << 1));
    this.window = Math.min(window, end - from);
    this.mask = room - 1;
    this.before = new int[room];
    Arrays.fill(last, NONE);
  }

  /** Length of what was found, in bytes; 0 if nothing was. */
  int length() {
    return length;
  }

  /** How far back it begins, in bytes. */
  int distance() {
    return distance;
  }

  /**
   * Looks for a repetition among the places that were added.
   *
   * @param at comes behind all of them
   * @param least how long it has to be at least, 3 or more
   * @param chain how many places are looked at
   */
  void find(int at, int least, int chain) {
    length = 0;
    int most = Math.min(BlockFormat.LONGEST, end - at);
    if (most < least) {
      return;
    }
    int longest = least - 1;
    int place = last[hash(at)];
    for (int left = chain; left > 0 && place >= 0 && at - place <= window; left--) {
      if (bytes[place + longest] == bytes[at + longest]) {
        int differs = Arrays.mismatch(bytes, place, place + most, bytes, at, at + most);
        int same = differs < 0 ? most : differs;
        if (same > longest) {
          longest = same;
          length = same;
          distance = at - place;
          if (same == most) {
            return;
          }
        }
      }
      place = before[place & mask];
    }
  }

  /** Adds places, one behind another. */
  void add(int at, int count) {
    int to = Math.min(at + count, end - BlockFormat.SHORTEST + 1);
    for (int i = at; i < to; i++) {
      int hash = hash(i);
      before[i & mask] = last[hash];
      last[hash] = i;
    }
  }

  private int hash(int at) {
    int three = (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
    return (three * SPREAD) >>> (Integer.SIZE - HASH_BITS);
  }
}
