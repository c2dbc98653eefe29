package io.github.romparser.acpi;

/**
 * One row of a hex dump: an offset, perhaps a colon, groups of digits, and what they are as
 * characters. It is read in two steps, so that who reads can look at the offset first.
 *
 * <p>With a colon (acpidump, acpiexec, xxd) a group holds bytes in their order. Without one
 * (hexdump, od, Format-Hex, certutil) groups of more than two digits are little-endian words, as
 * those programs write them on a PC; six digits are an octal word and three an octal byte of od.
 */
final class HexRow {

  /** An offset has at least four digits (certutil, acpidump) and at most sixteen. */
  private static final int LEAST_DIGITS = 4;

  private static final int MOST_DIGITS = 16;

  /** Behind so many bytes two blanks end the groups, else the two halves of a row. */
  private static final int ROW = 16;

  private final byte[] array;
  private int offsetFrom;
  private int offsetTo;
  private int at;
  private int to;
  private boolean colon;
  private int group;

  HexRow(byte[] array) {
    this.array = array;
  }

  /** Reads the offset of a line; false if the line is no row. */
  boolean begin(int from, int end) {
    int i = TextBytes.skipBlanks(array, from, end);
    offsetFrom = Digits.isPrefixed(array, i, end) ? i + 2 : i;
    offsetTo = Digits.endOfHex(array, offsetFrom, end);
    int digits = offsetTo - offsetFrom;
    if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
      return false;
    }
    colon = offsetTo < end && array[offsetTo] == ':';
    at = colon ? offsetTo + 1 : offsetTo;
    to = end;
    return at == end || TextBytes.isBlank(array[at]);
  }

  /** The offset, in digits of a base; -1 if they do not belong to it. */
  long offset(int base) {
    return Digits.value(array, offsetFrom, offsetTo, base);
  }

  /** Adds the bytes of the groups and tells how many there were. */
  int groups(ByteBag bag) {
    int count = 0;
    while (true) {
      int start = TextBytes.skipBlanks(array, at, to);
      int blanks = start - at;
      boolean ends = colon ? blanks > 1 : blanks > 2 || (blanks == 2 && count % ROW == 0);
      if (start == to || blanks == 0 || (count > 0 && ends)) {
        return count;
      }
      int end = Digits.endOfHex(array, start, to);
      if (end == start || (end < to && !TextBytes.isBlank(array[end]))) {
        return count;
      }
      int added = colon ? inOrder(start, end, bag) : word(start, end, bag);
      if (added == 0) {
        return count;
      }
      group = count == 0 ? added : group;
      count += added;
      at = end;
    }
  }

  /** How many bytes the first group of the row had. */
  int group() {
    return group;
  }

  private int inOrder(int start, int end, ByteBag bag) {
    if ((end - start) % 2 != 0) {
      return 0;
    }
    for (int i = start; i < end; i += 2) {
      bag.add(Digits.hex(array[i]) << 4 | Digits.hex(array[i + 1]));
    }
    return (end - start) / 2;
  }

  private int word(int start, int end, ByteBag bag) {
    switch (end - start) {
      case 2, 4, 8, 16 -> {
        for (int i = end - 2; i >= start; i -= 2) {
          bag.add(Digits.hex(array[i]) << 4 | Digits.hex(array[i + 1]));
        }
        return (end - start) / 2;
      }
      case 3, 6 -> {
        long value = Digits.value(array, start, end, 8);
        int bytes = (end - start) / 3;
        if (value < 0 || value >>> (8 * bytes) != 0) {
          return 0;
        }
        for (int i = 0; i < bytes; i++) {
          bag.add((int) (value >>> (8 * i)));
        }
        return bytes;
      }
      default -> {
        return 0;
      }
    }
  }
}
