package io.github.romparser.cli.report.html;

import java.util.ArrayList;
import java.util.List;

/** What the colours and patterns of a map stand for, of those that it has. */
final class Legend {

  private Legend() {}

  /** The legend of the regions in these rows. */
  static Element of(List<List<Region>> rows) {
    Element legend =
        Element.of("ul").attribute("class", "legend").attribute("aria-label", "Legend");
    List<Kind> seen = new ArrayList<>();
    for (List<Region> row : rows) {
      row.stream().map(Region::kind).filter(k -> !seen.contains(k)).forEach(seen::add);
    }
    for (Kind kind : Kind.values()) {
      if (seen.contains(kind)) {
        Element swatch =
            Element.of("svg")
                .attribute("width", "22")
                .attribute("height", "14")
                .attribute("aria-hidden", "true")
                .add(FileMap.rect(kind.css() + " box", 14));
        if (kind.pattern() != Kind.Pattern.NONE) {
          swatch.add(FileMap.rect("", 14).attribute("fill", Patterns.fill(kind.pattern())));
        }
        legend.add(Element.of("li").add(swatch).text(" " + kind.title()));
      }
    }
    return legend;
  }
}
