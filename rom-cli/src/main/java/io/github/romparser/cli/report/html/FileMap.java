package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A map of a file: rows of regions from the first byte to the last, lanes below that show ways
 * along them, flags above for findings, and a ruler.
 *
 * <p>Widths are percentages, so that the text keeps its size on every screen; what does not fit
 * into its region is left out, by the style sheet on narrow screens.
 */
final class FileMap {

  /**
   * A way along a file.
   *
   * @param name what it is called
   * @param stretches its stretches, each with a label
   */
  record Lane(String name, List<Stretch> stretches) {}

  /** A stretch of a lane. */
  record Stretch(Range range, String label) {}

  /**
   * A flag at a place.
   *
   * @param target what it links to
   * @param label letter and number
   * @param css the class of its colour
   * @param title what it stands for
   */
  record Flag(String target, String label, String css, String title, long offset) {}

  private static final int BAR = 62;
  private static final int ROW = 30;
  private static final int LANE = 18;
  private static final int NAME = 16;
  private static final int RULER = 22;
  private static final int FLAG = 20;
  private static final int GAP = 6;

  /** Flags in a row are so far apart, in percent: a flag's width on the narrowest screen. */
  private static final double FLAG_ROOM = 11;

  /** The list of findings has them all. */
  private static final int MOST_FLAG_ROWS = 3;

  /** Offsets on the ruler are so far apart, in percent. */
  private static final double TICK_ROOM = 22;

  private final String id;
  private final long size;
  private final List<List<Region>> rows;
  private final List<Lane> lanes;
  private final List<Flag> flags;
  private final Labels labels;
  private final Scale scale;

  /**
   * A map.
   *
   * @param id begins all its names for links
   * @param size of the file in bytes, at least 1
   * @param rows the regions; those of a row do not overlap
   * @param labels what fits
   */
  FileMap(
      String id,
      long size,
      List<List<Region>> rows,
      List<Lane> lanes,
      List<Flag> flags,
      Labels labels) {
    this.id = id;
    this.size = size;
    this.rows = rows;
    this.lanes = lanes;
    this.flags = flags;
    this.labels = labels;
    TreeSet<Long> bounds = new TreeSet<>();
    for (List<Region> row : rows) {
      for (Region region : row) {
        bounds.add(region.range().offset());
        bounds.add(region.range().end());
      }
    }
    this.scale = Scale.of(size, bounds);
  }

  /** The figure: the drawing, what its patterns mean, and how true it is. */
  Element element(String title, String text) {
    Element svg =
        Element.of("svg")
            .attribute("class", "map")
            .attribute("width", "100%")
            .attribute("role", "img")
            .attribute("aria-labelledby", id + "-title " + id + "-text");
    svg.add(Element.of("title", title).id(id + "-title"));
    svg.add(Element.of("desc", text).id(id + "-text"));
    int y = flags(svg);
    for (List<Region> row : rows) {
      int height = rows.size() == 1 ? BAR : ROW;
      svg.add(rect("blank", height).attribute("y", Integer.toString(y)));
      for (Region region : row) {
        svg.add(region(region, y, height));
      }
      y += height + (rows.size() == 1 ? 0 : 2);
    }
    y = ruler(svg, y);
    for (Lane lane : lanes) {
      y = lane(svg, lane, y + GAP);
    }
    svg.attribute("height", Integer.toString(y + 2));
    return Element.of("figure")
        .add(svg)
        .add(Element.of("figcaption").add(Legend.of(rows)).add(Element.of("p", truth())));
  }

  private Element region(Region region, int y, int height) {
    double from = scale.at(region.range().offset());
    double width = scale.at(region.range().end()) - from;
    Element box =
        Element.of("svg")
            .attribute("x", Numbers.percent(from))
            .attribute("y", Integer.toString(y))
            .attribute("width", Numbers.percent(width))
            .attribute("height", Integer.toString(height));
    box.add(rect(region.kind().css() + " box", height));
    if (region.kind().pattern() != Kind.Pattern.NONE) {
      box.add(rect("", height).attribute("fill", Patterns.fill(region.kind().pattern())));
    }
    boolean single = rows.size() == 1;
    labels
        .fit(region.label(), width)
        .ifPresent(c -> box.add(label(region.label(), c, single ? 22 : 19, "")));
    if (single) {
      labels
          .fit(region.title(), width)
          .ifPresent(c -> box.add(label(region.title(), c, 38, "sub ")));
      String bytes = Numbers.size(region.range().length());
      labels.fit(bytes, width).ifPresent(c -> box.add(label(bytes, c, 53, "sub ")));
    }
    return link(region.id(), region.label() + " " + region.title() + ", " + where(region), box);
  }

  private static String where(Region region) {
    return Numbers.range(region.range()) + ", " + Numbers.count(region.range().length(), "byte");
  }

  /**
   * For the pointer only: an image is one thing to who cannot see it, and the table beside it has
   * the same links.
   */
  private static Element link(String target, String title, Element content) {
    return Element.of("a")
        .attribute("href", "#" + target)
        .attribute("tabindex", "-1")
        .add(Element.of("title", title))
        .add(content);
  }

  /** A rectangle as wide as what it is in. */
  static Element rect(String css, int height) {
    Element rect = Element.of("rect");
    if (!css.isEmpty()) {
      rect.attribute("class", css);
    }
    return rect.attribute("width", "100%").attribute("height", Integer.toString(height));
  }

  private static Element label(String text, String css, int y, String kind) {
    return Element.of("text", kind + css, text)
        .attribute("x", "6")
        .attribute("y", Integer.toString(y));
  }

  private int ruler(Element svg, int top) {
    List<Long> bounds = new ArrayList<>();
    for (Region region : rows.get(0)) {
      bounds.add(region.range().offset());
    }
    double last = -TICK_ROOM;
    for (long bound : bounds) {
      double x = scale.at(bound);
      boolean room = bound == 0 || (x - last >= TICK_ROOM && x <= 100 - 2 * TICK_ROOM);
      svg.add(tick(x, top, room ? 6 : 3));
      if (room) {
        svg.add(
            Element.of("text", "tick", Numbers.hex(bound))
                .attribute("x", Numbers.percent(x))
                .attribute("y", Integer.toString(top + 18)));
        last = x;
      }
    }
    svg.add(tick(100, top, 6));
    svg.add(
        Element.of("text", "tick", Numbers.hex(size))
            .attribute("x", "100%")
            .attribute("y", Integer.toString(top + 18))
            .attribute("text-anchor", "end"));
    return top + RULER;
  }

  private static Element tick(double x, int y, int length) {
    return Element.of("line")
        .attribute("class", "rule")
        .attribute("x1", Numbers.percent(x))
        .attribute("x2", Numbers.percent(x))
        .attribute("y1", Integer.toString(y))
        .attribute("y2", Integer.toString(y + length));
  }

  private int lane(Element svg, Lane lane, int top) {
    svg.add(
        Element.of("text", "lane-name", lane.name())
            .attribute("x", "0")
            .attribute("y", Integer.toString(top + NAME - 4)));
    int y = top + NAME;
    for (Stretch stretch : lane.stretches()) {
      double from = scale.at(stretch.range().offset());
      double width = scale.at(stretch.range().end()) - from;
      Element box =
          Element.of("svg")
              .attribute("x", Numbers.percent(from))
              .attribute("y", Integer.toString(y))
              .attribute("width", Numbers.percent(width))
              .attribute("height", Integer.toString(LANE));
      box.add(rect("step box", LANE));
      labels
          .fit(stretch.label(), width)
          .ifPresent(c -> box.add(label(stretch.label(), c, 13, "sub ")));
      svg.add(box);
    }
    return y + LANE;
  }

  /** Draws the flags in rows, each as low as there is room. */
  private int flags(Element svg) {
    List<Double> rowEnds = new ArrayList<>();
    List<Flag> inOrder = new ArrayList<>(flags);
    inOrder.sort((a, b) -> Long.compare(a.offset(), b.offset()));
    List<Integer> places = new ArrayList<>();
    for (Flag flag : inOrder) {
      double x = flagPlace(flag);
      int row = 0;
      while (row < rowEnds.size() && x - rowEnds.get(row) < FLAG_ROOM) {
        row++;
      }
      if (row == rowEnds.size() && row < MOST_FLAG_ROWS) {
        rowEnds.add(x);
      } else if (row < rowEnds.size()) {
        rowEnds.set(row, x);
      }
      places.add(row);
    }
    int height = rowEnds.size() * FLAG;
    for (int i = 0; i < inOrder.size(); i++) {
      if (places.get(i) < MOST_FLAG_ROWS) {
        flag(svg, inOrder.get(i), (rowEnds.size() - 1 - places.get(i)) * FLAG, height);
      }
    }
    return height + (height == 0 ? 2 : 4);
  }

  private double flagPlace(Flag flag) {
    return Math.min(scale.at(flag.offset()), 100 - FLAG_ROOM);
  }

  private void flag(Element svg, Flag flag, int y, int height) {
    double x = scale.at(flag.offset());
    svg.add(tick(x, y + 14, height - y - 10).attribute("class", "pole " + flag.css()));
    Element box =
        Element.of("svg")
            .attribute("x", Numbers.percent(flagPlace(flag)))
            .attribute("y", Integer.toString(y))
            .attribute("width", "34")
            .attribute("height", "16");
    box.add(rect("flag " + flag.css(), 16));
    box.add(
        Element.of("text", "flag-text", flag.label())
            .attribute("x", "17")
            .attribute("y", "12")
            .attribute("text-anchor", "middle"));
    svg.add(link(flag.target(), flag.title(), box));
  }

  private String truth() {
    return "From byte 0 on the left to the last of "
        + Numbers.count(size, "byte")
        + " on the right"
        + (scale.widened() == 0
            ? ", to scale."
            : "; "
                + Numbers.count(scale.widened(), "stretch").replace("stretchs", "stretches")
                + " too narrow to be seen "
                + (scale.widened() == 1 ? "is" : "are")
                + " drawn wider, the rest is to scale.");
  }
}
