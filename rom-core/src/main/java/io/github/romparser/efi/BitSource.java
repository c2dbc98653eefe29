package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bits of a view, the most significant bit of a byte first; behind the end come zeros. */
final class BitSource {

  /** As many bits as {@link #refill} makes sure of. */
  static final int FILLED = 56;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] array;
  private final int start;
  private final int end;

  private int next;
  private long past;

  /** The next bits, from the top down; what stands below {@code held} bits is no news. */
  private long window;

  private int held;

  private BitSource(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
    this.next = start;
  }

  static BitSource of(Slice bytes) {
    return bytes.within(BitSource::new);
  }

  /** Makes sure of {@link #FILLED} bits. */
  void refill() {
    if (end - next >= Long.BYTES) {
      // A byte taken in part is taken again next time, and falls on the same bits.
      window |= (long) BIG_ENDIAN.get(array, next) >>> held;
      next += (63 - held) >>> 3;
      held |= FILLED;
    } else {
      refillByByte();
    }
  }

  private void refillByByte() {
    while (held < FILLED) {
      if (next < end) {
        window |= (array[next++] & 0xffL) << (FILLED - held);
      } else {
        past += Byte.SIZE;
      }
      held += Byte.SIZE;
    }
  }

  /** Makes sure of {@code count} bits, at most {@link #FILLED}. */
  void ensure(int count) {
    if (held < count) {
      refill();
    }
  }

  /** The next 1 to 32 bits without taking them; they have to be {@link #ensure}d. */
  int peek(int count) {
    return (int) (window >>> (Long.SIZE - count));
  }

  /** Takes bits that are ensured. */
  void skip(int count) {
    window <<= count;
    held -= count;
  }

  /** Takes 0 to 31 bits. */
  int take(int count) {
    ensure(count);
    int bits = (int) (window >>> 1 >>> (Long.SIZE - 1 - count));
    skip(count);
    return bits;
  }

  /** The next bits, from the top down; for a loop that goes on by itself, see {@link #resume}. */
  long window() {
    return window;
  }

  /** How many of them were taken from the input. */
  int held() {
    return held;
  }

  /** Where the input goes on, an index of {@link #bigEndian}. */
  int next() {
    return next;
  }

  /** The last index where eight bytes are. */
  int lastLong() {
    return end - Long.BYTES;
  }

  /** Eight bytes, the first one highest. */
  long bigEndian(int index) {
    return (long) BIG_ENDIAN.get(array, index);
  }

  /** Goes on where a loop came to. */
  void resume(long window, int held, int next) {
    this.window = window;
    this.held = held;
    this.next = next;
  }

  /** How many bits were taken. */
  long position() {
    return (long) (next - start) * Byte.SIZE + past - held;
  }

  /** How many bits there are. */
  long length() {
    return (long) (end - start) * Byte.SIZE;
  }
}
