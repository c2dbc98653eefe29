package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Slice;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What all pages have in common: the head with the policy, the title, the list of contents, the
 * landmarks.
 */
final class Page {

  private static final String MAIN = "report";

  private final String title;
  private final Element header;
  private final Element contents = Element.of("ul");
  private final List<String> sections = new ArrayList<>();

  /**
   * A page without sections.
   *
   * @param report which report it is
   * @param title what it is about: with the report, its one heading of the first level
   */
  Page(String report, String title) {
    this.title = title;
    this.header =
        Element.of("header")
            .add(
                Element.of("p")
                    .attribute("class", "brand")
                    .add(Element.of("b", "rom-parser"))
                    .text(" " + report))
            .add(Element.of("h1", title));
  }

  /** Adds to what stands before the sections. */
  Page lead(Element element) {
    header.add(element);
    return this;
  }

  /** Adds a section, which is written at once, so that nothing it was made of has to be kept. */
  Page section(Chapter chapter) {
    contents.add(Element.of("li").add(Element.link(chapter.id(), chapter.heading())));
    sections.add(chapter.element(2).toString());
    return this;
  }

  /** How many characters the sections have so far. */
  long size() {
    return sections.stream().mapToLong(String::length).sum();
  }

  /** The page, UTF-8. */
  Slice bytes() {
    String css = resource("page.css");
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    meta("charset", "utf-8").write(out);
    // Only this very style sheet: no script, no picture, no font, no address, no form.
    meta("http-equiv", "Content-Security-Policy")
        .attribute(
            "content",
            "default-src 'none'; style-src '"
                + digest(css)
                + "'; base-uri 'none'; form-action 'none'")
        .write(out);
    meta("name", "viewport").attribute("content", "width=device-width, initial-scale=1").write(out);
    meta("name", "color-scheme").attribute("content", "light dark").write(out);
    meta("name", "referrer").attribute("content", "no-referrer").write(out);
    meta("name", "generator").attribute("content", "rom-parser").write(out);
    Element.of("title", title + " - rom-parser").write(out);
    // The one thing that is not made of elements: it is a file of the program's own.
    out.append("<style>").append(css).append("</style>\n</head>\n<body>\n");
    Element.link(MAIN, "Skip to the report").attribute("class", "skip").write(out);
    Patterns.element().write(out);
    header.write(out);
    if (sections.size() > 1) {
      Element.of("nav").attribute("aria-label", "Contents").add(contents).write(out);
    }
    out.append("<main id=\"").append(MAIN).append("\" tabindex=\"-1\">\n");
    sections.forEach(out::append);
    out.append("</main>\n");
    Element.of("footer")
        .add(
            Element.of(
                "p",
                "Made by rom-parser. Offsets are counted in bytes from the start of the file. This"
                    + " page is complete: it loads nothing and runs nothing."))
        .write(out);
    out.append("</body>\n</html>\n");
    return Slice.of(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Element meta(String attribute, String value) {
    return Element.of("meta").attribute(attribute, value);
  }

  private static String digest(String css) {
    String hex = Sha256.hex(Slice.of(css.getBytes(StandardCharsets.UTF_8)));
    return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
