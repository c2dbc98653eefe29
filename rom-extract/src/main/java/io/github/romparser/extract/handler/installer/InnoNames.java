package io.github.romparser.extract.handler.installer;

/** Names of files in set-ups, as a person would write them. */
final class InnoNames {

  private InnoNames() {}

  /**
   * A name with slashes, and constants without their braces: {@code {app}\bios.fd} becomes {@code
   * app/bios.fd}. Two braces stand for one.
   */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean brace = c == '{' || c == '}';
      boolean twice = c == '{' && i + 1 < name.length() && name.charAt(i + 1) == '{';
      if (twice) {
        i++;
      }
      if (!brace || twice) {
        shown.append(c == '\\' ? '/' : c);
      }
    }
    return shown.toString();
  }

  /** The name of what has none. */
  static String nameless(int number) {
    return "file " + (number + 1);
  }
}
