package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Codes of ACPICA such as {@code AE_NOT_FOUND} that stand in place of a reply, each once. */
final class ReplyErrors {

  private static final int MOST = 16;
  private static final int LONGEST = 40;

  private final Set<String> codes = new LinkedHashSet<>();

  /** Takes the code that stands at a place of the text, if there is one. */
  void add(TextBytes text, int from, int end) {
    int i = from;
    while (i < end && i - from < LONGEST && isPart(text.array()[i])) {
      i++;
    }
    if (i > from && codes.size() < MOST) {
      codes.add(text.string(from, i));
    }
  }

  private static boolean isPart(byte c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  List<String> codes() {
    return new ArrayList<>(codes);
  }
}
