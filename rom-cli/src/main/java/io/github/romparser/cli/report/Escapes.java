package io.github.romparser.cli.report;

import java.util.Locale;

/** Writes a text so that XML, QEMU or a shell reads just that text. */
final class Escapes {

  private Escapes() {}

  /**
   * The text inside of an attribute in single quotes; XML 1.0 has no way for control characters.
   */
  static String xml(String text) {
    StringBuilder xml = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\'' -> xml.append("&apos;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append(c).append(';');
                default -> xml.appendCodePoint(isXml(c) ? c : '?');
              }
            });
    return xml.toString();
  }

  /** Whether XML 1.0 can hold every character of a text (§2.2). */
  static boolean isXml(String text) {
    return text.codePoints().allMatch(Escapes::isXml);
  }

  private static boolean isXml(int c) {
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    return (c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff)
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }

  /** The text inside of an XML comment, where two hyphens may not follow each other. */
  static String xmlComment(String text) {
    return text.replace("--", "- -");
  }

  /** The value of a QEMU option: a comma ends it unless there are two. */
  static String qemu(String text) {
    return text.replace(",", ",,");
  }

  /** One word of a shell's command line. */
  static String shell(String text) {
    if (text.matches("[A-Za-z0-9_./,:=@%+-]+")) {
      return text;
    }
    if (text.chars().noneMatch(Character::isISOControl)) {
      return "'" + text.replace("'", "'\\''") + "'";
    }
    StringBuilder quoted = new StringBuilder("$'");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.US, c < 0x80 ? "\\x%02x" : "\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('\'').toString();
  }
}
