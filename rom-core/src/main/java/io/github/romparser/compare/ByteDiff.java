package io.github.romparser.compare;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How two stretches of bytes differ, counted over the length that both have.
 *
 * @param bytes how many bytes differ
 * @param ranges how many runs of differing bytes there are
 * @param first the first runs, at most {@link #MOST_RANGES}, in bytes from the start of the
 *     stretches
 * @param lengthA length of the first stretch in bytes
 * @param lengthB length of the second stretch in bytes
 */
public record ByteDiff(long bytes, long ranges, List<Range> first, long lengthA, long lengthB) {

  /** So many runs are kept. */
  public static final int MOST_RANGES = 16;

  /**
   * Copies the list.
   *
   * @param bytes how many bytes differ, of those that both have
   * @param ranges how many runs of differing bytes there are
   * @param first copied; the first runs, in bytes from the start of the stretches
   * @param lengthA length of the first stretch in bytes
   * @param lengthB length of the second stretch in bytes
   */
  public ByteDiff {
    first = List.copyOf(first);
  }

  /**
   * Compares byte by byte, from the first bytes of both on.
   *
   * @param a the first stretch, wherever it stands in its file
   * @param b the second stretch, likewise
   * @return how they differ, with the first {@link #MOST_RANGES} runs of differing bytes
   */
  public static ByteDiff of(Slice a, Slice b) {
    return a.within(
        (x, fromA, toA) -> b.within((y, fromB, toB) -> of(x, fromA, toA, y, fromB, toB)));
  }

  private static ByteDiff of(byte[] x, int fromA, int toA, byte[] y, int fromB, int toB) {
    int common = Math.min(toA - fromA, toB - fromB);
    List<Range> first = new ArrayList<>();
    long bytes = 0;
    long ranges = 0;
    int at = 0;
    while (at < common) {
      int same = Arrays.mismatch(x, fromA + at, fromA + common, y, fromB + at, fromB + common);
      if (same < 0) {
        break;
      }
      int start = at + same;
      at = start;
      while (at < common && x[fromA + at] != y[fromB + at]) {
        at++;
      }
      bytes += at - start;
      ranges++;
      if (first.size() < MOST_RANGES) {
        first.add(Range.between(start, at));
      }
    }
    return new ByteDiff(bytes, ranges, first, toA - fromA, toB - fromB);
  }

  /** {@return whether both are the same, in length too} */
  public boolean same() {
    return bytes == 0 && lengthA == lengthB;
  }

  /**
   * {@return whether the shorter one is the beginning of the longer one} That is so where both are
   * the same, too.
   */
  public boolean oneBeginsTheOther() {
    return bytes == 0;
  }
}
