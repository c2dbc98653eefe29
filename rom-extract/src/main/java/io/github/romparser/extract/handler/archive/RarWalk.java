package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a RAR archive, one behind the other: a header that tells its own length and that of
 * the data behind it (RAR 5.0 archive format; for those before it unrar's headers.hpp).
 */
final class RarWalk {

  static final String MARK_4 = "Rar!\u001a\u0007\0";
  static final String MARK_5 = "Rar!\u001a\u0007\u0001\0";

  /** Archives with more blocks are taken to end there. */
  private static final int MOST_BLOCKS = 1 << 16;

  /** Variable-length numbers have at most so many bytes. */
  private static final int LONGEST_NUMBER = 10;

  // RAR 1.5 to 4: sum u16, type u8, flags u16, length u16, length of data u32 if there is any.
  private static final int HEADER_4 = 7;
  private static final int ARCHIVE_4 = 0x73;
  private static final int FILE_4 = 0x74;
  private static final int END_4 = 0x7b;
  private static final int FIRST_TYPE_4 = 0x72;
  private static final int LAST_TYPE_4 = 0x7b;
  private static final int HAS_DATA_4 = 0x8000;
  private static final int HEADERS_LOCKED_4 = 0x0080;
  private static final int FILE_LOCKED_4 = 0x0004;
  private static final int LARGE_4 = 0x0100;
  private static final int METHOD_4 = 0x19;
  private static final int NAME_LENGTH_4 = 0x1a;
  private static final int NAME_4 = 0x20;
  private static final int STORED_4 = 0x30;

  // RAR 5: sum u32, then variable-length numbers: length, type, flags, length of data.
  private static final int FILE_5 = 2;
  private static final int LOCKED_5 = 4;
  private static final int END_5 = 5;
  private static final int HAS_EXTRA_5 = 1;
  private static final int HAS_DATA_5 = 2;
  private static final int HAS_TIME_5 = 2;
  private static final int HAS_SUM_5 = 4;
  private static final int METHOD_SHIFT_5 = 7;
  private static final int METHOD_MASK_5 = 7;
  private static final int EXTRA_LOCKED_5 = 1;

  /**
   * A file in the archive.
   *
   * @param stored whether its bytes are there as they are
   */
  record Member(String name, Slice bytes, boolean stored, boolean encrypted) {}

  private final Slice archive;
  private final List<Member> members = new ArrayList<>();
  private final List<Range> structure = new ArrayList<>();
  private int blocks;
  private long at;
  private boolean whole;
  private boolean locked;

  private RarWalk(Slice archive) {
    this.archive = archive;
  }

  /** Walks through an archive that begins where the view does. */
  static RarWalk of(Slice archive, Allowance allowance) {
    RarWalk walk = new RarWalk(archive);
    boolean five = archive.startsWith(0, MARK_5);
    walk.at = five ? MARK_5.length() : MARK_4.length();
    walk.structure.add(archive.clamp(0, walk.at).range());
    while (!walk.whole && !walk.locked && walk.blocks < MOST_BLOCKS) {
      allowance.work(HEADER_4);
      long before = walk.at;
      boolean block = five ? walk.five() : walk.four();
      if (!block || walk.at <= before) {
        break;
      }
      walk.blocks++;
    }
    if (walk.locked) {
      walk.at = archive.length();
    }
    return walk;
  }

  private boolean four() {
    if (!archive.has(at, HEADER_4)) {
      return false;
    }
    int type = archive.u8(at + 2);
    int flags = archive.u16(at + 3);
    int length = archive.u16(at + 5);
    if (type < FIRST_TYPE_4
        || type > LAST_TYPE_4
        || length < HEADER_4
        || !archive.has(at, length)) {
      return false;
    }
    boolean data = (flags & HAS_DATA_4) != 0 && length >= HEADER_4 + 4;
    long size = data ? archive.u32(at + HEADER_4) : 0;
    structure.add(archive.slice(at, length).range());
    if (type == ARCHIVE_4 && (flags & HEADERS_LOCKED_4) != 0) {
      locked = true;
    }
    if (type == FILE_4 && length > NAME_4) {
      if ((flags & LARGE_4) != 0 && length >= NAME_4 + 8) {
        size += archive.u32(at + NAME_4) << 32;
      }
      int name = NAME_4 + ((flags & LARGE_4) != 0 ? 8 : 0);
      int most = Math.max(0, Math.min(archive.u16(at + NAME_LENGTH_4), length - name));
      members.add(
          new Member(
              EntryName.untilNul(archive.clamp(at + name, most)).replace('\\', '/'),
              archive.clamp(at + length, Math.max(0, size)),
              archive.u8(at + METHOD_4) == STORED_4,
              (flags & FILE_LOCKED_4) != 0));
    }
    return step(length, size, type == END_4);
  }

  /** Goes on behind a block, as far as there is something. */
  private boolean step(long length, long size, boolean last) {
    long left = archive.length() - at - length;
    boolean there = size >= 0 && size <= left;
    at += length + (there ? size : left);
    whole = last && there;
    return there;
  }

  private boolean five() {
    Numbers head = new Numbers(archive, at + 4, archive.length());
    long length = head.next();
    long begin = head.at;
    if (!head.good || length < 2 || !archive.has(begin, length)) {
      return false;
    }
    Numbers in = new Numbers(archive, begin, begin + length);
    long type = in.next();
    long flags = in.next();
    long extra = (flags & HAS_EXTRA_5) != 0 ? in.next() : 0;
    long size = (flags & HAS_DATA_5) != 0 ? in.next() : 0;
    if (!in.good || type < 1 || extra < 0 || extra > length) {
      return false;
    }
    structure.add(Range.between(archive.offset() + at, archive.offset() + begin + length));
    if (type == LOCKED_5) {
      locked = true;
    } else if (type == FILE_5) {
      file(in, begin + length, extra, size);
    }
    return step(begin + length - at, size, type == END_5);
  }

  private void file(Numbers in, long end, long extra, long size) {
    long flags = in.next();
    in.next(); // size unpacked
    in.next(); // attributes
    in.skip(((flags & HAS_TIME_5) != 0 ? 4 : 0) + ((flags & HAS_SUM_5) != 0 ? 4 : 0));
    long method = in.next() >> METHOD_SHIFT_5 & METHOD_MASK_5;
    in.next(); // operating system
    long name = in.next();
    if (in.good && name >= 0 && name <= end - in.at) {
      members.add(
          new Member(
              EntryName.untilNul(archive.clamp(in.at, name)),
              archive.clamp(end, Math.max(0, size)),
              method == 0,
              locked(end - extra, end)));
    }
  }

  /** Whether one of a file's extra records says that it is encrypted. */
  private boolean locked(long from, long to) {
    Numbers in = new Numbers(archive, from, to);
    while (in.good && in.at < to) {
      long length = in.next();
      long begin = in.at;
      if (in.next() == EXTRA_LOCKED_5 && in.good) {
        return true;
      }
      in.at = begin;
      in.skip(length);
    }
    return false;
  }

  /** Variable-length numbers: seven bits a byte, the lowest first, the eighth if more follow. */
  private static final class Numbers {
    private final Slice bytes;
    private final long end;
    private long at;
    private boolean good = true;

    Numbers(Slice bytes, long at, long end) {
      this.bytes = bytes;
      this.at = at;
      this.end = end;
    }

    long next() {
      long value = 0;
      for (int i = 0; i < LONGEST_NUMBER && good; i++) {
        if (at < 0 || at >= end || at >= bytes.length()) {
          good = false;
          return 0;
        }
        int digit = bytes.u8(at++);
        value |= (long) (digit & 0x7f) << (7 * i);
        if (digit < 0x80) {
          return value;
        }
      }
      good = false;
      return 0;
    }

    void skip(long count) {
      good &= count >= 0 && count <= end - at;
      at += good ? count : 0;
    }
  }

  /** How many blocks could be read. */
  int blocks() {
    return blocks;
  }

  /** Behind the last of them. */
  long end() {
    return at;
  }

  /** Whether the archive's own end was reached. */
  boolean whole() {
    return whole;
  }

  /** Whether even its headers are encrypted. */
  boolean locked() {
    return locked;
  }

  List<Member> members() {
    return members;
  }

  List<Range> structure() {
    return structure;
  }
}
