package io.github.romparser.cli.report.html;

import java.util.List;

/** Tables that scroll inside their own box where the screen is too narrow. */
final class Tables {

  private Tables() {}

  /** A table without rows. */
  static Element body() {
    return Element.of("tbody");
  }

  /**
   * A table with its box.
   *
   * @param name what it is called, for who does not see it
   * @param heads the names of the columns; those that begin with {@code >} are of numbers
   */
  static Element of(String name, List<String> heads, Element body) {
    Element row = Element.of("tr");
    for (String head : heads) {
      boolean number = head.startsWith(">");
      Element cell = Element.of("th", number ? head.substring(1) : head).attribute("scope", "col");
      row.add(number ? cell.attribute("class", "number") : cell);
    }
    return Element.block("scroll")
        .attribute("role", "region")
        .attribute("tabindex", "0")
        .attribute("aria-label", name)
        .add(Element.of("table").add(Element.of("thead").add(row)).add(body));
  }

  /** A cell with a number. */
  static Element number(String text) {
    return Element.of("td", "number", text);
  }

  /** Names with what there is to say of them, one below the other. */
  static final class Facts {
    private final Element list = Element.of("dl").attribute("class", "facts");

    /** Adds one. */
    Facts add(String name, String value) {
      return add(name, Element.of("dd", value));
    }

    /** Adds one whose value is an element {@code dd}. */
    Facts add(String name, Element value) {
      list.add(Element.block("fact").add(Element.of("dt", name)).add(value));
      return this;
    }

    /** The list. */
    Element element() {
      return list;
    }
  }
}
