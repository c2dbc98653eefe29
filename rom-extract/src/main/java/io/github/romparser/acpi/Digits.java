package io.github.romparser.acpi;

/** Numbers in text. */
final class Digits {

  private static final byte[] VALUES = values();

  private Digits() {}

  private static byte[] values() {
    byte[] values = new byte[256];
    java.util.Arrays.fill(values, (byte) -1);
    for (int i = 0; i < 10; i++) {
      values['0' + i] = (byte) i;
    }
    for (int i = 0; i < 6; i++) {
      values['a' + i] = (byte) (10 + i);
      values['A' + i] = (byte) (10 + i);
    }
    return values;
  }

  /** The value of a hex digit, or -1. */
  static int hex(byte c) {
    return VALUES[c & 0xff];
  }

  /** The index behind the hex digits that begin at an index. */
  static int endOfHex(byte[] array, int at, int to) {
    int i = at;
    while (i < to && VALUES[array[i] & 0xff] >= 0) {
      i++;
    }
    return i;
  }

  /**
   * The value of digits.
   *
   * @return -1 where there are none, one does not belong to the base, or there are more than fit
   *     into 63 bits
   */
  static long value(byte[] array, int from, int to, int base) {
    if (from >= to) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = VALUES[array[i] & 0xff];
      if (digit < 0 || digit >= base || value > (Long.MAX_VALUE - digit) / base) {
        return -1;
      }
      value = value * base + digit;
    }
    return value;
  }

  /** Whether 0x begins at an index, with a hex digit behind it. */
  static boolean isPrefixed(byte[] array, int at, int to) {
    return at + 2 < to
        && array[at] == '0'
        && (array[at + 1] == 'x' || array[at + 1] == 'X')
        && VALUES[array[at + 2] & 0xff] >= 0;
  }
}
