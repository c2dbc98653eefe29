package io.github.romparser.cli.report.html;

import java.util.Locale;

/**
 * Text that may come from anywhere, made harmless for a page: what markup is made of is escaped,
 * and what would not be seen, or would change the order in which the rest is seen, is shown.
 */
final class VisibleText {

  /** Longer texts are cut; the longest that a report writes itself has some hundred characters. */
  static final int MOST = 4096;

  private VisibleText() {}

  /** Appends a text to a page, in an element or between the double quotes of an attribute. */
  static void append(StringBuilder out, String text) {
    int end = text.length();
    if (end > MOST) {
      end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    }
    for (int i = 0; i < end; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      append(out, c);
    }
    if (end < text.length()) {
      out.append(String.format(Locale.US, "… (%,d more characters)", text.length() - end));
    }
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        if (isSeen(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(Locale.US, "[U+%04X]", c));
        }
      }
    }
  }

  /**
   * Whether a character can be seen and does nothing else. Those of the category Format include the
   * marks that turn the direction of writing and those of no width.
   */
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
