package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import java.util.OptionalInt;

/**
 * 8-bit sums over any range of a file, each in constant time.
 *
 * <p>A file may claim thousands of images that overlap in any way; adding up each of them anew
 * would take time with the square of the file's size. So the running sum is kept at every 64th
 * byte, as far as it was asked for.
 */
final class ByteSums {

  private static final int STEP = 64;

  private final Slice bytes;
  private final byte[] running;
  private int known;

  ByteSums(Slice bytes) {
    this.bytes = bytes;
    this.running = new byte[bytes.length() / STEP + 1];
  }

  /**
   * The sum over {@code length} bytes at {@code at}; empty if there are none or they do not fit.
   */
  OptionalInt sum(long at, long length) {
    return length > 0 && bytes.has(at, length)
        ? OptionalInt.of(upTo(at + length) - upTo(at) & 0xff)
        : OptionalInt.empty();
  }

  /** The sum over the first {@code end} bytes. */
  private int upTo(long end) {
    int step = (int) (end / STEP);
    for (; known < step; known++) {
      running[known + 1] = (byte) (running[known] + bytes.sum8((long) known * STEP, STEP));
    }
    long done = (long) step * STEP;
    return running[step] + bytes.sum8(done, end - done);
  }
}
