package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/** Reads a 7z header from front to back (7-Zip's 7zFormat.txt). */
final class SevenZipCursor {

  /** Longer names are cut, in characters. */
  private static final int LONGEST_NAME = 1024;

  /** More files than a search looks at. */
  private static final long MOST = 1 << 20;

  private final Slice bytes;
  private long at;

  SevenZipCursor(Slice bytes) {
    this.bytes = bytes;
  }

  /** How many bytes were not read yet. */
  long left() {
    return bytes.length() - at;
  }

  int u8() throws MalformedHeader {
    return bytes.u8(take(1));
  }

  /** The bytes from here on. */
  Slice bytes(long count) throws MalformedHeader {
    return bytes.slice(take(count), count);
  }

  /** A number of one to nine bytes: the first tells by its high bits how many follow. */
  long number() throws MalformedHeader {
    int first = u8();
    long value = 0;
    int mask = 0x80;
    for (int i = 0; i < Long.BYTES; i++) {
      if ((first & mask) == 0) {
        return value | (long) (first & (mask - 1)) << (Byte.SIZE * i);
      }
      value |= (long) u8() << (Byte.SIZE * i);
      mask >>>= 1;
    }
    return value;
  }

  /**
   * A number that may not be larger than another.
   *
   * @param most the largest that makes sense
   */
  int number(long most) throws MalformedHeader {
    long value = number();
    if (value < 0 || value > most) {
      throw new MalformedHeader("a count of " + Long.toUnsignedString(value));
    }
    return (int) value;
  }

  /** How many of something there are that takes at least a byte of the header each. */
  int count() throws MalformedHeader {
    return number(Math.min(left(), MOST));
  }

  /** How many bytes follow that are something of their own. */
  Slice block() throws MalformedHeader {
    return bytes(number(left()));
  }

  /** Bits, the high one of each byte first. */
  BitSet bits(int count) throws MalformedHeader {
    Slice packed = bytes((count + 7) / 8);
    BitSet bits = new BitSet(count);
    for (int i = 0; i < count; i++) {
      bits.set(i, (packed.u8(i / 8) & (0x80 >>> (i % 8))) != 0);
    }
    return bits;
  }

  /** CRC-32 sums of those that have one. */
  List<OptionalLong> digests(int count) throws MalformedHeader {
    BitSet defined;
    if (u8() == 0) {
      defined = bits(count);
    } else {
      defined = new BitSet(count);
      defined.set(0, count);
    }
    List<OptionalLong> digests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      digests.add(
          defined.get(i) ? OptionalLong.of(bytes(Integer.BYTES).u32(0)) : OptionalLong.empty());
    }
    return digests;
  }

  /** A name in UTF-16 that ends with a NUL. */
  String name() throws MalformedHeader {
    long start = at;
    while (bytes.u16(take(2)) != 0) {
      // The name goes on.
    }
    Slice name = bytes.slice(start, Math.min(at - 2 - start, LONGEST_NAME * 2L));
    return new String(name.toByteArray(), StandardCharsets.UTF_16LE);
  }

  private long take(long count) throws MalformedHeader {
    if (!bytes.has(at, count)) {
      throw new MalformedHeader("it ends at " + bytes.length());
    }
    long from = at;
    at += count;
    return from;
  }
}
