package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A file in a ZIP archive, as its local header or the central directory tells of it (PKWARE
 * APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12).
 *
 * @param name its name
 * @param flags general purpose bit flags
 * @param method compression method
 * @param crc CRC-32 of its bytes
 * @param packed bytes as they are stored
 * @param size bytes
 * @param header where its local header is; in the central directory's own counting if it tells
 * @param length bytes of the header that tells
 */
record ZipEntry(
    String name,
    int flags,
    int method,
    long crc,
    long packed,
    long size,
    long header,
    long length) {

  /** "PK\3\4", a local header. */
  static final long LOCAL = 0x0403_4b50L;

  /** "PK\1\2", a header of the central directory. */
  static final long CENTRAL = 0x0201_4b50L;

  /** "PK\7\8", what may stand behind a file whose sizes were not known in front of it. */
  static final long DESCRIPTOR = 0x0807_4b50L;

  /** Length of a local header up to the name, in bytes. */
  static final int LOCAL_LENGTH = 30;

  private static final int CENTRAL_LENGTH = 46;
  private static final int CENTRAL_HEADER = 42;
  private static final int LOCAL_FLAGS = 6;
  private static final int CENTRAL_FLAGS = 8;
  private static final int COMMENT_LENGTH = 32;

  private static final int ENCRYPTED = 0x0001;
  private static final int SIZES_BEHIND = 0x0008;

  /** Flags that nothing sets. */
  private static final int RESERVED = 0xd780;

  /** APPNOTE 4.4.5, and 99 for AES. */
  private static final Set<Integer> METHODS =
      Set.of(0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 19, 20, 93, 94, 95, 96, 97, 98, 99);

  /** The latest version that a reader may need, times ten. */
  private static final int LATEST = 63;

  private static final int LONGEST_NAME = 4096;
  private static final long IN_EXTRA = 0xffff_ffffL;
  private static final int ZIP64 = 0x0001;

  /** The local header at a place, if it is one beyond doubt. */
  static Optional<ZipEntry> local(Slice area, long at) {
    if (!area.has(at, LOCAL_LENGTH) || area.u32(at) != LOCAL) {
      return Optional.empty();
    }
    int nameLength = area.u16(at + 26);
    int extraLength = area.u16(at + 28);
    long length = LOCAL_LENGTH + (long) nameLength + extraLength;
    if (area.u8(at + 4) > LATEST
        || (area.u16(at + LOCAL_FLAGS) & RESERVED) != 0
        || !METHODS.contains(area.u16(at + LOCAL_FLAGS + 2))
        || nameLength > LONGEST_NAME
        || !area.has(at, length)
        || !EntryName.plausible(area.slice(at + LOCAL_LENGTH, nameLength))) {
      return Optional.empty();
    }
    return Optional.of(
        read(area, at, LOCAL_FLAGS, at + LOCAL_LENGTH, nameLength, extraLength, at, length));
  }

  /** Bytes of the local header at a place that somebody else says is one; empty if it is none. */
  static OptionalLong localLength(Slice area, long at) {
    if (!area.has(at, LOCAL_LENGTH) || area.u32(at) != LOCAL) {
      return OptionalLong.empty();
    }
    long length = LOCAL_LENGTH + (long) area.u16(at + 26) + area.u16(at + 28);
    return area.has(at, length) ? OptionalLong.of(length) : OptionalLong.empty();
  }

  /** The header of the central directory at a place. */
  static Optional<ZipEntry> central(Slice area, long at) {
    if (!area.has(at, CENTRAL_LENGTH) || area.u32(at) != CENTRAL) {
      return Optional.empty();
    }
    int nameLength = area.u16(at + CENTRAL_FLAGS + 20);
    int extraLength = area.u16(at + CENTRAL_FLAGS + 22);
    long length = CENTRAL_LENGTH + (long) nameLength + extraLength + area.u16(at + COMMENT_LENGTH);
    if (!area.has(at, length)) {
      return Optional.empty();
    }
    return Optional.of(
        read(
            area,
            at,
            CENTRAL_FLAGS,
            at + CENTRAL_LENGTH,
            nameLength,
            extraLength,
            area.u32(at + CENTRAL_HEADER),
            length));
  }

  /** From the flags on both headers are the same. */
  private static ZipEntry read(
      Slice area,
      long at,
      int flags,
      long name,
      int nameLength,
      int extraLength,
      long header,
      long length) {
    long from = at + flags;
    Zip64 wide = new Zip64(area.slice(name + nameLength, extraLength));
    long size = wide.orWide(area.u32(from + 16));
    long packed = wide.orWide(area.u32(from + 12));
    boolean central = flags == CENTRAL_FLAGS;
    return new ZipEntry(
        EntryName.of(area.slice(name, nameLength)),
        area.u16(from),
        area.u16(from + 2),
        area.u32(from + 8),
        packed,
        size,
        central ? wide.orWide(header) : header,
        length);
  }

  /** The numbers that were too large for the header, in their order; APPNOTE 4.5.3. */
  private static final class Zip64 {
    private final Slice numbers;
    private int next;

    Zip64(Slice extra) {
      Slice found = extra.clamp(0, 0);
      long at = 0;
      while (extra.has(at, 4)) {
        int length = extra.u16(at + 2);
        if (extra.u16(at) == ZIP64) {
          found = extra.clamp(at + 4, length);
        }
        at += 4 + length;
      }
      numbers = found;
    }

    long orWide(long field) {
      if (field != IN_EXTRA || !numbers.has(next, Long.BYTES)) {
        return field;
      }
      long value = numbers.u32(next) | numbers.u32(next + 4L) << 32;
      next += Long.BYTES;
      return value < 0 ? Long.MAX_VALUE / 4 : value;
    }
  }

  /** Whether it is a folder, or empty. */
  boolean nothing() {
    return packed == 0 || (name.endsWith("/") && size == 0);
  }

  /** Whether a password is needed. */
  boolean encrypted() {
    return (flags & ENCRYPTED) != 0 || method == ZipMethods.AES;
  }

  /** Whether the sizes stand behind the file, and not in the header. */
  boolean sizesBehind() {
    return (flags & SIZES_BEHIND) != 0 && packed == 0;
  }

  /** The same with what stands behind the file. */
  ZipEntry with(long sum, long stored, long unpacked) {
    return new ZipEntry(name, flags, method, sum, stored, unpacked, header, length);
  }

  /** The same with its local header at another place. */
  ZipEntry at(long place) {
    return new ZipEntry(name, flags, method, crc, packed, size, place, length);
  }

  /** Whether something stands behind the file that repeats its sizes. */
  boolean described() {
    return (flags & SIZES_BEHIND) != 0;
  }
}
