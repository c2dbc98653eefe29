package io.github.romparser.cli.console;

/** Text that may come from anywhere, made harmless for a terminal. */
public final class Plain {

  private Plain() {}

  /** The text with every control character replaced by a question mark. */
  public static String text(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return plain.toString();
  }
}
