package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import java.util.List;

/**
 * A stretch of a file that has a row in a table and a place on the map.
 *
 * @param id the row's name for links
 * @param kind what it is
 * @param range its bytes, from the start of the file
 * @param label what the map calls it, a few characters
 * @param title what it is, a few words
 * @param what all there is to say in a line
 * @param more what there is to say besides, a line each
 * @param count how many it stands for; more than one where they are not told one by one
 */
record Region(
    String id,
    Kind kind,
    Range range,
    String label,
    String title,
    String what,
    List<String> more,
    int count) {
  /** Copies the list. */
  Region {
    more = List.copyOf(more);
  }

  /** A region that stands for itself. */
  static Region of(String id, Kind kind, Range range, String label, String title, String what) {
    return new Region(id, kind, range, label, title, what, List.of(), 1);
  }
}
