package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The central directory of a ZIP archive, with the files' local headers in the area's own counting
 * (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16).
 *
 * @param entries the files, in its order
 * @param start where it begins
 * @param end behind the comment, where the archive ends
 */
record ZipDirectory(List<ZipEntry> entries, long start, long end) {

  /** "PK\5\6", the end of the central directory. */
  static final long END = 0x0605_4b50L;

  private static final String END_TEXT = "PK\u0005\u0006";
  private static final long WIDE_END = 0x0606_4b50L;
  private static final long WIDE_LOCATOR = 0x0706_4b50L;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR_LENGTH = 20;
  private static final int WIDE_END_LENGTH = 56;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long NEAR = 1 << 12;
  private static final long FAR_AS = 64;

  /** Copies the list. */
  ZipDirectory {
    entries = List.copyOf(entries);
  }

  /**
   * The one at the end of the area, without a comment.
   *
   * @param first where a local header is that has to be in it
   */
  static Optional<ZipDirectory> atEnd(Slice area, long first, Allowance allowance) {
    long at = area.length() - (long) END_LENGTH;
    return area.startsWith(at, END_TEXT) ? read(area, at, first, allowance) : Optional.empty();
  }

  /**
   * The one at the end of the area, behind which there is nothing but its comment.
   *
   * @param first where a local header is that has to be in it
   */
  static Optional<ZipDirectory> last(Slice area, long first, Allowance allowance) {
    long from = Math.max(first, area.length() - (long) END_LENGTH - LONGEST_COMMENT);
    return find(area, first, from, area.length(), allowance);
  }

  /**
   * The one that begins at a place, or whose end is not far behind it.
   *
   * @param first where a local header is that has to be in it
   * @param from where the last file ends, if all local headers tell the truth
   */
  static Optional<ZipDirectory> behind(Slice area, long first, long from, Allowance allowance) {
    long at = from;
    Optional<ZipEntry> entry = ZipEntry.central(area, at);
    while (entry.isPresent()) {
      allowance.work(entry.get().length());
      at += entry.get().length();
      entry = ZipEntry.central(area, at);
    }
    // As far as what is already known of it is long, so that false ones cost no more than they are.
    long far = NEAR + (at - first) * FAR_AS;
    return find(area, first, at, at + far, allowance);
  }

  /** The first whose end stands in a range. */
  private static Optional<ZipDirectory> find(
      Slice area, long first, long from, long to, Allowance allowance) {
    Slice range = area.clamp(from, to - from);
    int at = range.indexOf(END_TEXT, 0);
    while (at >= 0) {
      Optional<ZipDirectory> found = read(area, from + at, first, allowance);
      if (found.isPresent()) {
        return found;
      }
      at = range.indexOf(END_TEXT, at + 1L);
    }
    allowance.work(range.length());
    return Optional.empty();
  }

  private static Optional<ZipDirectory> read(
      Slice area, long end, long first, Allowance allowance) {
    if (!area.has(end, END_LENGTH)) {
      return Optional.empty();
    }
    long size = area.u32(end + 12);
    long offset = area.u32(end + 16);
    long behind = end;
    long wide = end - LOCATOR_LENGTH - WIDE_END_LENGTH;
    if (area.has(wide, WIDE_END_LENGTH + LOCATOR_LENGTH)
        && area.u32(wide) == WIDE_END
        && area.u32(end - LOCATOR_LENGTH) == WIDE_LOCATOR) {
      size = u64(area, wide + 40);
      offset = u64(area, wide + 48);
      behind = wide;
    }
    long start = behind - size;
    if (size <= 0 || start < first) {
      return Optional.empty();
    }
    // What the offsets count from: not the archive's start if something was put in front of it.
    long base = start - offset;
    List<ZipEntry> entries = new ArrayList<>();
    boolean knows = false;
    long at = start;
    while (at < behind) {
      Optional<ZipEntry> read = ZipEntry.central(area, at);
      if (read.isEmpty()) {
        break;
      }
      ZipEntry entry = read.get();
      allowance.work(entry.length());
      long header = base + entry.header();
      knows |= header == first;
      entries.add(entry.at(header));
      at += entry.length();
    }
    long comment = end + END_LENGTH + area.u16(end + END_LENGTH - 2);
    return knows
        ? Optional.of(new ZipDirectory(entries, start, Math.min(area.length(), comment)))
        : Optional.empty();
  }

  private static long u64(Slice area, long at) {
    return area.u32(at) | area.u32(at + 4) << 32;
  }
}
