package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;

/**
 * A NameString (ACPI 6.4 §20.2.2): a root or parent prefixes, then none, one, two or a counted
 * number of segments of four characters.
 *
 * @param text with a backslash or carets in front, and dots between the segments
 * @param end first byte behind it
 */
record AmlName(String text, int end) {

  static final int SEGMENT = 4;

  /** Paths of real machines have at most a dozen segments. */
  static final int MOST_SEGMENTS = 64;

  private static final int ROOT = 0x5c;
  private static final int PARENT = 0x5e;
  private static final int DUAL = 0x2e;
  private static final int MULTI = 0x2f;

  /** A name that is none. */
  static final AmlName NONE = new AmlName("", -1);

  /** Whether a byte may begin a NameString, other than that of the null name. */
  static boolean begins(int c) {
    return isLead(c) || c == ROOT || c == PARENT || c == DUAL || c == MULTI;
  }

  private static boolean isLead(int c) {
    return (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** Whether a segment stands at a place. */
  static boolean isSegment(Slice aml, long at) {
    if (!aml.has(at, SEGMENT) || !isLead(aml.u8(at))) {
      return false;
    }
    for (int i = 1; i < SEGMENT; i++) {
      int c = aml.u8(at + i);
      if (!isLead(c) && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Where the name that begins at a place ends; -1 if it is none. */
  static int end(Slice aml, int from) {
    int at = from;
    if (aml.has(at, 1) && aml.u8(at) == ROOT) {
      at++;
    } else {
      while (aml.has(at, 1) && aml.u8(at) == PARENT && at - from < MOST_SEGMENTS) {
        at++;
      }
    }
    if (!aml.has(at, 1)) {
      return -1;
    }
    int count = count(aml, at);
    int first = at + (count < 0 ? 0 : aml.u8(at) == MULTI ? 2 : 1);
    if (count == 0) {
      return first;
    }
    count = Math.max(count, 1);
    for (int i = 0; i < count; i++) {
      if (!isSegment(aml, first + (long) i * SEGMENT)) {
        return -1;
      }
    }
    return first + count * SEGMENT;
  }

  /** How many segments follow; -1 for one without a prefix. */
  private static int count(Slice aml, int at) {
    return switch (aml.u8(at)) {
      case 0 -> 0;
      case DUAL -> 2;
      case MULTI -> aml.has(at + 1L, 1) && aml.u8(at + 1L) <= MOST_SEGMENTS ? aml.u8(at + 1L) : -1;
      default -> -1;
    };
  }

  /** Reads a name; {@link #NONE} if there is none. */
  static AmlName read(Slice aml, int from) {
    int end = end(aml, from);
    if (end < 0) {
      return NONE;
    }
    StringBuilder text = new StringBuilder();
    int at = from;
    while (aml.u8(at) == ROOT || aml.u8(at) == PARENT) {
      text.append((char) aml.u8(at));
      at++;
      if (at == end) {
        return new AmlName(text.toString(), end);
      }
    }
    int segments = (end - at) / SEGMENT;
    int first = end - segments * SEGMENT;
    for (int i = 0; i < segments; i++) {
      text.append(i == 0 ? "" : ".").append(aml.latin1(first + (long) i * SEGMENT, SEGMENT));
    }
    return new AmlName(text.toString(), end);
  }

  /**
   * The full path of a name that stands in a scope.
   *
   * @param scope a full path; the root is a backslash
   * @return empty if it were longer than any real one
   */
  String in(String scope) {
    String path;
    if (text.startsWith("\\")) {
      path = text;
    } else {
      String base = scope;
      int carets = 0;
      while (carets < text.length() && text.charAt(carets) == '^') {
        base = parent(base);
        carets++;
      }
      path = child(base, text.substring(carets));
    }
    return path.length() > MOST_SEGMENTS * (SEGMENT + 1) ? "" : path;
  }

  /** The path of a child. */
  static String child(String scope, String name) {
    if (name.isEmpty()) {
      return scope;
    }
    return scope.equals("\\") ? scope + name : scope + "." + name;
  }

  /** The path around a path; of the root, the root. */
  static String parent(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "\\" : path.substring(0, dot);
  }

  /** The last segment of a path. */
  static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('\\')) + 1);
  }
}
