package io.github.romparser.cli.report.html;

import java.util.Optional;

/**
 * Which labels fit into a map, estimated by the number of their characters: the page has no script
 * that could measure them.
 *
 * @param share how much of a wide screen's text column the map has, 0 to 1
 */
record Labels(double share) {

  /** A map as wide as the column. */
  static final Labels WHOLE = new Labels(1);

  /** Two maps beside each other. */
  static final Labels HALF = new Labels(0.48);

  /** The widest a character of the labels' size may be taken for, in pixels. */
  private static final double CHARACTER = 7.2;

  private static final double MARGIN = 10;

  /** Widths of the column, in pixels: on a telephone, from page.css's first and second step on. */
  private static final double PHONE = 320;

  private static final double TABLET = 640;
  private static final double DESK = 1000;

  /**
   * The class of a label that fits: empty for one that always does, else one that hides it on
   * screens where it does not.
   *
   * @param width of its place, in percent of the map
   */
  Optional<String> fit(String label, double width) {
    double needed = label.codePointCount(0, label.length()) * CHARACTER + MARGIN;
    if (width / 100 * PHONE >= needed) {
      return Optional.of("fits");
    }
    if (width / 100 * Math.min(TABLET, DESK * share) >= needed) {
      return Optional.of("tablet");
    }
    return width / 100 * DESK * share >= needed ? Optional.of("desk") : Optional.empty();
  }
}
