package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.report.FindingText;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings with what to do about them, and with their bytes. */
final class FindingCards {

  /** So many findings of a file are told; the library keeps 32 of a kind. */
  private static final int MOST = 200;

  private static final int ROWS = 8;

  private final String id;
  private final String file;
  private final Optional<Slice> bytes;
  private final Map<Finding, String> all;

  /**
   * The findings of a file.
   *
   * @param id begins all their names for links
   * @param file the file's name, for commands
   * @param bytes the whole file; empty where its bytes are not shown
   * @param all the findings in their order, with whom they concern; empty for everybody
   */
  FindingCards(String id, String file, Optional<Slice> bytes, Map<Finding, String> all) {
    this.id = id;
    this.file = file;
    this.bytes = bytes;
    this.all = all;
  }

  /** The name of a finding for links. */
  Optional<String> id(Finding finding) {
    int place = List.copyOf(all.keySet()).indexOf(finding);
    return place < 0 || place >= MOST ? Optional.empty() : Optional.of(id + "-f" + place);
  }

  /** The flags for a map. */
  List<FileMap.Flag> flags() {
    List<FileMap.Flag> flags = new ArrayList<>();
    int place = 0;
    for (Finding finding : all.keySet()) {
      if (hasPlace(finding) && place < MOST) {
        flags.add(
            new FileMap.Flag(
                id + "-f" + place,
                label(finding.severity(), place),
                "s-" + finding.severity().id(),
                finding.severity().id() + " " + finding.code().id(),
                finding.range().offset()));
      }
      place++;
    }
    return flags;
  }

  /** All of them, or a sentence if there is none. */
  Element element(int level) {
    Element cards = Element.block("cards");
    if (all.isEmpty()) {
      return cards.add(Element.of("p", "none", "No findings."));
    }
    int place = 0;
    for (Map.Entry<Finding, String> entry : all.entrySet()) {
      if (place == MOST) {
        cards.add(
            Element.of(
                "p", "left", Numbers.count(all.size() - MOST, "more finding") + " left out."));
        break;
      }
      cards.add(card(entry.getKey(), entry.getValue(), place++, level));
    }
    return cards;
  }

  private Element card(Finding finding, String concerns, int place, int level) {
    String severity = finding.severity().id();
    Element heading =
        Element.of("h" + level)
            .add(badge(finding.severity(), label(finding.severity(), place)))
            .text(" ")
            .add(Element.of("code", finding.code().id()))
            .add(Element.of("span", "concerns", concerns));
    Element card =
        Element.of("article")
            .id(id + "-f" + place)
            .attribute("class", "finding s-" + severity)
            .add(heading)
            .add(Element.of("p", finding.message()));
    if (!finding.advice().isEmpty()) {
      card.add(Element.of("p", "advice", finding.advice()));
    }
    finding
        .command()
        .ifPresent(c -> card.add(Element.of("pre", "command", FindingText.withNames(c, file))));
    if (hasPlace(finding)) {
      card.add(bytes(finding, id + "-f" + place + "-bytes"));
    }
    return card;
  }

  private Element bytes(Finding finding, String name) {
    Range range = finding.range();
    String place =
        range.length() == 0
            ? "at " + Numbers.hex(range.offset())
            : Numbers.range(range) + ", " + Numbers.count(range.length(), "byte");
    if (bytes.isEmpty()) {
      return Element.of("p", "where", "Bytes " + place);
    }
    Element hex =
        HexView.around(bytes.get(), range, ROWS, "Bytes of " + finding.code().id()).id(name);
    Element details = Element.of("details").add(Element.of("summary", "Bytes " + place)).add(hex);
    long shown = (long) (ROWS - 1) * HexView.ROW;
    if (range.length() > shown) {
      details.add(Element.of("p", "left", "The first rows; the finding goes on."));
    }
    return details;
  }

  /** Severity as a word and a colour. */
  static Element badge(Severity severity, String label) {
    String word = severity.id();
    return Element.of("span")
        .attribute("class", "badge s-" + word)
        .text(label + " ")
        .add(Element.of("b", word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
  }

  /** How many there are of each severity, each a badge that leads to the first. */
  Element counts() {
    Element line = Element.of("p").attribute("class", "counts");
    int before = 0;
    for (Severity severity : Severity.values()) {
      long count = all.keySet().stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        line.add(
                Element.link(id + "-f" + before, Numbers.count(count, severity.id()))
                    .attribute("class", "badge s-" + severity.id()))
            .text(" ");
        before += (int) count;
      }
    }
    return before == 0 ? line.add(Element.of("span", "badge s-good", "no findings")) : line;
  }

  private static String label(Severity severity, int place) {
    return severity.name().charAt(0) + Integer.toString(place + 1);
  }

  private static boolean hasPlace(Finding finding) {
    return finding.range().offset() != 0 || finding.range().length() != 0;
  }
}
