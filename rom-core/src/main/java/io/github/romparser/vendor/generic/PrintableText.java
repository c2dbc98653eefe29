package io.github.romparser.vendor.generic;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in bytes that are mostly code: runs of printable characters, one or two bytes each.
 *
 * <p>Time grows with the number of bytes alone; how many runs are kept, and how much of each, is
 * limited.
 */
public final class PrintableText {

  /** The most characters that are kept of one run. */
  public static final int MOST_CHARACTERS = 256;

  private PrintableText() {}

  /**
   * A run of printable characters.
   *
   * @param at where it begins, in bytes from the start of what was searched
   * @param length in bytes, whole
   * @param text its first {@link #MOST_CHARACTERS} characters
   */
  public record Run(int at, int length, String text) {

    /** {@return the first byte after it, in bytes from the start of what was searched} */
    public int end() {
      return at + length;
    }
  }

  /**
   * Finds runs of ASCII characters, 0x20 to 0x7E.
   *
   * @param bytes what to search, wherever it stands in its file
   * @param least how many characters a run has at least, 1 or more
   * @param most how many runs are returned at most
   * @return the first runs, in the order of the bytes
   */
  public static List<Run> ascii(Slice bytes, int least, int most) {
    return bytes.within((array, from, to) -> ascii(array, from, to, least, most));
  }

  /**
   * Finds runs of UTF-16LE characters of Latin-1, 0x20 to 0x7E and 0xA0 to 0xFF, at even and odd
   * places.
   *
   * @param bytes what to search, wherever it stands in its file
   * @param least how many characters a run has at least, 1 or more
   * @param most how many runs are returned at most
   * @return the first runs, in the order of the bytes
   */
  public static List<Run> utf16(Slice bytes, int least, int most) {
    return bytes.within((array, from, to) -> utf16(array, from, to, least, most));
  }

  /**
   * Reads text of a fixed room, up to the first NUL. Line breaks and other control characters
   * become one blank, what is not ASCII a question mark.
   *
   * @param bytes the view that it stands in
   * @param at where it begins, in bytes from the start of the view
   * @param most its room in bytes; what lies behind the end of the view is not there
   * @return the text on one line, without blanks at its ends; it ends as soon as it has {@link
   *     #MOST_CHARACTERS} characters
   */
  public static String line(Slice bytes, long at, int most) {
    Slice room = bytes.clamp(at, most);
    StringBuilder text = new StringBuilder(Math.min(room.length(), MOST_CHARACTERS));
    boolean blank = false;
    for (int i = 0; i < room.length() && text.length() < MOST_CHARACTERS; i++) {
      int c = room.u8(i);
      if (c == 0) {
        break;
      }
      if (c <= ' ' || c == 0x7f) {
        blank = text.length() > 0;
        continue;
      }
      if (blank) {
        text.append(' ');
        blank = false;
      }
      text.append(c < 0x7f ? (char) c : '?');
    }
    return text.toString();
  }

  private static List<Run> ascii(byte[] array, int from, int to, int least, int most) {
    List<Run> runs = new ArrayList<>();
    int at = from;
    // A run that begins here or later, and before the last byte that it needs, covers that byte.
    for (int last = at + least - 1; last < to && runs.size() < most; last = at + least - 1) {
      if (!ascii(array[last])) {
        at = last + 1;
        continue;
      }
      int start = last;
      while (start > at && ascii(array[start - 1])) {
        start--;
      }
      if (start > at) {
        at = start;
        continue;
      }
      int end = last + 1;
      while (end < to && ascii(array[end])) {
        end++;
      }
      char[] text = new char[Math.min(end - at, MOST_CHARACTERS)];
      for (int i = 0; i < text.length; i++) {
        text[i] = (char) array[at + i];
      }
      runs.add(new Run(at - from, end - at, new String(text)));
      at = end;
    }
    return runs;
  }

  private static List<Run> utf16(byte[] array, int from, int to, int least, int most) {
    List<Run> runs = new ArrayList<>();
    // Where the last run of even and of odd places ended: nothing is looked at twice.
    int[] ends = {from, from};
    for (int at = from; at + 1 < to && runs.size() < most; at++) {
      if (array[at + 1] != 0 || !latin1(array[at]) || at < ends[at & 1]) {
        continue;
      }
      int end = at + 2;
      while (end + 1 < to && array[end + 1] == 0 && latin1(array[end])) {
        end += 2;
      }
      ends[at & 1] = end;
      int characters = (end - at) / 2;
      if (characters >= least) {
        char[] text = new char[Math.min(characters, MOST_CHARACTERS)];
        for (int i = 0; i < text.length; i++) {
          text[i] = (char) (array[at + 2 * i] & 0xff);
        }
        runs.add(new Run(at - from, end - at, new String(text)));
      }
    }
    return runs;
  }

  private static boolean ascii(byte b) {
    return b >= 0x20 && b <= 0x7e;
  }

  private static boolean latin1(byte b) {
    // As a signed byte, 0xA0 to 0xFF are -96 to -1.
    return ascii(b) || (b < 0 && b >= -96);
  }
}
