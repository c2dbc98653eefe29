package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Goes from file to file of a tar file. */
final class TarWalk {

  private static final int LARGEST_RECORDS = 1 << 20;

  private final Slice area;
  private final Allowance allowance;
  private long at;
  private String name = "";
  private Slice content;
  private boolean truncated;
  private boolean ended;

  TarWalk(Slice area, long start, Allowance allowance) {
    this.area = area;
    this.allowance = allowance;
    this.at = start;
    this.content = area.clamp(start, 0);
  }

  /** The end of it all: behind the two empty blocks, or where there is no header any more. */
  long skipAll() {
    while (next()) {
      allowance.work(TarHeader.BLOCK);
    }
    return at;
  }

  /** Goes to the next file; false if there is none. */
  boolean next() {
    Optional<String> longName = Optional.empty();
    OptionalLong realSize = OptionalLong.empty();
    while (!ended) {
      allowance.work(TarHeader.BLOCK);
      Optional<TarHeader> read = TarHeader.read(area, at);
      if (read.isEmpty() || read.get().size().isEmpty()) {
        finish();
        return false;
      }
      TarHeader header = read.get();
      long begin = contentBegin(header);
      long size = header.size().getAsLong();
      if (header.type() == TarHeader.LONG_NAME) {
        longName = Optional.of(EntryName.untilNul(area.clamp(begin, size)));
      } else if (header.type() == TarHeader.RECORDS) {
        Slice records = area.clamp(begin, Math.min(size, LARGEST_RECORDS));
        longName = record(records, "path=");
        realSize = size(records);
      } else if (header.type() != TarHeader.LONG_LINK
          && header.type() != TarHeader.GLOBAL_RECORDS) {
        file(header, begin, realSize.orElse(size), longName.orElse(header.name()));
        return true;
      }
      move(begin, size);
    }
    return false;
  }

  /** Name of the file, not to be trusted. */
  String name() {
    return name;
  }

  /** Its bytes, as far as they are there. */
  Slice content() {
    return content;
  }

  /** Where its bytes end, in bytes from the start of the area. */
  long contentEnd() {
    return content.end() - area.offset();
  }

  /** Whether some of its bytes are not there. */
  boolean truncated() {
    return truncated;
  }

  /** Where the walk is, in bytes from the start of the area. */
  long end() {
    return at;
  }

  private void file(TarHeader header, long begin, long size, String called) {
    boolean holds =
        header.type() == 0
            || header.type() == TarHeader.SPARSE
            || header.type() == '7'
            || header.type() == '0';
    name = called;
    content = area.clamp(begin, holds ? size : 0);
    truncated = holds && content.length() < size;
    move(begin, holds || header.type() > '7' ? size : 0);
  }

  private void move(long begin, long size) {
    ended = begin + size > area.length();
    at = ended ? area.length() : Math.min(area.length(), begin + roundUp(size));
  }

  private static long roundUp(long size) {
    return (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
  }

  /** Behind the header, and behind the blocks in which a sparse header goes on. */
  private long contentBegin(TarHeader header) {
    long begin = at + TarHeader.BLOCK;
    boolean more = header.type() == TarHeader.SPARSE && header.extended();
    while (more && area.has(begin, TarHeader.BLOCK)) {
      more = area.u8(begin + TarHeader.BLOCK - 8) != 0;
      begin += TarHeader.BLOCK;
    }
    return begin;
  }

  private void finish() {
    ended = true;
    int blocks = 0;
    while (blocks < 2
        && area.has(at, TarHeader.BLOCK)
        && area.slice(at, TarHeader.BLOCK).fill().equals(OptionalInt.of(0))) {
      at += TarHeader.BLOCK;
      blocks++;
    }
  }

  private static OptionalLong size(Slice records) {
    return record(records, "size=")
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }

  /**
   * The value of a record such as {@code 25 path=some/long/name\n}, which begins with its length.
   *
   * @param key the name of the record and the sign behind it
   */
  private static Optional<String> record(Slice records, String key) {
    long at = 0;
    while (at < records.length()) {
      int blank = records.indexOf(" ", at);
      String digits = blank < 0 ? "" : records.clamp(at, blank - at).latin1(0, blank - (int) at);
      if (!digits.matches("[0-9]{1,8}")) {
        return Optional.empty();
      }
      long length = Long.parseLong(digits);
      long text = blank + 1 - at;
      if (length <= text || !records.has(at, length)) {
        return Optional.empty();
      }
      if (records.startsWith(at + text, key) && length > text + key.length()) {
        long value = text + key.length();
        return Optional.of(EntryName.of(records.slice(at + value, length - value - 1)));
      }
      at += length;
    }
    return Optional.empty();
  }
}
