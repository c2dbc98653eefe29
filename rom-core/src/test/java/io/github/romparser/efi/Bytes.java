package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;

/** A little-endian byte array to change. */
final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** Changes the array itself. */
  static Bytes of(byte[] array) {
    return new Bytes(array);
  }

  Bytes u8(int at, int value) {
    array[at] = (byte) value;
    return this;
  }

  Bytes u16(int at, int value) {
    return u8(at, value).u8(at + 1, value >>> 8);
  }

  Bytes u32(int at, long value) {
    return u16(at, (int) value).u16(at + 2, (int) (value >>> 16));
  }

  Bytes put(int at, byte[] piece) {
    System.arraycopy(piece, 0, array, at, piece.length);
    return this;
  }

  byte[] array() {
    return array;
  }

  Slice slice() {
    return Slice.of(array);
  }
}
