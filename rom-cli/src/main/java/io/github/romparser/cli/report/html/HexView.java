package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.Locale;

/** Bytes of a file, sixteen a row, with some of them marked. */
final class HexView {

  /** Bytes in a row. */
  static final int ROW = 16;

  /** Rows before the first marked byte, so that it is seen where it stands. */
  private static final int BEFORE = 1;

  private HexView() {}

  /**
   * The rows from the beginning of a range on.
   *
   * @param bytes the whole file
   * @param most how many rows at most
   */
  static Element first(Slice bytes, Range range, int most, String label) {
    return rows(bytes, range.offset(), range.end(), most, List.of(), label);
  }

  /**
   * The rows around a range, with its bytes marked.
   *
   * @param bytes the whole file
   * @param most how many rows at most
   */
  static Element around(Slice bytes, Range marked, int most, String label) {
    return around(bytes, marked.offset(), List.of(marked), most, label);
  }

  /** The rows around a place, with the bytes of some ranges marked. */
  static Element around(Slice bytes, long place, List<Range> marked, int most, String label) {
    long start = Math.max(0, place / ROW - BEFORE) * ROW;
    long end = marked.stream().mapToLong(Range::end).max().orElse(place) + (long) ROW * BEFORE;
    return rows(bytes, start, end, most, marked, label);
  }

  private static Element rows(
      Slice bytes, long from, long to, int most, List<Range> marked, String label) {
    long end = Math.min(Math.min(to, bytes.length()), from + (long) most * ROW);
    Element pre = Element.of("pre").attribute("class", "hex");
    for (long at = from; at < end; at += ROW) {
      row(pre, bytes, at, (int) Math.min(ROW, bytes.length() - at), marked);
    }
    if (end <= from) {
      pre.text("no bytes there: the file ends at " + Numbers.hex(bytes.length()));
    }
    return Element.block("scroll")
        .attribute("role", "region")
        .attribute("tabindex", "0")
        .attribute("aria-label", label)
        .add(pre);
  }

  private static void row(Element pre, Slice bytes, long at, int count, List<Range> marked) {
    Element row = Element.of("span").attribute("class", "row");
    row.add(Element.of("span", "at", String.format(Locale.US, "%08x", at)));
    row.text("  ");
    runs(
        row,
        at,
        count,
        marked,
        (i, last) -> String.format(Locale.US, last ? "%02x" : "%02x ", bytes.u8(at + i)));
    row.text("   ".repeat(ROW - count) + "  ");
    runs(row, at, count, marked, (i, last) -> Character.toString(glyph(bytes.u8(at + i))));
    pre.add(row);
  }

  /** What is written for a byte; the last one of a run is not followed by a blank. */
  @FunctionalInterface
  private interface Cell {
    String of(int index, boolean last);
  }

  private static void runs(Element row, long at, int count, List<Range> marked, Cell cell) {
    for (int i = 0; i < count; ) {
      boolean mark = isMarked(at + i, marked);
      StringBuilder run = new StringBuilder();
      int next = i;
      while (next < count && isMarked(at + next, marked) == mark) {
        next++;
      }
      for (int k = i; k < next; k++) {
        run.append(cell.of(k, k + 1 == next));
      }
      row.add(Element.of(mark ? "mark" : "span", run.toString()));
      if (next < count && run.length() > next - i) {
        row.text(" ");
      }
      i = next;
    }
  }

  private static boolean isMarked(long at, List<Range> marked) {
    return marked.stream().anyMatch(r -> at >= r.offset() && at < r.end());
  }

  private static int glyph(int value) {
    return value >= ' ' && value < 0x7f ? value : '·';
  }
}
