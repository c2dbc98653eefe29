package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The header of a gzip member (RFC 1952, section 2.3).
 *
 * @param length bytes up to the deflate stream
 * @param name the file's name; empty if it has none
 */
record GzipMember(long length, String name) {

  /** Length of what follows the deflate stream: CRC-32 and size, 4 bytes each. */
  static final int TRAILER = 8;

  private static final int FIXED = 10;
  private static final int DEFLATE = 8;
  private static final int HAS_HEADER_SUM = 0x02;
  private static final int HAS_EXTRA = 0x04;
  private static final int HAS_NAME = 0x08;
  private static final int HAS_COMMENT = 0x10;
  private static final int RESERVED = 0xe0;

  /** Extra flags: none, slowest and fastest compression. */
  private static final int EXTRA_FLAGS = 0x06;

  /** The last operating system with a number. */
  private static final int LAST_SYSTEM = 13;

  private static final int UNKNOWN_SYSTEM = 255;

  /** A longer name or comment, in bytes, is none. */
  private static final int LONGEST_TEXT = 4096;

  /** Reads the header at a place; empty if it cannot be one. */
  static Optional<GzipMember> read(Slice area, long start) {
    if (!area.has(start, FIXED)
        || area.be16(start) != 0x1f8b
        || area.u8(start + 2) != DEFLATE
        || (area.u8(start + 3) & RESERVED) != 0
        || (area.u8(start + 8) & ~EXTRA_FLAGS) != 0
        || (area.u8(start + 9) > LAST_SYSTEM && area.u8(start + 9) != UNKNOWN_SYSTEM)) {
      return Optional.empty();
    }
    int flags = area.u8(start + 3);
    long at = start + FIXED;
    if ((flags & HAS_EXTRA) != 0) {
      if (!area.has(at, 2)) {
        return Optional.empty();
      }
      at += 2 + area.u16(at);
    }
    String name = "";
    if ((flags & HAS_NAME) != 0) {
      Slice text = area.clamp(at, LONGEST_TEXT);
      int end = text.indexOf("\0", 0);
      if (end < 0) {
        return Optional.empty();
      }
      name = EntryName.of(text.slice(0, end));
      at += end + 1L;
    }
    if ((flags & HAS_COMMENT) != 0) {
      int end = area.clamp(at, LONGEST_TEXT).indexOf("\0", 0);
      if (end < 0) {
        return Optional.empty();
      }
      at += end + 1L;
    }
    at += (flags & HAS_HEADER_SUM) != 0 ? 2 : 0;
    return at < area.length() ? Optional.of(new GzipMember(at - start, name)) : Optional.empty();
  }
}
