package io.github.romparser.edit;

/** Writes numbers as PCI has them. */
final class LittleEndian {

  private LittleEndian() {}

  static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
  }

  static void put32(byte[] bytes, int at, long value) {
    put16(bytes, at, (int) value);
    put16(bytes, at + 2, (int) (value >>> 16));
  }
}
