package io.github.romparser.cli.report.html;

import io.github.romparser.cli.report.HeaderDetails;

/** Every field of every header, a table for each header. */
final class FieldTables implements HeaderDetails.Sheet {

  private final Element tables = Element.block("fields");
  private Element rows = Element.of("tbody");
  private String name = "header";

  /** The tables so far. */
  Element element() {
    end();
    return tables;
  }

  @Override
  public void head(String text) {
    end();
    name = text;
  }

  @Override
  public void part(String text) {
    end();
    name = text;
  }

  @Override
  public void field(String field, String value) {
    rows.add(
        Element.of("tr")
            .add(Element.of("th", field).attribute("scope", "row"))
            .add(Element.of("td", value)));
  }

  private void end() {
    if (!rows.isEmpty()) {
      tables.add(Element.of("table").add(Element.of("caption", name)).add(rows));
      rows = Element.of("tbody");
    }
  }
}
