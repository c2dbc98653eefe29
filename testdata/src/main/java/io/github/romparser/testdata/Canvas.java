package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte array to draw on, little-endian as PCI has it; offsets are in bytes from its start. */
final class Canvas {
  private final byte[] bytes;

  Canvas(int size) {
    this.bytes = new byte[size];
  }

  /** Draws on the array itself, not on a copy. */
  Canvas(byte[] bytes) {
    this.bytes = bytes;
  }

  Canvas u8(int at, int value) {
    bytes[at] = (byte) value;
    return this;
  }

  Canvas u16(int at, int value) {
    return u8(at, value).u8(at + 1, value >>> 8);
  }

  Canvas u24(int at, int value) {
    return u16(at, value).u8(at + 2, value >>> 16);
  }

  Canvas u32(int at, long value) {
    return u16(at, (int) value).u16(at + 2, (int) (value >>> 16));
  }

  Canvas u16be(int at, int value) {
    return u8(at, value >>> 8).u8(at + 1, value);
  }

  Canvas u32be(int at, long value) {
    return u16be(at, (int) (value >>> 16)).u16be(at + 2, (int) value);
  }

  Canvas ascii(int at, String text) {
    return put(at, text.getBytes(StandardCharsets.US_ASCII));
  }

  Canvas put(int at, byte[] piece) {
    System.arraycopy(piece, 0, bytes, at, piece.length);
    return this;
  }

  Canvas fill(int from, int to, int value) {
    Arrays.fill(bytes, from, to, (byte) value);
    return this;
  }

  /** Sets the byte at {@code at} so that the bytes from {@code from} to {@code to} sum to 0. */
  Canvas balance(int from, int to, int at) {
    bytes[at] = 0;
    return u8(at, -sum(bytes, from, to));
  }

  byte[] bytes() {
    return bytes;
  }

  /** The sum modulo 256 of the bytes from {@code from} (included) to {@code to} (excluded). */
  static int sum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return sum & 0xFF;
  }

  /** The next multiple of a power of two. */
  static int align(int offset, int to) {
    return (offset + to - 1) & -to;
  }
}
