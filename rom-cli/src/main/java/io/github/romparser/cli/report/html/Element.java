package io.github.romparser.cli.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element of a page with its attributes and what is in it. All text is escaped when it is
 * written, and there is no way around that; attributes that run scripts, that load something or
 * that lead out of the page are refused.
 */
final class Element {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

  /** What a page may not have at all: it would run, load or embed something. */
  private static final Set<String> REFUSED_ELEMENTS =
      Set.of(
          "script", "style", "img", "iframe", "object", "embed", "base", "form", "foreignObject");

  private static final Set<String> REFUSED_ATTRIBUTES =
      Set.of("src", "srcset", "srcdoc", "style", "action", "formaction", "data", "ping");

  /** They have no content and no end tag. */
  private static final Set<String> VOID = Set.of("meta", "br", "wbr");

  /** After their end a line ends, for people who read the source. */
  private static final Set<String> LINES =
      Set.of(
          "html",
          "head",
          "title",
          "meta",
          "body",
          "header",
          "nav",
          "main",
          "footer",
          "section",
          "article",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "p",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "details",
          "summary",
          "figure",
          "figcaption",
          "pre",
          "svg",
          "g",
          "rect",
          "line",
          "path",
          "pattern",
          "defs",
          "text");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();

  /** Elements, and texts that are not escaped yet. */
  private final List<Object> content = new ArrayList<>();

  private Element(String name) {
    if (!NAME.matcher(name).matches() || REFUSED_ELEMENTS.contains(name)) {
      throw new IllegalArgumentException("no element of a page: " + name);
    }
    this.name = name;
  }

  /** An element without anything in it. */
  static Element of(String name) {
    return new Element(name);
  }

  /** An element with a text in it. */
  static Element of(String name, String text) {
    return new Element(name).text(text);
  }

  /** An element with a text in it and a class. */
  static Element of(String name, String classes, String text) {
    return new Element(name).attribute("class", classes).text(text);
  }

  /** A block with a class. */
  static Element block(String classes) {
    return new Element("div").attribute("class", classes);
  }

  /** A link to another place of the page. */
  static Element link(String id, String text) {
    return new Element("a").attribute("href", "#" + id).text(text);
  }

  /** Sets an attribute. */
  Element attribute(String attribute, String value) {
    boolean leadsOut =
        (attribute.equals("href") || attribute.endsWith("-href")) && !value.startsWith("#");
    if (!NAME.matcher(attribute).matches()
        || REFUSED_ATTRIBUTES.contains(attribute)
        || attribute.startsWith("on")
        || leadsOut) {
      throw new IllegalArgumentException("no attribute of a page: " + attribute);
    }
    attributes.put(attribute, value);
    return this;
  }

  /** Sets the name that links lead to. */
  Element id(String id) {
    return attribute("id", id);
  }

  /** Adds a text. */
  Element text(String text) {
    content.add(text);
    return this;
  }

  /** Adds an element. */
  Element add(Element element) {
    content.add(element);
    return this;
  }

  /** Adds an element if there is one. */
  Element add(Optional<Element> element) {
    element.ifPresent(content::add);
    return this;
  }

  /** Adds elements. */
  Element addAll(List<Element> elements) {
    content.addAll(elements);
    return this;
  }

  /** Whether there is nothing in it. */
  boolean isEmpty() {
    return content.isEmpty();
  }

  /** Writes it. */
  void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute).append("=\"");
          VisibleText.append(out, value);
          out.append('"');
        });
    out.append('>');
    if (!VOID.contains(name)) {
      for (Object part : content) {
        if (part instanceof Element element) {
          element.write(out);
        } else {
          VisibleText.append(out, (String) part);
        }
      }
      out.append("</").append(name).append('>');
    }
    if (LINES.contains(name)) {
      out.append('\n');
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }
}
