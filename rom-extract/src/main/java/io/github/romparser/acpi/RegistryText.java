package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.List;

/**
 * An export of the Windows registry: {@code "Name"=hex:55,aa,\} with lines that go on where the one
 * before ends with a backslash. REG_BINARY is {@code hex}, other kinds {@code hex(N)}.
 */
final class RegistryText {

  private static final String[] TITLES = {"Windows Registry Editor", "REGEDIT4", "[HKEY_"};
  private static final String HEX = "hex";
  private static final int LONGEST_NAME = 1024;

  private final TextBytes text;
  private final byte[] array;
  private final List<RegistryValue> values = new ArrayList<>();
  private String key = "";
  private int room = ByteBag.MOST;

  private RegistryText(TextBytes text) {
    this.text = text;
    this.array = text.array();
  }

  static boolean begins(TextBytes text, int from) {
    for (String title : TITLES) {
      if (text.at(from, title)) {
        return true;
      }
    }
    return false;
  }

  static DumpText parse(TextBytes text) {
    RegistryText export = new RegistryText(text);
    for (int at = text.from(); at < text.to() && export.values.size() < DumpReply.MOST; ) {
      at = export.line(at, text.lineEnd(at)) + 1;
    }
    return new DumpText.Values(export.values);
  }

  /** Reads a line, and those that it goes on in; tells where the last ends. */
  private int line(int from, int end) {
    int first = TextBytes.skipBlanks(array, from, end);
    if (first == end) {
      return end;
    }
    if (array[first] == '[') {
      int close = end;
      while (close > first && array[close - 1] != ']') {
        close--;
      }
      key = bounded(first + 1, Math.max(first + 1, close - 1));
      return end;
    }
    int equals = nameEnd(first, end);
    if (equals < 0 || !text.at(equals + 1, end, HEX)) {
      return end;
    }
    int colon = equals + 1 + HEX.length();
    while (colon < end && array[colon] != ':' && array[colon] != ',') {
      colon++;
    }
    String name = array[first] == '"' ? bounded(first + 1, equals - 1) : "@";
    return value(name, colon + 1, end);
  }

  private String bounded(int from, int end) {
    return text.string(from, Math.min(end, from + LONGEST_NAME));
  }

  /** The index of the equals sign behind a name, or -1. */
  private int nameEnd(int first, int end) {
    if (array[first] == '@') {
      return first + 1 < end && array[first + 1] == '=' ? first + 1 : -1;
    }
    if (array[first] != '"') {
      return -1;
    }
    int i = first + 1;
    while (i < end && array[i] != '"') {
      i += array[i] == '\\' ? 2 : 1;
    }
    return i + 1 < end && array[i + 1] == '=' ? i + 1 : -1;
  }

  private int value(String name, int from, int lineEnd) {
    ByteBag bag = new ByteBag(room);
    int at = from;
    int end = lineEnd;
    boolean cut = false;
    boolean more = false;
    while (true) {
      while (at < end && (TextBytes.isBlank(array[at]) || array[at] == ',')) {
        at++;
      }
      if (at < end && array[at] == '\\' && TextBytes.skipBlanks(array, at + 1, end) == end) {
        more = true;
        at = end;
      }
      if (at >= end) {
        if (!more || end >= text.to()) {
          break;
        }
        at = nextLine(end);
        end = text.lineEnd(at);
        more = false;
        continue;
      }
      int last = Digits.endOfHex(array, at, end);
      long value = Digits.value(array, at, last, 16);
      if (value < 0 || last - at > 2) {
        cut = true;
        break;
      }
      bag.add((int) value);
      at = last;
    }
    room -= bag.size();
    values.add(new RegistryValue(key, name, bag.slice(), cut || more));
    return end;
  }

  /** The beginning of the next line: line ends are one or two characters. */
  private int nextLine(int end) {
    return end + 1 < text.to() && array[end] == '\r' && array[end + 1] == '\n' ? end + 2 : end + 1;
  }
}
