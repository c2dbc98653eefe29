package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import java.io.EOFException;

/** Bits, the highest of each byte first. */
final class MsbBits {
  private final Slice packed;
  private int at;
  private int held;
  private int count;

  MsbBits(Slice packed) {
    this.packed = packed;
  }

  /** The next bits as a number; at most 24. */
  int bits(int wanted) throws EOFException {
    while (count < wanted) {
      if (at >= packed.length()) {
        throw new EOFException();
      }
      held = held << Byte.SIZE | packed.u8(at++);
      count += Byte.SIZE;
    }
    count -= wanted;
    return held >>> count & ((1 << wanted) - 1);
  }
}
