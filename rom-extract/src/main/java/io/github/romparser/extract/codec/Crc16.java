package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;

/** The CRC-16 of LHA: polynomial 8005 turned around (A001), begins with 0 (ARC's). */
public final class Crc16 {

  private static final int POLYNOMIAL = 0xa001;
  private static final int WAYS = 4;
  private static final int BYTES = 256;

  /** For each byte what it does to the sum, with none, one, two and three bytes behind it. */
  private static final char[] TABLE = table();

  private Crc16() {}

  private static char[] table() {
    char[] table = new char[WAYS * BYTES];
    for (int value = 0; value < BYTES; value++) {
      int crc = value;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
      }
      table[value] = (char) crc;
    }
    for (int i = BYTES; i < table.length; i++) {
      int crc = table[i - BYTES];
      table[i] = (char) (crc >>> Byte.SIZE ^ table[crc & 0xff]);
    }
    return table;
  }

  /**
   * {@return the sum of all bytes of a view, 16 bits wide; 0 if it has none}
   *
   * @param bytes what to sum up
   */
  public static int of(Slice bytes) {
    return bytes.within(Crc16::of);
  }

  /** Four bytes at a time, which is three times as fast as one at a time. */
  private static int of(byte[] array, int from, int to) {
    char[] table = TABLE;
    int crc = 0;
    int at = from;
    for (; to - at >= WAYS; at += WAYS) {
      crc =
          table[3 * BYTES + ((crc ^ array[at]) & 0xff)]
              ^ table[2 * BYTES + ((crc >>> Byte.SIZE ^ array[at + 1]) & 0xff)]
              ^ table[BYTES + (array[at + 2] & 0xff)]
              ^ table[array[at + 3] & 0xff];
    }
    for (; at < to; at++) {
      crc = crc >>> Byte.SIZE ^ table[(crc ^ array[at]) & 0xff];
    }
    return crc;
  }
}
