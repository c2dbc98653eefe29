package io.github.romparser.acpi;

/**
 * The bytes between braces, as C, ASL and acpi_call write them: numbers with 0x or decimal ones,
 * with commas, line ends and comments between them.
 */
final class ByteItems {

  private final byte[] array;
  private final int to;
  private int at;
  private boolean closed;

  ByteItems(TextBytes text) {
    this.array = text.array();
    this.to = text.to();
  }

  /**
   * Adds the bytes behind an opening brace.
   *
   * @return the index behind the closing brace, or of what is neither byte nor brace
   */
  int read(int from, ByteBag bag) {
    at = from;
    closed = false;
    while (true) {
      at = skipSpace(at);
      if (at >= to) {
        return to;
      }
      if (array[at] == '}') {
        closed = true;
        return at + 1;
      }
      if (array[at] == ',') {
        at++;
        continue;
      }
      boolean prefixed = Digits.isPrefixed(array, at, to);
      int first = prefixed ? at + 2 : at;
      int end = Digits.endOfHex(array, first, to);
      long value = Digits.value(array, first, end, prefixed ? 16 : 10);
      if (value < 0 || value > 0xff) {
        return at;
      }
      bag.add((int) value);
      at = end;
    }
  }

  /** Whether the closing brace was there. */
  boolean closed() {
    return closed;
  }

  /** The index of the first character from an index on that is no space, line end or comment. */
  int skipSpace(int from) {
    int i = from;
    while (i < to) {
      if (TextBytes.isBlank(array[i]) || TextBytes.isLineEnd(array[i]) || array[i] == '\f') {
        i++;
      } else if (array[i] == '/' && i + 1 < to && array[i + 1] == '/') {
        while (i < to && !TextBytes.isLineEnd(array[i])) {
          i++;
        }
      } else if (array[i] == '/' && i + 1 < to && array[i + 1] == '*') {
        i += 2;
        while (i + 1 < to && (array[i] != '*' || array[i + 1] != '/')) {
          i++;
        }
        i = Math.min(to, i + 2);
      } else {
        return i;
      }
    }
    return i;
  }
}
