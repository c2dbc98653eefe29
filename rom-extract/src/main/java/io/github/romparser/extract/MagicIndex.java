package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import java.util.ArrayList;
import java.util.List;

/**
 * All magics of all formats, to be looked for at once. The first two bytes of each are an index
 * into a table, so that most places cost one look.
 */
final class MagicIndex {

  /**
   * A magic and whose it is.
   *
   * @param order place of the handler among all
   */
  record Entry(Magic magic, Handler handler, int order) {
    /** Whether the magic stands at a place. */
    boolean matches(Slice area, long at) {
      Slice bytes = magic.bytes();
      return area.has(at, bytes.length()) && area.slice(at, bytes.length()).sameBytes(bytes);
    }
  }

  private static final int PAIRS = 1 << 16;

  private final byte[] lists = new byte[PAIRS];
  private final List<List<Entry>> byList = new ArrayList<>();
  private final List<Entry> all = new ArrayList<>();

  private final InsideMagics inside = new InsideMagics();

  MagicIndex(List<Handler> handlers) {
    byList.add(List.of());
    for (int order = 0; order < handlers.size(); order++) {
      for (Magic magic : handlers.get(order).magics()) {
        Entry entry = new Entry(magic, handlers.get(order), order);
        if (magic.inside()) {
          inside.add(entry);
          continue;
        }
        all.add(entry);
        if (magic.anywhere()) {
          add(entry);
        }
      }
    }
  }

  private void add(Entry entry) {
    int pair = entry.magic().bytes().u16(0);
    if (lists[pair] == 0) {
      if (byList.size() > Byte.MAX_VALUE) {
        throw new IllegalArgumentException("too many magics");
      }
      lists[pair] = (byte) byList.size();
      byList.add(new ArrayList<>());
    }
    byList.get(lists[pair]).add(entry);
  }

  /** Those that stand at no fixed place of their format. */
  InsideMagics inside() {
    return inside;
  }

  /** Those that stand where their format would begin at a place, in the order of the handlers. */
  List<Entry> beginningAt(Slice area, long start) {
    return all.stream().filter(e -> e.matches(area, start + e.magic().before())).toList();
  }

  /**
   * The first place at or after {@code from} where a magic may stand: its first two bytes do.
   *
   * @return the place in bytes from the start of the area, or -1
   */
  int next(Slice area, long from) {
    if (from >= area.length() - 1L) {
      return -1;
    }
    return area.within(
        (array, start, end) -> {
          byte[] table = lists;
          int last = end - 1;
          int at = start + (int) from;
          int low = array[at] & 0xff;
          for (; at < last; at++) {
            int high = array[at + 1] & 0xff;
            if (table[low | high << 8] != 0) {
              return at - start;
            }
            low = high;
          }
          return -1;
        });
  }

  /** Those that stand at a place that {@link #next} told, in the order of the handlers. */
  List<Entry> standingAt(Slice area, long at) {
    List<Entry> found = List.of();
    for (Entry entry : byList.get(lists[area.u16(at)])) {
      if (entry.matches(area, at)) {
        if (found.isEmpty()) {
          found = new ArrayList<>();
        }
        found.add(entry);
      }
    }
    return found;
  }
}
