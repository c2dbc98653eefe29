package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.Arrays;

/** Bytes that come one by one, up to a limit; what comes behind it is counted out. */
final class ByteBag {

  /** The most that all bytes of one text are: four times the largest ROM. */
  static final int MOST = 64 << 20;

  /** What the first byte makes room for: a row, a reply. */
  private static final int FIRST = 64;

  private byte[] bytes;
  private int size;
  private final int most;
  private boolean full;

  ByteBag(int most) {
    this.most = most;
    this.bytes = new byte[0];
  }

  void add(int value) {
    if (size == bytes.length) {
      if (size >= most) {
        full = true;
        return;
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(FIRST, 2L * size)));
    }
    bytes[size++] = (byte) value;
  }

  /** Adds all bytes of a view. */
  void add(Slice all) {
    all.within(
        (array, from, to) -> {
          for (int i = from; i < to; i++) {
            add((int) array[i]);
          }
          return size;
        });
  }

  /** Adds the bytes from {@code start} on again and again, until there are {@code count} more. */
  void repeat(int start, long count) {
    int period = size - start;
    for (long i = 0; i < count && !full; i++) {
      add(bytes[start + (int) (i % period)]);
    }
  }

  int size() {
    return size;
  }

  int get(int index) {
    return bytes[index] & 0xff;
  }

  /** Puts the bytes of every group of {@code width} the other way round. */
  void reverseGroups(int width) {
    for (int at = 0; at + width <= size; at += width) {
      for (int i = 0; i < width / 2; i++) {
        byte first = bytes[at + i];
        bytes[at + i] = bytes[at + width - 1 - i];
        bytes[at + width - 1 - i] = first;
      }
    }
  }

  /** Forgets what was added behind a size. */
  void cutTo(int length) {
    size = Math.min(size, length);
  }

  /** A copy of what was added. */
  Slice slice() {
    return Slice.of(Arrays.copyOf(bytes, size));
  }
}
