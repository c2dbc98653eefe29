package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Buffers of ASL source as {@code iasl -d} writes it: {@code Name (RP00, Buffer (0x1000) { … })}.
 * Old versions of acpi_call print their replies like that too, without a name.
 */
final class AslText {

  private static final String BUFFER = "Buffer";
  private static final int LONGEST_NAME = 255;

  private final TextBytes text;
  private final byte[] array;
  private final ByteItems items;
  private final List<NamedBuffer> buffers = new ArrayList<>();
  private int room = ByteBag.MOST;
  private String name = "";

  private AslText(TextBytes text) {
    this.text = text;
    this.array = text.array();
    this.items = new ByteItems(text);
  }

  static boolean begins(TextBytes text, int from, int to) {
    if (text.indexOf("DefinitionBlock", from, to) >= 0) {
      return true;
    }
    int at = text.indexOf(BUFFER, from, to);
    if (at < 0) {
      return false;
    }
    int behind = TextBytes.skipBlanks(text.array(), at + BUFFER.length(), to);
    return behind < to && text.array()[behind] == '(';
  }

  static DumpText parse(TextBytes text) {
    AslText source = new AslText(text);
    source.read();
    boolean asl =
        text.indexOf("DefinitionBlock", text.from(), text.to()) >= 0
            || source.buffers.stream().anyMatch(buffer -> !buffer.name().isEmpty());
    return asl
        ? new DumpText.Buffers(source.buffers)
        : new DumpText.Replies(
            DumpFormat.ACPI_CALL,
            source.buffers.stream()
                .map(b -> new DumpReply(OptionalLong.empty(), b.bytes(), b.cut()))
                .toList(),
            List.of());
  }

  private void read() {
    int at = items.skipSpace(text.from());
    while (at < text.to() && buffers.size() < DumpReply.MOST) {
      byte c = array[at];
      if (c == '"') {
        at = string(at + 1);
      } else if (isName(c)) {
        int end = endOfName(at);
        at = word(at, end);
      } else {
        at++;
      }
      at = items.skipSpace(at);
    }
  }

  private int string(int from) {
    int i = from;
    while (i < text.to() && array[i] != '"' && !TextBytes.isLineEnd(array[i])) {
      i++;
    }
    return i + 1;
  }

  private static boolean isName(byte c) {
    return Character.isLetterOrDigit(c & 0x7f) || c == '_' || c == '.' || c == '\\' || c == '^';
  }

  private int endOfName(int from) {
    int i = from;
    while (i < text.to() && isName(array[i])) {
      i++;
    }
    return i;
  }

  private int word(int from, int end) {
    if (end - from == 4 && text.at(from, "Name")) {
      int open = items.skipSpace(end);
      int first = open < text.to() && array[open] == '(' ? items.skipSpace(open + 1) : end;
      int last = endOfName(first);
      if (first > end && last > first && last - first <= LONGEST_NAME) {
        name = text.string(first, last);
        return last;
      }
    } else if (end - from == BUFFER.length() && text.at(from, BUFFER)) {
      return buffer(end);
    }
    name = "";
    return end;
  }

  private int buffer(int from) {
    int at = items.skipSpace(from);
    long size = 0;
    if (at < text.to() && array[at] == '(') {
      int digits = items.skipSpace(at + 1);
      boolean prefixed = Digits.isPrefixed(array, digits, text.to());
      int first = prefixed ? digits + 2 : digits;
      int end = Digits.endOfHex(array, first, text.to());
      size = Digits.value(array, first, end, prefixed ? 16 : 10);
      at = items.skipSpace(closing(at + 1));
    }
    if (at < text.to() && array[at] == '{') {
      ByteBag bag = new ByteBag(room);
      at = items.read(at + 1, bag);
      // What the initialiser leaves out is zero (ACPI 6.4 §19.6.10).
      for (long i = bag.size(); items.closed() && i < Math.min(size, RomChunks.MOST); i++) {
        bag.add(0);
      }
      room -= bag.size();
      buffers.add(new NamedBuffer(name, bag.slice(), !items.closed()));
    }
    name = "";
    return at;
  }

  /** The index behind the closing parenthesis; a size is one line. */
  private int closing(int from) {
    int depth = 1;
    int i = from;
    while (i < text.to() && depth > 0 && !TextBytes.isLineEnd(array[i])) {
      depth += array[i] == '(' ? 1 : array[i] == ')' ? -1 : 0;
      i++;
    }
    return i;
  }
}
