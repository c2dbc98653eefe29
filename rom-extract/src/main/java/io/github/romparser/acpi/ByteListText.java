package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Arrays of C and plain lists: {@code 0x55, 0xaa}, {@code 55 AA}, {@code 55aa}, {@code 85, 170}. A
 * line of a plain list that has anything else in it is left out.
 */
final class ByteListText {

  /** How much of a text is looked at to tell hexadecimal numbers from decimal ones. */
  private static final int SAMPLE = 1 << 16;

  /** Fewer bytes are words that look like numbers. */
  private static final int LEAST = 16;

  private enum Notation {
    PREFIXED,
    HEX,
    DECIMAL
  }

  private final TextBytes text;
  private final byte[] array;
  private Notation notation = Notation.HEX;

  private ByteListText(TextBytes text) {
    this.text = text;
    this.array = text.array();
  }

  static DumpText parse(TextBytes text) {
    ByteListText list = new ByteListText(text);
    List<DumpReply> replies =
        text.indexOf("{", text.from(), text.to()) >= 0 ? list.arrays() : list.plain();
    return replies.isEmpty()
        ? new DumpText.Nothing(DumpFormat.WORDS)
        : new DumpText.Replies(DumpFormat.BYTE_LIST, replies, List.of());
  }

  private List<DumpReply> arrays() {
    List<DumpReply> replies = new ArrayList<>();
    ByteItems items = new ByteItems(text);
    int room = ByteBag.MOST;
    int brace = text.indexOf("{", text.from(), text.to());
    while (brace >= 0 && replies.size() < DumpReply.MOST) {
      ByteBag bag = new ByteBag(room);
      int end = items.read(brace + 1, bag);
      if (bag.size() > 0) {
        room -= bag.size();
        replies.add(new DumpReply(OptionalLong.empty(), bag.slice(), !items.closed()));
      }
      brace = text.indexOf("{", end, text.to());
    }
    return replies;
  }

  private List<DumpReply> plain() {
    notation = notation();
    ByteBag bag = new ByteBag(ByteBag.MOST);
    int lists = 0;
    int others = 0;
    for (int at = text.from(); at < text.to(); ) {
      int end = text.lineEnd(at);
      int before = bag.size();
      if (!line(at, end, bag)) {
        bag.cutTo(before);
        others++;
      } else if (bag.size() > before) {
        lists++;
      }
      at = end + 1;
    }
    return bag.size() >= LEAST && lists > others
        ? List.of(new DumpReply(OptionalLong.empty(), bag.slice(), false))
        : List.of();
  }

  /** One number with 0x is enough for all; digits of decimal numbers come in ones and threes. */
  private Notation notation() {
    int end = Math.min(text.to(), text.from() + SAMPLE);
    int odd = 0;
    int pairs = 0;
    for (int at = text.from(); at < end; ) {
      if (Digits.isPrefixed(array, at, end)) {
        return Notation.PREFIXED;
      }
      int last = Digits.endOfHex(array, at, end);
      if (Digits.value(array, at, last, 10) < 0 && last > at) {
        pairs++;
      } else if (last > at) {
        odd += (last - at) % 2;
      }
      at = Math.max(last, at + 1);
    }
    return odd > 0 && pairs == 0 ? Notation.DECIMAL : Notation.HEX;
  }

  /** Adds the bytes of a line; false if something else stands in it. */
  private boolean line(int from, int end, ByteBag bag) {
    int at = from;
    while (at < end) {
      if (isSeparator(array[at])) {
        at++;
      } else if (array[at] == '#' || text.at(at, end, "//")) {
        return true;
      } else {
        int behind = number(at, end, bag);
        if (behind < 0 || (behind < end && !isSeparator(array[behind]))) {
          return false;
        }
        at = behind;
      }
    }
    return true;
  }

  private static boolean isSeparator(byte c) {
    return TextBytes.isBlank(c) || c == ',' || c == ';' || c == ':' || c == '-' || c == '\f';
  }

  /** Adds one number, or the bytes of a run of digits, and tells the index behind it, or -1. */
  private int number(int at, int end, ByteBag bag) {
    boolean prefixed = notation == Notation.PREFIXED && Digits.isPrefixed(array, at, end);
    int first = prefixed ? at + 2 : at;
    int last = Digits.endOfHex(array, first, end);
    if (notation == Notation.HEX && last - first > 2) {
      for (int i = first; i + 1 < last; i += 2) {
        bag.add(Digits.hex(array[i]) << 4 | Digits.hex(array[i + 1]));
      }
      return (last - first) % 2 == 0 ? last : -1;
    }
    long value = Digits.value(array, first, last, prefixed || notation == Notation.HEX ? 16 : 10);
    if (value < 0 || value > 0xff) {
      return -1;
    }
    bag.add((int) value);
    return last;
  }
}
