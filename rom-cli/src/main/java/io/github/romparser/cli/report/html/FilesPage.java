package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Slice;
import java.util.List;

/** A page about one file, whose chapters are its sections, or about several, a section each. */
final class FilesPage {

  /** When a page has so many characters, further files are only listed. */
  private static final long FULL = 8L << 20;

  /** And so many are listed. */
  private static final int MOST_LISTED = 1000;

  /**
   * A file.
   *
   * @param title what it is, in a line
   * @param counts how many findings there are, as badges
   * @param said the same as text
   */
  record File(String id, String name, String title, Element counts, String said, Element facts) {}

  private final Element rows = Tables.body();
  private final Page page;
  private final boolean several;
  private int files;
  private int told;

  /**
   * A page without files.
   *
   * @param report which report it is
   * @param given the names of the files that will be added
   */
  FilesPage(String report, List<String> given) {
    this.several = given.size() > 1;
    this.page =
        new Page(report, several ? Numbers.count(given.size(), "file") : base(given.get(0)));
  }

  /** The last part of a path. */
  static String base(String name) {
    return name.equals("-") ? "standard input" : name.substring(name.lastIndexOf('/') + 1);
  }

  /** What the names for links of the next file begin with. */
  String nextId() {
    return "file" + (files + 1);
  }

  /** The level of the headings of a file's chapters. */
  int level() {
    return several ? 3 : 2;
  }

  /** Whether there is no room for the chapters of further files. */
  boolean isFull() {
    return page.size() > FULL;
  }

  /** Adds a file with all its chapters. */
  void add(File file, List<Chapter> chapters) {
    told++;
    Element lead = Element.of("p", "lead", file.title());
    if (!several) {
      files++;
      page.lead(lead).lead(file.counts()).lead(file.facts());
      chapters.forEach(page::section);
      return;
    }
    list(Element.link(file.id(), file.name()), file.title(), file.said());
    Element body = Element.block("file").add(lead).add(file.counts()).add(file.facts());
    chapters.forEach(chapter -> body.add(chapter.element(3)));
    page.section(new Chapter(file.id(), base(file.name()), body));
  }

  /** Adds a file without chapters. */
  void add(String name, String title, String said) {
    list(Element.of("span", name), title, said);
  }

  private void list(Element name, String title, String said) {
    if (++files <= MOST_LISTED) {
      rows.add(
          Element.of("tr")
              .add(Element.of("th").attribute("scope", "row").add(name))
              .add(Element.of("td", title))
              .add(Element.of("td", said)));
    }
  }

  /** Whether no file has chapters. */
  boolean isEmpty() {
    return told == 0;
  }

  /** The page, UTF-8. */
  Slice bytes() {
    if (several) {
      page.lead(Tables.of("Files", List.of("File", "What", "Findings"), rows));
      if (files > MOST_LISTED) {
        page.lead(
            Element.of(
                "p", "left", Numbers.count(files - MOST_LISTED, "more file") + " left out."));
      }
    }
    return page.bytes();
  }
}
