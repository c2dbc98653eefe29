package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.EntryName;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The list of files of a TDK packer (BIOSUtilities phoenix_tdk_extract.py, PhoenixTdkHeader and
 * PhoenixTdkEntry): {@code $PACK} and three zeros, size of the list (offset 8, 4 bytes), how many
 * files there are (0x0c, 4 bytes), 0x200 bytes, then for each file its name (256 bytes), its place
 * from the start of the program (0x100, 4 bytes), its size (0x104, 4 bytes), its compression
 * (0x108, 4 bytes: 0 none, 1 LZMA), 4 bytes.
 *
 * @param start from the start of the program
 * @param length of the list
 * @param claimed how many files there should be
 * @param entries those that can be read, by their places
 */
record TdkPack(long start, long length, long claimed, List<Entry> entries) {

  /** A file; its place counts from the start of the program. */
  record Entry(String name, long offset, long size, long compression) {

    boolean packed() {
      return compression == LZMA;
    }

    /** Whether its compression is known. */
    boolean known() {
      return compression == 0 || compression == LZMA;
    }

    /** What is wrong with it, if something is. */
    Trouble.Reason reason(boolean apart) {
      return !known()
          ? Trouble.Reason.UNSUPPORTED
          : apart ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED;
    }

    @Override
    public String toString() {
      return name + ", " + size + " bytes at " + offset + ", compression " + compression;
    }
  }

  private static final String TAG = "$PACK\0\0\0";
  private static final int SIZE_AT = 8;
  private static final int COUNT_AT = 0x0c;
  private static final int ENTRIES_AT = 0x210;
  private static final int ENTRY = 0x110;
  private static final int NAME = 0x100;
  private static final int LZMA = 1;

  /** Copies the list. */
  TdkPack {
    entries = List.copyOf(entries);
  }

  /**
   * Finds the list of a program.
   *
   * @param program from its start on
   * @param window how far to look
   */
  static Optional<TdkPack> find(Slice program, long window, Allowance allowance) {
    Slice searched = program.clamp(0, window);
    allowance.work(searched.length());
    int at = searched.indexOf(TAG, 0);
    return at < 0 || !program.has(at, ENTRIES_AT + ENTRY)
        ? Optional.empty()
        : Optional.of(read(program, at)).filter(pack -> pack.fits(program));
  }

  private static TdkPack read(Slice program, long start) {
    long claimed = program.u32(start + COUNT_AT);
    long size = program.u32(start + SIZE_AT);
    long bySize = size >= ENTRIES_AT ? (size - ENTRIES_AT) / ENTRY : claimed;
    long room = (program.length() - start - ENTRIES_AT) / ENTRY;
    long count = Math.min(Math.min(claimed, bySize), room);
    List<Entry> entries = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long at = start + ENTRIES_AT + i * ENTRY;
      String name = EntryName.untilNul(program.slice(at, NAME));
      if (!name.isEmpty() || program.u32(at + NAME) != 0) {
        entries.add(
            new Entry(
                name,
                program.u32(at + NAME),
                program.u32(at + NAME + 4),
                program.u32(at + NAME + 8)));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::offset));
    return new TdkPack(start, ENTRIES_AT + count * ENTRY, claimed, entries);
  }

  /** Whether a file lies behind the list: the places count from another start otherwise. */
  private boolean fits(Slice program) {
    return entries.stream()
        .anyMatch(e -> e.offset() >= start + length && e.offset() < program.length());
  }

  /** Behind the last file. */
  long end() {
    return entries.stream()
        .filter(e -> e.offset() >= start + length)
        .mapToLong(e -> e.offset() + e.size())
        .reduce(start + length, Math::max);
  }
}
