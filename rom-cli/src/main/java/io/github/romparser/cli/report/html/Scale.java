package io.github.romparser.cli.report.html;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where on a map a byte of a file is. Between two neighbouring bounds the map is to scale; what
 * would be too narrow to be seen is widened, at the cost of the rest, and the order stays.
 */
final class Scale {

  /** The narrowest that something is drawn, in percent of the width. */
  private static final double NARROWEST = 1.5;

  /** What is widened may take this much of the width in all, in percent. */
  private static final double MOST_WIDENED = 60;

  private final long[] bounds;
  private final double[] places;
  private final int widened;

  private Scale(long[] bounds, double[] places, int widened) {
    this.bounds = bounds;
    this.places = places;
    this.widened = widened;
  }

  /**
   * A scale from 0 to 100 percent.
   *
   * @param size of the file in bytes, at least 1
   * @param bounds where something begins or ends; those outside of the file are passed over
   */
  static Scale of(long size, SortedSet<Long> bounds) {
    TreeSet<Long> inside = new TreeSet<>(bounds.subSet(0L, size));
    inside.add(0L);
    inside.add(size);
    long[] all = inside.stream().mapToLong(Long::longValue).toArray();
    int count = all.length - 1;
    double narrowest = Math.min(NARROWEST, MOST_WIDENED / count);
    boolean[] small = new boolean[count];
    double free = 100;
    double bytes = size;
    int widened = 0;
    for (boolean more = true; more; ) {
      more = false;
      for (int i = 0; i < count; i++) {
        long length = all[i + 1] - all[i];
        if (!small[i] && length * free < narrowest * bytes) {
          small[i] = true;
          more = true;
          widened++;
          free -= narrowest;
          bytes -= length;
        }
      }
    }
    double[] places = new double[all.length];
    for (int i = 0; i < count; i++) {
      places[i + 1] = places[i] + (small[i] ? narrowest : (all[i + 1] - all[i]) * free / bytes);
    }
    places[count] = 100;
    return new Scale(all, places, widened);
  }

  /** The place of a byte, in percent from the left. */
  double at(long offset) {
    long inside = Math.max(0, Math.min(offset, bounds[bounds.length - 1]));
    int found = Arrays.binarySearch(bounds, inside);
    if (found >= 0) {
      return places[found];
    }
    int before = -found - 2;
    double part = (double) (inside - bounds[before]) / (bounds[before + 1] - bounds[before]);
    return places[before] + part * (places[before + 1] - places[before]);
  }

  /** How many stretches between two bounds are drawn wider than they are. */
  int widened() {
    return widened;
  }
}
