package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;

/**
 * Finds the end of .xz streams without decoding them (The .xz File Format 1.2.1): blocks end where
 * their LZMA2 chunks do, and those tell their lengths.
 */
final class XzLayout {

  static final String MAGIC = "\u00fd7zXZ\0";

  private static final int HEADER = 12;
  private static final int FLAGS = 6;
  private static final int FLAGS_CRC = 8;
  private static final int FOOTER = 12;
  private static final String FOOTER_MAGIC = "YZ";

  /** Bytes of the checks by their number, section 2.1.1.2. */
  private static final int[] CHECK = {0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64};

  private final Slice area;
  private final Allowance allowance;
  private long at;

  private XzLayout(Slice area, long start, Allowance allowance) {
    this.area = area;
    this.at = start;
    this.allowance = allowance;
  }

  /**
   * Where the streams end that begin at a place: one behind the other, with padding between them.
   * Where they are cut off or damaged, the end of what can be read.
   *
   * @return {@code start} if none begins there
   */
  static long end(Slice area, long start, Allowance allowance) {
    XzLayout layout = new XzLayout(area, start, allowance);
    long end = start;
    while (layout.header()) {
      boolean whole = layout.stream();
      end = layout.at;
      if (!whole) {
        break;
      }
      layout.padding();
    }
    return end;
  }

  /** Whether a stream header stands here: magic, flags that are defined, their CRC-32. */
  private boolean header() {
    return area.has(at, HEADER)
        && area.startsWith(at, MAGIC)
        && area.u8(at + FLAGS) == 0
        && area.u8(at + FLAGS + 1) < CHECK.length
        && Checksums.crc32(area.slice(at + FLAGS, 2)) == area.u32(at + FLAGS_CRC);
  }

  /** Goes through a stream; whether it is whole. */
  private boolean stream() {
    long start = at;
    int check = CHECK[area.u8(at + FLAGS + 1)];
    at += HEADER;
    while (area.has(at, 1) && area.u8(at) != 0) {
      long block = at;
      at += (area.u8(at) + 1) * 4L;
      if (!chunks()) {
        at = Math.min(at, area.length());
        return false;
      }
      at += (4 - (at - block) % 4) % 4 + check;
    }
    boolean whole = index(start) && area.startsWith(at + FOOTER - 2, FOOTER_MAGIC);
    at = Math.min(area.length(), whole ? at + FOOTER : at);
    return whole;
  }

  /** Goes through the chunks of a block (section 5.3.1; LZMA2 in xz's own sources). */
  private boolean chunks() {
    while (area.has(at, 1)) {
      int control = area.u8(at);
      if (control == 0) {
        at++;
        return true;
      }
      allowance.work(8);
      if (control >= 0x80) {
        if (!area.has(at, 6)) {
          return false;
        }
        // Behind the lengths there are new properties if the state is reset wholly.
        at += area.be16(at + 3) + 1L + (control >= 0xc0 ? 6 : 5);
      } else if (control <= 2 && area.has(at, 3)) {
        at += area.be16(at + 1) + 1L + 3;
      } else {
        return false;
      }
    }
    return false;
  }

  /** Goes through the index: a count, two numbers for each block, padding, CRC-32. */
  private boolean index(long start) {
    if (!area.has(at, 1)) {
      return false;
    }
    long begin = at++;
    long count = number();
    for (long i = 0; i < count * 2; i++) {
      allowance.work(1);
      if (count > at - start || number() < 0) {
        return false;
      }
    }
    at += (4 - (at - begin) % 4) % 4 + 4;
    return count >= 0 && area.has(at, FOOTER);
  }

  /** A number of seven bits a byte, the low ones first; -1 if it is none. */
  private long number() {
    long value = 0;
    for (int shift = 0; shift < 63 && area.has(at, 1); shift += 7) {
      int next = area.u8(at++);
      value |= (next & 0x7fL) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    return -1;
  }

  /** Skips zero bytes, four at a time, if a stream follows them. */
  private void padding() {
    long next = at;
    while (area.has(next, 4) && area.u32(next) == 0) {
      next += 4;
      allowance.work(4);
    }
    if (area.startsWith(next, MAGIC)) {
      at = next;
    }
  }
}
