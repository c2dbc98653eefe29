package io.github.romparser.extract.output;

import java.util.Locale;
import java.util.Set;

/** Names of files out of names that cannot be trusted. */
final class SafeName {

  /** Longer names are cut; file systems take 255 bytes, and a number may be added. */
  private static final int LONGEST = 120;

  /** Names that Windows keeps for devices, whatever follows a dot (Microsoft, Naming Files). */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private SafeName() {}

  /**
   * A name with nothing but ASCII letters, digits and {@code . _ + -}, that begins with neither a
   * dot nor a hyphen, is not empty and is no device.
   */
  static String of(String wanted) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < wanted.length() && name.length() < LONGEST; i++) {
      char c = wanted.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '+'
              || c == '-';
      name.append(plain ? c : '_');
    }
    while (name.length() > 0 && (name.charAt(0) == '.' || name.charAt(0) == '-')) {
      name.deleteCharAt(0);
    }
    while (name.length() > 0 && name.charAt(name.length() - 1) == '.') {
      name.setLength(name.length() - 1);
    }
    if (name.length() == 0) {
      return "part";
    }
    int dot = name.indexOf(".");
    String stem = (dot < 0 ? name.toString() : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem) ? "_" + name : name.toString();
  }
}
