package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The magics that stand at no fixed place of their format. They are looked for all at once, and by
 * what their bytes are most places are passed over: as Horspool does for one, with a window as long
 * as the shortest of them.
 */
final class InsideMagics {

  private static final int BYTES = 256;

  private final List<MagicIndex.Entry> entries = new ArrayList<>();
  private final List<byte[]> magics = new ArrayList<>();

  /** By the last byte of the window: how far it may be moved on; 0 where a magic may begin. */
  private final int[] shift = new int[BYTES];

  private int window = Integer.MAX_VALUE;

  void add(MagicIndex.Entry entry) {
    entries.add(entry);
    magics.add(entry.magic().bytes().toByteArray());
    window = Math.min(window, entry.magic().bytes().length());
    Arrays.fill(shift, window);
    for (byte[] magic : magics) {
      for (int i = 0; i < window; i++) {
        int last = magic[i] & 0xff;
        shift[last] = Math.min(shift[last], window - 1 - i);
      }
    }
  }

  /**
   * The first place at or after {@code from} where one of them may stand.
   *
   * @return the place in bytes from the start of the area, or -1
   */
  int next(Slice area, long from) {
    if (entries.isEmpty() || from > area.length()) {
      return -1;
    }
    return area.within(
        (array, start, end) -> {
          int[] table = shift;
          int at = start + (int) from + window - 1;
          while (at < end) {
            int step = table[array[at] & 0xff];
            if (step == 0) {
              int place = at - window + 1;
              if (standsAt(array, place, end)) {
                return place - start;
              }
              step = 1;
            }
            at += step;
          }
          return -1;
        });
  }

  private boolean standsAt(byte[] array, int place, int end) {
    for (byte[] magic : magics) {
      if (end - place >= magic.length
          && Arrays.equals(array, place, place + magic.length, magic, 0, magic.length)) {
        return true;
      }
    }
    return false;
  }

  /** Those that stand at a place. */
  List<MagicIndex.Entry> standingAt(Slice area, long at) {
    return entries.stream().filter(entry -> entry.matches(area, at)).toList();
  }

  /** How many there are. */
  int size() {
    return entries.size();
  }
}
