package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Text as one byte a character, for parsers that look at every character once: what is no Latin-1
 * is a question mark, and of UTF-8 only ASCII has a meaning.
 *
 * @param array the characters; never written to
 * @param from index of the first
 * @param to index behind the last
 */
@SuppressWarnings("ArrayRecordComponent") // It lives as long as a parser, and is not compared.
record TextBytes(byte[] array, int from, int to) {

  /** How much of a text is looked at to tell whether it is one. */
  private static final int SAMPLE = 4096;

  /** Reads text with a byte order mark of UTF-16 or UTF-8, or without one. */
  static TextBytes of(Slice file) {
    if (file.has(0, 2) && (file.u16(0) == 0xfeff || file.u16(0) == 0xfffe)) {
      boolean little = file.u16(0) == 0xfeff;
      byte[] narrow = new byte[(file.length() - 2) / 2];
      for (int i = 0; i < narrow.length; i++) {
        int c = little ? file.u16(2 + 2L * i) : file.be16(2 + 2L * i);
        narrow[i] = (byte) (c < 0x100 ? c : '?');
      }
      return new TextBytes(narrow, 0, narrow.length);
    }
    int mark = file.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
    return file.within((array, from, to) -> new TextBytes(array, from + mark, to));
  }

  /**
   * Whether the beginning is text: no control characters, and few from 0x80 on. NUL may be there:
   * acpi_call ends its replies with it, which have at least two characters.
   */
  boolean isText() {
    int end = Math.min(to, from + SAMPLE);
    int nulls = 0;
    int high = 0;
    for (int i = from; i < end; i++) {
      int c = array[i] & 0xff;
      if (c == 0) {
        nulls++;
      } else if (c >= 0x7f) {
        high++;
      } else if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
        return false;
      }
    }
    return end > from && nulls * 3 <= end - from && high * 4 <= end - from;
  }

  /** The index behind the line that begins at an index: of its line end, or of the text. */
  int lineEnd(int at) {
    int i = at;
    while (i < to && !isLineEnd(array[i])) {
      i++;
    }
    return i;
  }

  /** Line feed, carriage return, and the NUL behind a reply of acpi_call. */
  static boolean isLineEnd(byte c) {
    return c == '\n' || c == '\r' || c == 0;
  }

  static boolean isBlank(byte c) {
    return c == ' ' || c == '\t';
  }

  /** The index of the first character from an index on that is no blank, or the end. */
  static int skipBlanks(byte[] array, int at, int to) {
    int i = at;
    while (i < to && isBlank(array[i])) {
      i++;
    }
    return i;
  }

  /** Whether a word stands at an index. */
  boolean at(int index, String word) {
    return at(index, to, word);
  }

  /** Whether a word stands at an index in front of another. */
  boolean at(int index, int end, String word) {
    if (end - index < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (array[index + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first place of a word in a part of the text, or -1. */
  int indexOf(String word, int start, int end) {
    byte first = (byte) word.charAt(0);
    int last = end - word.length();
    for (int i = start; i <= last; i++) {
      if (array[i] == first && at(i, end, word)) {
        return i;
      }
    }
    return -1;
  }

  /** A part of the text as a string. */
  String string(int start, int end) {
    return new String(array, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
