package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.DataStructureSignature;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomHeader;
import io.github.romparser.rom.header.RomSignature;

/**
 * Finds where chains may begin: at any byte offset, a ROM signature whose pointer leads to a data
 * structure.
 *
 * <p>The loop does not look for the two bytes of a ROM signature, which are common, but for the
 * four of a data structure, which are rare: only every fourth byte has to be looked at, because one
 * of four neighbours is a letter of the signature. A pointer has 16 bits, so where there is no data
 * structure within 64 KiB there is no header either.
 */
public final class RomScanner {

  /** The farthest a header can point: its pointer is an unsigned 16-bit value. */
  private static final int REACH = 0xffff;

  private static final int PCIR = 0x52494350;
  private static final int NPDS = 0x5344504e;
  private static final int RGIS = 0x53494752;

  /** 1 for every byte that occurs in one of the three signatures. */
  private static final byte[] LETTER = letters();

  private RomScanner() {}

  private static byte[] letters() {
    byte[] letters = new byte[256];
    for (DataStructureSignature signature : DataStructureSignature.values()) {
      signature.name().chars().forEach(c -> letters[c] = 1);
    }
    return letters;
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
    int at = from;
    while (at < end) {
      int structure = nextStructure(array, at, end);
      if (structure < 0) {
        return -1L;
      }
      // Every header in [at, structure] that can reach this structure, in the order of the file.
      // One
      // of them may point to a later structure, so all are looked at before the search goes on.
      for (int h = Math.max(at, structure - REACH); h <= structure; h++) {
        if (isHeader(array, h, end)) {
          return (long) (h - start);
        }
      }
      at = structure + 1;
    }
    return -1L;
  }

  private static boolean isHeader(byte[] array, int at, int end) {
    if (!isSignature(array[at]) || end - at < RomHeader.LENGTH) {
      return false;
    }
    int signature = u16(array, at);
    if (signature != RomSignature.PCI.value()
        && signature != RomSignature.NVIDIA_77BB.value()
        && signature != RomSignature.NVIDIA_VN.value()) {
      return false;
    }
    int structure = at + u16(array, at + RomHeader.DATA_STRUCTURE_POINTER);
    return structure >= 0
        && structure <= end - PciDataStructure.LENGTH
        && isStructure(array, structure);
  }

  /** Whether a ROM signature can begin with this byte. */
  private static boolean isSignature(byte first) {
    return first == 0x55 || first == 0x77 || first == 0x56;
  }

  private static boolean isStructure(byte[] array, int at) {
    int value = u16(array, at) | u16(array, at + 2) << 16;
    return value == PCIR || value == NPDS || value == RGIS;
  }

  private static int u16(byte[] array, int at) {
    return (array[at] & 0xff) | (array[at + 1] & 0xff) << 8;
  }

  /** The first place at or after {@code from} of one of the three signatures, or -1. */
  private static int nextStructure(byte[] array, int from, int end) {
    byte[] letter = LETTER;
    // The byte looked at is the last one that a signature at `from` can have.
    int at = from + 3;
    int bound = end - 16;
    while (true) {
      while (at < bound
          && (letter[array[at] & 0xff]
                  | letter[array[at + 4] & 0xff]
                  | letter[array[at + 8] & 0xff]
                  | letter[array[at + 12] & 0xff])
              == 0) {
        at += 16;
      }
      int stop = Math.min(end, at + 16);
      for (; at < stop; at += 4) {
        if (letter[array[at] & 0xff] != 0) {
          for (int p = at - 3; p <= at && p <= end - 4; p++) {
            if (isStructure(array, p)) {
              return p;
            }
          }
        }
      }
      if (at >= end) {
        return -1;
      }
    }
  }
}
