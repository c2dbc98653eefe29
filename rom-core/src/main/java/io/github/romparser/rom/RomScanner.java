package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomHeader;
import io.github.romparser.rom.header.RomSignature;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where chains may begin: at any byte offset, a ROM signature whose pointer leads to a data
 * structure.
 *
 * <p>The loop does not look for the two bytes of a ROM signature, which are common, but for the
 * four of a data structure, which are rare. A pointer has 16 bits, so where there is no data
 * structure within 64 KiB there is no header either.
 *
 * <p>Data structures are looked for eight bytes at a time: of the three pairs of neighbours in four
 * letters one stands at an even distance from the start of the search, the second one or, where
 * that does not, the third. So it is enough to compare four 16-bit lanes of a {@code long} with
 * what the second and the third pairs of all signatures have in common. Few other bytes pass this,
 * which matters as much as the eight bytes: an unforeseen branch costs more than a step.
 */
public final class RomScanner {

  /** The farthest a header can point: its pointer is an unsigned 16-bit value. */
  private static final int REACH = 0xffff;

  // A field of an enum is read anew at every byte, a constant is not.
  private static final int PCI = RomSignature.PCI.value();
  private static final int NVIDIA_77BB = RomSignature.NVIDIA_77BB.value();
  private static final int NVIDIA_VN = RomSignature.NVIDIA_VN.value();

  /** Length of the signature of a data structure, in bytes. */
  private static final int SIGNATURE = 4;

  private static final int PCIR = 0x52494350;
  private static final int NPDS = 0x5344504e;
  private static final int RGIS = 0x53494752;

  /** As many bytes as a new JVM looks at in the time that it needs to set up {@link Words}. */
  private static final int FEW = 1 << 18;

  /** How many of them were looked at one by one. */
  private static int singly;

  /** Views of several bytes at a time. */
  private static final class Words {
    static final VarHandle INT =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  }

  /** 1 in every 16-bit lane. */
  private static final long LANES = 0x0001_0001_0001_0001L;

  /** The highest bit of every 16-bit lane. */
  private static final long TOPS = LANES << 15;

  /** The second and third letters of a signature, "CI", in every lane. */
  private static final long SECOND = (PCIR >>> 8 & 0xffff) * LANES;

  /** Those bits of {@link #SECOND} that are the same in "PD" and "GI". */
  private static final long SECOND_BITS = common(8) * LANES;

  /** The third and fourth letters of a signature, "IR", in every lane. */
  private static final long THIRD = (PCIR >>> 16) * LANES;

  /** Those bits of {@link #THIRD} that are the same in "DS" and "IS". */
  private static final long THIRD_BITS = common(16) * LANES;

  private RomScanner() {}

  /** The bits of a pair of letters that are the same in all three signatures. */
  private static long common(int shift) {
    return ~(((PCIR ^ NPDS) | (PCIR ^ RGIS)) >>> shift) & 0xffff;
  }

  /**
   * The first place at or after {@code from} where a chain may begin.
   *
   * @param bytes what to search
   * @param from first place to look at, in bytes from the start of {@code bytes}
   * @return the place in bytes from the start of {@code bytes}, or -1
   */
  public static long next(Slice bytes, long from) {
    if (from >= bytes.length()) {
      return -1;
    }
    return bytes.within((array, start, end) -> next(array, start, start + (int) from, end));
  }

  private static Long next(byte[] array, int start, int from, int end) {
    if (end - from < FEW - singly) {
      singly += end - from; // Threads that count past each other do no harm.
      return nextByByte(array, start, from, end);
    }
    return nextByWord(array, start, from, end);
  }

  /** The same byte by byte, as a new JVM does it. */
  static Long nextByByte(byte[] array, int start, int from, int end) {
    for (int h = from; h <= end - RomHeader.LENGTH; h++) {
      if (isHeader(array, h, end)) {
        return (long) (h - start);
      }
    }
    return -1L;
  }

  /** The same eight bytes at a time. */
  static Long nextByWord(byte[] array, int start, int from, int end) {
    int at = from;
    while (at < end) {
      int structure = nextStructure(array, at, end);
      if (structure < 0) {
        return -1L;
      }
      // Every header in [at, structure] that can reach this structure, in the order of the file.
      // One of them may point to a later structure, so all are looked at before the search goes on.
      int last = Math.min(structure, end - RomHeader.LENGTH);
      for (int h = Math.max(at, structure - REACH); h <= last; h++) {
        if (isHeader(array, h, end)) {
          return (long) (h - start);
        }
      }
      at = structure + 1;
    }
    return -1L;
  }

  /** Whether a header at a place, which fits, leads to a data structure. */
  private static boolean isHeader(byte[] array, int at, int end) {
    int signature = u16(array, at);
    if (signature != PCI && signature != NVIDIA_77BB && signature != NVIDIA_VN) {
      return false;
    }
    int structure = at + u16(array, at + RomHeader.DATA_STRUCTURE_POINTER);
    return structure >= 0
        && structure <= end - PciDataStructure.LENGTH
        && isSignature(u16(array, structure) | u16(array, structure + 2) << 16);
  }

  private static boolean isStructure(byte[] array, int at) {
    return isSignature((int) Words.INT.get(array, at));
  }

  private static boolean isSignature(int value) {
    return value == PCIR || value == NPDS || value == RGIS;
  }

  private static int u16(byte[] array, int at) {
    return (array[at] & 0xff) | (array[at + 1] & 0xff) << 8;
  }

  /** The first place at or after {@code from} of one of the three signatures, or -1. */
  private static int nextStructure(byte[] array, int from, int end) {
    int lastLong = end - Long.BYTES;
    int last = end - SIGNATURE;
    int at = nextPair(array, from, lastLong);
    while (at <= lastLong) {
      for (long pairs = pairs(array, at); pairs != 0; pairs &= pairs - 1) {
        // A third pair begins two bytes after its signature, a second pair one. Not a loop: for two
        // rounds the compiler's preparations would cost more than the rounds.
        int third = at + (Long.numberOfTrailingZeros(pairs) >> 3) - 3;
        if (third >= from && isStructure(array, third)) {
          return third;
        }
        int second = third + 1;
        if (second >= from && second <= last && isStructure(array, second)) {
          return second;
        }
      }
      at = nextPair(array, at + Long.BYTES, lastLong);
    }
    // The bytes that fill no long, and what begins in front of them.
    for (int place = Math.max(from, at - 2); place <= last; place++) {
      if (isStructure(array, place)) {
        return place;
      }
    }
    return -1;
  }

  /**
   * The first place at or after {@code at}, in steps of eight bytes, with {@link #pairs}; the first
   * one after {@code last} if there is none. By itself, because the compiler makes more of a loop
   * that does nothing else.
   */
  private static int nextPair(byte[] array, int at, int last) {
    int i = at;
    while (i <= last && pairs(array, i) == 0) {
      i += Long.BYTES;
    }
    return i;
  }

  /** The highest bit of every 16-bit lane that may be a second or a third pair of letters. */
  private static long pairs(byte[] array, int at) {
    long bytes = (long) Words.LONG.get(array, at);
    long second = (bytes ^ SECOND) & SECOND_BITS;
    long third = (bytes ^ THIRD) & THIRD_BITS;
    // Taking away 1 sets the highest bit of a lane where it is 0, and may set that of the next.
    return (((second - LANES) & ~second) | ((third - LANES) & ~third)) & TOPS;
  }
}
