package io.github.romparser.cli.report.html;

/**
 * A part of a page with a heading of its own.
 *
 * @param id its name for links
 * @param heading its heading
 * @param body what is below the heading
 */
record Chapter(String id, String heading, Element body) {

  /** The chapter as an element, with a heading of the given level, 2 to 5. */
  Element element(int level) {
    return Element.of("section")
        .id(id)
        .attribute("aria-labelledby", id + "-heading")
        .add(Element.of("h" + level, heading).id(id + "-heading"))
        .add(body);
  }
}
