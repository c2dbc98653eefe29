package io.github.romparser.acpi.dump;

import io.github.romparser.bytes.Slice;

/**
 * What acpi_call answers (acpi_call.c, acpi_result_to_string): the bytes of a buffer as 0x and two
 * digits, between braces and with commas, and without the closing brace if not all of them fit.
 * Forks write the word Buffer and its length in front, and line ends between the bytes.
 *
 * @param kind what was answered
 * @param bytes those of a buffer, as far as they were written
 * @param whole whether all bytes were written
 * @param text the answer itself, without what pads it
 */
record CallAnswer(Kind kind, Slice bytes, boolean whole, String text) {

  /** Kinds of answers. */
  enum Kind {
    /** Bytes. */
    BUFFER,
    /** The method was not found, or failed. */
    ERROR,
    /** Nobody has asked for anything, or somebody else has read the answer. */
    NOT_CALLED,
    /** Another type of object, or what nobody knows. */
    OTHER
  }

  /** What stands in front of a status of ACPICA. */
  private static final String ERROR = "Error:";

  private static final String NOT_CALLED = "not called";

  /** Bytes are written as 0x and two digits. */
  private static final int BYTE_TEXT = 4;

  private static final Slice NO_BYTES = Slice.of(new byte[0]);

  /** So much of an answer that is no buffer is kept. */
  private static final int LONGEST_TEXT = 200;

  /** Reads an answer; the kernel ends it with a byte 0. */
  static CallAnswer parse(String answer) {
    String text = answer.replace('\0', ' ').strip();
    int brace = text.indexOf('{');
    if (brace >= 0 && (brace == 0 || text.startsWith("Buffer"))) {
      return buffer(text, brace + 1);
    }
    Kind kind =
        text.startsWith(ERROR)
            ? Kind.ERROR
            : text.equals(NOT_CALLED) ? Kind.NOT_CALLED : Kind.OTHER;
    String rest = kind == Kind.ERROR ? text.substring(ERROR.length()).strip() : text;
    return new CallAnswer(
        kind, NO_BYTES, true, rest.substring(0, Math.min(rest.length(), LONGEST_TEXT)));
  }

  private static CallAnswer buffer(String text, int from) {
    byte[] bytes = new byte[(text.length() - from) / BYTE_TEXT + 1];
    int count = 0;
    int at = from;
    while (at < text.length() && text.charAt(at) != '}') {
      char c = text.charAt(at);
      if (c == ',' || Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int value = value(text, at);
      if (value < 0) {
        return new CallAnswer(Kind.OTHER, NO_BYTES, false, text.substring(0, from));
      }
      bytes[count++] = (byte) value;
      at += BYTE_TEXT;
    }
    return new CallAnswer(Kind.BUFFER, Slice.of(bytes).clamp(0, count), at < text.length(), "");
  }

  private static int value(String text, int at) {
    if (!text.startsWith("0x", at) || at + BYTE_TEXT > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 2), 16);
    int low = Character.digit(text.charAt(at + 3), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
