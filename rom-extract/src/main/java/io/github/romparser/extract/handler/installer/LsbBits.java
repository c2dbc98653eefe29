package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import java.io.EOFException;

/** Bits, the lowest of each byte first. */
final class LsbBits {
  private final byte[] array;
  private final int end;
  private int at;
  private long held;
  private int count;

  LsbBits(Slice packed) {
    int[] range = new int[2];
    this.array =
        packed.within(
            (bytes, from, to) -> {
              range[0] = from;
              range[1] = to;
              return bytes;
            });
    this.at = range[0];
    this.end = range[1];
  }

  /** Holds as many bits as there are, at least as many as a code and its addition have. */
  private void fill() {
    while (count <= Long.SIZE - 2 * Byte.SIZE && at < end) {
      held |= (array[at++] & 0xffL) << count;
      count += Byte.SIZE;
    }
  }

  /** The next bits as a number; at most 16. */
  int bits(int wanted) throws EOFException {
    if (count < wanted) {
      fill();
    }
    int value = (int) (held & ((1L << wanted) - 1));
    skip(wanted);
    return value;
  }

  /** The next bits, with zeros behind the last. */
  int peek(int wanted) {
    if (count < wanted) {
      fill();
    }
    return (int) (held & ((1L << wanted) - 1));
  }

  /** Passes over bits. */
  void skip(int wanted) throws EOFException {
    if (count < wanted) {
      throw new EOFException();
    }
    held >>>= wanted;
    count -= wanted;
  }

  /** Passes over what is left of a byte that was begun. */
  void align() {
    int rest = count % Byte.SIZE;
    held >>>= rest;
    count -= rest;
  }

  /** Bytes as they are; the bits are aligned. */
  void copy(int wanted, BoundedOutput out) throws EOFException {
    at -= count / Byte.SIZE;
    count = 0;
    held = 0;
    int there = Math.min(wanted, end - at);
    out.write(array, at, there);
    at += there;
    if (there < wanted) {
      throw new EOFException();
    }
  }
}
