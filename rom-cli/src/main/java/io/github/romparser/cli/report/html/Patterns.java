package io.github.romparser.cli.report.html;

import java.util.Locale;

/** The patterns that all maps of a page draw with. */
final class Patterns {

  private static final String SIZE = "8";

  private Patterns() {}

  /** The definitions, which are in a page once. */
  static Element element() {
    Element defs = Element.of("defs");
    for (Kind.Pattern pattern : Kind.Pattern.values()) {
      if (pattern != Kind.Pattern.NONE) {
        Element element =
            Element.of("pattern")
                .id(id(pattern))
                .attribute("width", SIZE)
                .attribute("height", SIZE)
                .attribute("patternUnits", "userSpaceOnUse");
        defs.add(element.add(path(pattern)));
      }
    }
    return Element.of("svg")
        .attribute("class", "defs")
        .attribute("width", "0")
        .attribute("height", "0")
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false")
        .add(defs);
  }

  /** What an element is to be filled with. */
  static String fill(Kind.Pattern pattern) {
    return "url(#" + id(pattern) + ")";
  }

  private static String id(Kind.Pattern pattern) {
    return "pattern-" + pattern.name().toLowerCase(Locale.ROOT);
  }

  private static Element path(Kind.Pattern pattern) {
    return Element.of("path")
        .attribute("class", "ink")
        .attribute(
            "d",
            switch (pattern) {
              case NONE -> "";
              case RISING -> "M-2,2l4,-4M0,8l8,-8M6,10l4,-4";
              case FALLING -> "M-2,6l4,4M0,0l8,8M6,-2l4,4";
              case LEVEL -> "M0,4h8";
              case DOTS -> "M3.5,4h1.5";
              case CROSS -> "M0,0l8,8M0,8l8,-8";
            });
  }
}
