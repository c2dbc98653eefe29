package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.CheckText;
import io.github.romparser.finding.Finding;
import io.github.romparser.vendor.RomContents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of {@code check}. */
public final class CheckPage {

  private static final String ID = "rom";

  private final FindingCards findings;
  private final List<Verdict> verdicts;
  private final Map<Finding, List<Target>> all;
  private final Page page;

  private CheckPage(
      String name,
      RomContents contents,
      Optional<PciDevice> card,
      List<Verdict> verdicts,
      PciIds names) {
    this.verdicts = verdicts;
    this.all = CheckText.findings(verdicts);
    Map<Finding, String> told = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Finding.WORST_FIRST))
        .forEach(entry -> told.put(entry.getKey(), concerns(entry.getValue())));
    RomChapters rest = new RomChapters(ID, name, contents, names, told);
    this.findings = rest.findings();
    this.page = new Page("would it be taken", FilesPage.base(name));
    page.lead(
        Element.of(
            "p", "lead", sentence(CheckText.verdict(contents.judged(), verdicts, all.isEmpty()))));
    page.lead(findings.counts());
    page.lead(rest.facts());
    card.ifPresent(c -> page.lead(new Tables.Facts().add("Card", c.id()).element()));
    page.section(new Chapter("verdicts", "Verdicts", verdicts()));
    page.section(rest.findings(2));
    page.section(rest.map());
    page.section(new Chapter("steps", "Step by step", traces()));
    page.section(rest.regions());
  }

  /**
   * The page, UTF-8.
   *
   * @param name the file's name as it was given
   * @param contents the file and what is in its images
   * @param card the card it was checked for, if one was named
   * @param names names of vendors and devices
   */
  public static Slice of(
      String name,
      RomContents contents,
      Optional<PciDevice> card,
      List<Verdict> verdicts,
      PciIds names) {
    return new CheckPage(name, contents, card, verdicts, names).page.bytes();
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private String concerns(List<Target> targets) {
    return targets.size() == verdicts.size()
        ? ""
        : " for " + targets.stream().map(Target::id).collect(Collectors.joining(", "));
  }

  private Element verdicts() {
    Element rows = Tables.body();
    for (Verdict verdict : verdicts) {
      Element why = Element.of("td");
      for (Map.Entry<Finding, List<Target>> entry : all.entrySet()) {
        Finding finding = entry.getKey();
        if (verdict.findings().stream().anyMatch(f -> f.as(finding.severity()).equals(finding))) {
          String code = finding.code().id();
          why.add(
                  findings
                      .id(finding)
                      .map(id -> Element.link(id, code).attribute("class", "whole"))
                      .orElseGet(() -> Element.of("span", code)))
              .text(" ");
        }
      }
      rows.add(
          Element.of("tr")
              .add(
                  Element.of("th")
                      .attribute("scope", "row")
                      .add(Element.link("steps-" + verdict.target().id(), verdict.target().id())))
              .add(Element.of("td").add(badge(verdict)))
              .add(
                  Element.of(
                      "td",
                      verdict.image().isPresent() ? "#" + verdict.image().getAsInt() : "none"))
              .add(why.isEmpty() ? why.text("nothing to say") : why));
    }
    return Tables.of("Verdicts", List.of("Consumer", "Takes it", "Image", "Findings"), rows);
  }

  private static Element badge(Verdict verdict) {
    return verdict.accepted()
        ? Element.of("span", "badge s-good", "✓ yes")
        : Element.of("span", "badge s-error", "✗ no");
  }

  private Element traces() {
    Element all = Element.block("traces");
    for (Verdict verdict : verdicts) {
      Element steps =
          Element.of("ol").attribute("class", "steps").id("steps-" + verdict.target().id());
      verdict.trace().forEach(step -> steps.add(Element.of("li", step)));
      all.add(
          Element.of("details")
              .attribute("class", "fold")
              .add(
                  Element.of("summary")
                      .add(Element.of("b", verdict.target().id()))
                      .text(" ")
                      .add(badge(verdict)))
              .add(steps.isEmpty() ? steps.add(Element.of("li", "It does nothing.")) : steps));
    }
    return all;
  }
}
