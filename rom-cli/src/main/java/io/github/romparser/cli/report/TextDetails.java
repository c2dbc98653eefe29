package io.github.romparser.cli.report;

import java.io.PrintWriter;
import java.util.Locale;

/** Every field of every header, one a line. */
final class TextDetails implements HeaderDetails.Sheet {

  private final PrintWriter out;

  TextDetails(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void head(String text) {
    out.println();
    out.println(text);
  }

  @Override
  public void part(String text) {
    out.println("    " + text);
  }

  @Override
  public void field(String name, String value) {
    out.println(String.format(Locale.US, "      %-22s ", name) + value);
  }
}
