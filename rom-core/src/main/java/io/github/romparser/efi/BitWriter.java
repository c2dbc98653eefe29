package io.github.romparser.efi;

import java.util.Arrays;

/** Writes bits, the most significant bit of a byte first, into an array that grows. */
final class BitWriter {

  private byte[] bytes;
  private int length;

  /** Bits that do not fill a byte yet, at the low end. */
  private long held;

  private int count;

  /**
   * A writer.
   *
   * @param start how many bytes, all zero, stand before the bits
   * @param expected how many bytes will probably follow
   */
  BitWriter(int start, int expected) {
    this.bytes = new byte[start + Math.max(expected, Long.BYTES)];
    this.length = start;
  }

  /** Appends the {@code width} low bits of a value, 0 to 31; the value has no higher ones. */
  void put(int width, int value) {
    held = held << width | value;
    for (count += width; count >= Byte.SIZE; ) {
      count -= Byte.SIZE;
      append((byte) (held >>> count));
    }
  }

  private void append(byte value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, 2L * bytes.length));
    }
    bytes[length++] = value;
  }

  /** Completes a byte that was begun, with zeros; adds none to whole ones. */
  void flush() {
    put(Byte.SIZE - 1, 0);
    held = 0;
    count = 0;
  }

  /** A copy of the whole bytes. */
  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
