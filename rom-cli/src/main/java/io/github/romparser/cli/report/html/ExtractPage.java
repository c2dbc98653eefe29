package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.ExtractResult;
import io.github.romparser.cli.report.ExtractTextReport;
import io.github.romparser.cli.report.RomText;
import io.github.romparser.cli.report.TextReport;
import io.github.romparser.extract.DeadEnd;
import io.github.romparser.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of {@code extract}. */
public final class ExtractPage {

  /** So many dead ends are told; JSON has all of them. */
  private static final int MOST_DEAD_ENDS = 200;

  private final PciIds names;
  private final FilesPage page;

  /**
   * A page without files.
   *
   * @param names names of vendors and devices
   * @param given the names of the files that will be added
   */
  public ExtractPage(PciIds names, List<String> given) {
    this.names = names;
    this.page = new FilesPage("what is inside", given);
  }

  /** Adds what was found in a file. */
  public void add(ExtractResult result) {
    List<Finding> findings = result.extraction().findings();
    String title = sentence(ExtractTextReport.title(result));
    String said = findings.isEmpty() ? "No findings." : RomText.count(findings);
    if (page.isFull()) {
      page.add(result.name(), title, said);
      return;
    }
    String id = page.nextId();
    FindingCards cards =
        new FindingCards(id, result.name(), Optional.empty(), RomChapters.forAll(findings));
    page.add(
        new FilesPage.File(id, result.name(), title, cards.counts(), said, facts(result)),
        chapters(id, result, cards));
  }

  /** Adds a file that could not be read. */
  public void unreadable(String name) {
    page.add(name, "could not be read", "");
  }

  /** Whether no file could be read, so that there is nothing to write. */
  public boolean isEmpty() {
    return page.isEmpty();
  }

  /** The page, UTF-8. */
  public Slice bytes() {
    return page.bytes();
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static Element facts(ExtractResult result) {
    Tables.Facts facts =
        new Tables.Facts()
            .add("Verdict", result.extraction().verdict().id())
            .add("Size", TextReport.bytes(result.size()))
            .add("Kind", result.extraction().kind().title())
            .add("Parts", Numbers.count(result.extraction().parts().size()));
    result.card().ifPresent(card -> facts.add("Device asked for", card.id()));
    return facts
        .add("SHA-256", Element.of("dd").add(Element.of("code", result.sha256())))
        .element();
  }

  private List<Chapter> chapters(String id, ExtractResult result, FindingCards cards) {
    PartForest forest = new PartForest(result.extraction().parts());
    PartTree tree = new PartTree(id, forest, result.extraction(), FoundCards.MOST);
    int level = page.level() + 1;
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(
        new Chapter(
            id + "-found",
            "What was found",
            new FoundCards(id, result, forest, names, level).element()));
    chapters.add(new Chapter(id + "-findings", "Findings", cards.element(level)));
    chapters.add(
        new Chapter(
            id + "-map",
            "Map",
            new PartMap(id, forest, tree, result.size())
                .element()
                .orElseGet(() -> Element.of("p", "none", "The file is empty."))));
    chapters.add(new Chapter(id + "-tree", "Tree of all parts", tree.element()));
    List<DeadEnd> ends = result.extraction().deadEnds();
    if (!ends.isEmpty()) {
      chapters.add(new Chapter(id + "-dead-ends", "Not opened", deadEnds(ends)));
    }
    return chapters;
  }

  private static Element deadEnds(List<DeadEnd> ends) {
    Element rows = Tables.body();
    for (DeadEnd end : ends.subList(0, Math.min(ends.size(), MOST_DEAD_ENDS))) {
      Element where = Element.of("td");
      FoundCards.path(where, end.path());
      rows.add(
          Element.of("tr")
              .add(
                  Element.of("th", end.trouble().reason().id().replace('-', ' '))
                      .attribute("scope", "row"))
              .add(Element.of("td", end.trouble().detail()))
              .add(Tables.number(Numbers.hex(end.trouble().offset())))
              .add(where));
    }
    Element body = Element.block("dead-ends");
    body.add(Tables.of("Not opened", List.of("Reason", "Detail", ">Offset", "In"), rows));
    if (ends.size() > MOST_DEAD_ENDS) {
      body.add(
          Element.of("p", "left", Numbers.count(ends.size() - MOST_DEAD_ENDS) + " more left out."));
    }
    return body;
  }
}
