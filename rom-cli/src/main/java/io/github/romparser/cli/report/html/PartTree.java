package io.github.romparser.cli.report.html;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.FoundDriver;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.FoundTable;
import io.github.romparser.extract.Part;
import io.github.romparser.extract.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tree of containers and parts, which opens and closes. */
final class PartTree {

  /** So many parts are unfolded at first; the rest can be unfolded by hand. */
  private static final int MOST_OPEN = 150;

  /** What was found, at one of its places. */
  private record Place(List<String> path, long offset) {}

  /** Where it is told what it is. */
  private record Card(String id, String title) {}

  private final String id;
  private final PartForest forest;
  private final Map<Place, Card> found = new HashMap<>();
  private int open;

  /**
   * A tree.
   *
   * @param id begins all names for links; those of cards are {@code -rom0}, {@code -driver0}, …
   * @param most how many cards there are of a kind at most
   */
  PartTree(String id, PartForest forest, Extraction extraction, int most) {
    this.id = id;
    this.forest = forest;
    for (int i = 0; i < Math.min(most, extraction.roms().size()); i++) {
      FoundRom rom = extraction.roms().get(i);
      put(
          rom.sources(),
          "-rom" + i,
          String.format(Locale.US, "%04x:%04x", rom.vendorId(), rom.deviceId()));
    }
    for (int i = 0; i < Math.min(most, extraction.drivers().size()); i++) {
      FoundDriver driver = extraction.drivers().get(i);
      put(driver.sources(), "-driver" + i, driver.name());
    }
    for (int i = 0; i < Math.min(most, extraction.tables().size()); i++) {
      FoundTable table = extraction.tables().get(i);
      put(table.sources(), "-table" + i, "video BIOS table: " + table.name());
    }
  }

  private void put(List<Source> sources, String card, String title) {
    Card told = new Card(id + card, title);
    sources.forEach(s -> found.putIfAbsent(new Place(s.path(), s.offset()), told));
  }

  /** The name of a part for links. */
  static String id(String id, Part part) {
    return id + "-p" + part.number();
  }

  /** The tree. */
  Element element() {
    Element body = Element.block("tree-body");
    if (forest.parts().isEmpty()) {
      return body.add(Element.of("p", "none", "There is nothing in it."));
    }
    Element list = Element.of("ul").attribute("class", "tree");
    list.add(item(forest.parts().get(0)));
    body.add(
        Element.block("scroll")
            .attribute("role", "region")
            .attribute("tabindex", "0")
            .attribute("aria-label", "Tree of all parts")
            .add(list));
    if (forest.left() > 0) {
      body.add(
          Element.of(
              "p",
              "left",
              Numbers.count(forest.parts().size())
                  + " parts in all; "
                  + Numbers.count(forest.left())
                  + " of them, in which nothing was found, are not listed one by one."));
    }
    return body;
  }

  private Element item(Part part) {
    List<Part> inside = forest.toldIn(part);
    int left = forest.leftIn(part);
    Element item = Element.of("li").id(id(id, part));
    if (inside.isEmpty() && left == 0) {
      return line(item.attribute("class", "leaf"), part);
    }
    Element details = Element.of("details");
    boolean first = part.parent() < 0 || forest.leadsToRom(part);
    if (first && open < MOST_OPEN) {
      open++;
      details.attribute("open", "");
    }
    details.add(line(Element.of("summary"), part));
    Element list = Element.of("ul");
    inside.forEach(child -> list.add(item(child)));
    if (left > 0) {
      list.add(Element.of("li", "leaf left", Numbers.count(left, "more part")));
    }
    return item.add(details.add(list));
  }

  private Element line(Element line, Part part) {
    line.add(Element.of("span", "tag", word(part))).text(" ");
    String name = name(part);
    Optional<Card> card = card(part);
    if (card.isPresent()) {
      line.add(
          Element.link(
                  card.get().id(),
                  name.isEmpty() ? card.get().title() : name + ", " + card.get().title())
              .attribute("class", "here"));
    } else {
      line.add(
          forest.leadsToRom(part) ? Element.of("span", "here", name) : Element.of("span", name));
    }
    return line.text(" ").add(Element.of("code", place(part)));
  }

  private Optional<Card> card(Part part) {
    return part.kind() == Part.Kind.ROM || part.kind() == Part.Kind.PRODUCT
        ? Optional.ofNullable(found.get(new Place(part.provenance().path(), part.range().offset())))
        : Optional.empty();
  }

  private String word(Part part) {
    boolean file =
        part.kind() == Part.Kind.AREA
            && part.provenance().step().element()
            && !name(part).isEmpty();
    if (part.parent() < 0 || file) {
      return "file";
    }
    return switch (part.kind()) {
      case CONTAINER -> part.format().orElse("container");
      case AREA -> "data";
      case PADDING -> "padding";
      case ROM -> "ROM";
      case PRODUCT -> "found";
      case DEAD_END -> "not opened";
    };
  }

  /** What a part is called; nothing where it has no name but that of what it is in. */
  String name(Part part) {
    boolean same =
        part.parent() >= 0
            && forest.parts().get(part.parent()).provenance().equals(part.provenance());
    return same ? "" : part.provenance().step().text();
  }

  private static String place(Part part) {
    return part.decoded()
        ? Numbers.count(part.range().length(), "byte") + ", unpacked"
        : String.format(
            Locale.US,
            "%s, %s",
            Numbers.range(part.range()),
            Numbers.count(part.range().length(), "byte"));
  }
}
