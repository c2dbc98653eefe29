package io.github.romparser.edit;

import io.github.romparser.finding.Argument;
import java.util.List;
import java.util.stream.Collectors;

/** Texts with places for arguments. */
final class Template {

  private Template() {}

  /**
   * Puts the arguments into a text: <code>{0}</code> is the first, <code>{1..}</code> all from the
   * second on, with commas between them.
   */
  static String fill(String template, List<Argument> arguments) {
    StringBuilder text = new StringBuilder(template.length() + 32);
    int at = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
      int close = template.indexOf('}', open);
      String place = template.substring(open + 1, close);
      boolean rest = place.endsWith("..");
      int first = Integer.parseInt(rest ? place.substring(0, place.length() - 2) : place);
      text.append(template, at, open)
          .append(
              rest
                  ? arguments.stream()
                      .skip(first)
                      .map(Argument::text)
                      .collect(Collectors.joining(", "))
                  : arguments.get(first).text());
      at = close + 1;
    }
    return text.append(template, at, template.length()).toString();
  }
}
