package io.github.romparser.acpi;

import java.util.OptionalLong;

/**
 * A call of a ROM method in a log, {@code PATH._ROM OFFSET LENGTH}: it says where a reply belongs.
 */
final class RomRequest {

  private static final String[] METHODS = {"_ROM", "ATRM"};

  private RomRequest() {}

  /** The offset that a part of a text asks for; empty where it calls no ROM method. */
  static OptionalLong offset(TextBytes text, int from, int to) {
    for (String method : METHODS) {
      int at = text.indexOf(method, from, to);
      if (at >= 0) {
        return number(text.array(), at + method.length(), to);
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong number(byte[] array, int from, int to) {
    int start = TextBytes.skipBlanks(array, from, to);
    if (start == from) {
      return OptionalLong.empty();
    }
    boolean prefixed = Digits.isPrefixed(array, start, to);
    int first = prefixed ? start + 2 : start;
    int end = Digits.endOfHex(array, first, to);
    boolean ends = end == to || !Character.isLetterOrDigit(array[end]);
    long value = ends ? Digits.value(array, first, end, prefixed ? 16 : 10) : -1;
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
