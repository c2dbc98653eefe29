package io.github.romparser.efi;

import java.io.ByteArrayOutputStream;

/** Writes bits, the most significant bit of a byte first. */
final class BitSink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long held;
  private int count;

  /** Appends the {@code width} low bits of {@code value}, at most 32. */
  BitSink put(int width, long value) {
    held = held << width | value;
    for (count += width; count >= 8; count -= 8) {
      bytes.write((int) (held >>> (count - 8)));
    }
    held &= (1L << count) - 1;
    return this;
  }

  /** The bytes, the last one filled with zeros. */
  byte[] bits() {
    put(-count & 7, 0);
    return bytes.toByteArray();
  }

  /** The bytes behind a header that says how many they are, and how many come out of them. */
  byte[] stream(int originalSize) {
    byte[] bits = bits();
    return Bytes.of(new byte[8 + bits.length])
        .u32(0, bits.length)
        .u32(4, originalSize)
        .put(8, bits)
        .array();
  }
}
