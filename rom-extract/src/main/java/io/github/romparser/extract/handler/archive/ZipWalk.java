package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.RawDeflate;
import io.github.romparser.extract.spi.Allowance;
import java.util.Optional;

/**
 * Goes from local header to local header, as one must where there is no central directory. Files
 * whose sizes stand behind them have to be inflated to find their ends.
 */
final class ZipWalk {

  private static final String DESCRIPTOR = "PK\u0007\b";

  private static final long NEAR = 1 << 12;

  /** Lengths of what may stand behind a file: with and without magic, with 64-bit sizes or not. */
  private static final int[] DESCRIPTORS = {16, 24, 12, 20};

  private final Slice area;
  private final Allowance allowance;
  private final long first;
  private long at;

  /**
   * A file and where its bytes are.
   *
   * @param entry its header
   * @param content where its bytes begin
   * @param packed how many there are, as far as they are there
   * @param next where the next header should be
   * @param sure whether something else than the header says that it is a file
   * @param whole whether all of its bytes are there
   */
  record Stop(ZipEntry entry, long content, long packed, long next, boolean sure, boolean whole) {}

  ZipWalk(Slice area, long start, Allowance allowance) {
    this.area = area;
    this.first = start;
    this.at = start;
    this.allowance = allowance;
  }

  /** Where the walk is. */
  long at() {
    return at;
  }

  /** The next file; empty if no header stands where it should. */
  Optional<Stop> next() {
    Optional<Stop> stop = ZipEntry.local(area, at).map(this::stop);
    stop.ifPresent(s -> at = s.next());
    return stop;
  }

  private Stop stop(ZipEntry entry) {
    allowance.work(entry.length());
    long content = at + entry.length();
    if (!entry.sizesBehind()) {
      boolean whole = area.has(content, entry.packed());
      long end = whole ? content + entry.packed() : area.length();
      long next = behind(entry, end);
      return new Stop(entry, content, end - content, next, !whole || magicAt(next), whole);
    }
    if (entry.method() == ZipMethods.DEFLATED && !entry.encrypted()) {
      RawDeflate.Run run = RawDeflate.measure(area.from(content), allowance.most() + 1, allowance);
      boolean whole = run.ending() == RawDeflate.Ending.DONE;
      long end = content + run.consumed();
      return new Stop(
          entry.with(sumAt(end), run.consumed(), run.produced()),
          content,
          run.consumed(),
          whole ? behind(entry, end) : end,
          whole,
          whole);
    }
    return search(entry, content);
  }

  /**
   * Looks for the descriptor that tells as many bytes as there are in front of it: near by for the
   * first file, which may be none at all.
   */
  private Stop search(ZipEntry entry, long content) {
    Slice range = area.clamp(content, at == first ? NEAR : area.length());
    allowance.work(range.length());
    int found = range.indexOf(DESCRIPTOR, 0);
    while (found >= 0) {
      long end = content + found;
      if (area.has(end, 16) && area.u32(end + 8) == found) {
        ZipEntry told = entry.with(sumAt(end), found, area.u32(end + 12));
        return new Stop(told, content, found, behind(entry, end), true, true);
      }
      found = range.indexOf(DESCRIPTOR, found + 1L);
    }
    return new Stop(entry, content, 0, content, false, false);
  }

  /** The CRC-32 that stands behind a file, behind the magic if there is one. */
  private long sumAt(long end) {
    long at = area.has(end, 4) && area.u32(end) == ZipEntry.DESCRIPTOR ? end + 4 : end;
    return area.has(at, 4) ? area.u32(at) : 0;
  }

  /** Behind what repeats the sizes of a file. */
  private long behind(ZipEntry entry, long end) {
    if (entry.described()) {
      for (int length : DESCRIPTORS) {
        if (magicAt(end + length)) {
          return end + length;
        }
      }
      if (area.has(end, 16) && area.u32(end) == ZipEntry.DESCRIPTOR) {
        return end + 16;
      }
    }
    return end;
  }

  /** Whether a header or the end of the archive stands at a place. */
  private boolean magicAt(long place) {
    if (!area.has(place, 4)) {
      return false;
    }
    long magic = area.u32(place);
    return magic == ZipEntry.LOCAL || magic == ZipEntry.CENTRAL || magic == ZipDirectory.END;
  }
}
