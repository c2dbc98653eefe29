package io.github.romparser.acpi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts pieces behind each other or at their places, and tells what does not fit. */
final class ChunkList {

  /** Bytes of a piece; more is not to be returned (ACPI 6.4 appendix B, _ROM). */
  static final int PIECE = 0x1000;

  /** Shorter pieces are the same by chance. */
  private static final int LEAST_COMPARED = 512;

  private final List<Chunk> chunks;
  private final List<Finding> findings;
  private byte[] joined = new byte[0];

  /** Adds what it finds to a list. */
  ChunkList(List<Chunk> chunks, List<Finding> findings) {
    this.chunks = new ArrayList<>(chunks);
    this.findings = findings;
  }

  /** The bytes of all pieces, at most those of the largest ROM. */
  Slice join() {
    boolean placed = chunks.size() > 0 && chunks.stream().allMatch(c -> c.offset().isPresent());
    cuts();
    if (placed) {
      place();
    } else {
      sizes();
      line();
    }
    return Slice.of(joined);
  }

  private void cuts() {
    long cut = chunks.stream().filter(Chunk::cut).count();
    if (cut > 0) {
      Chunk first = chunks.stream().filter(Chunk::cut).findFirst().orElseThrow();
      findings.add(
          Finding.of(
              FindingCode.DUMP_CUT,
              new Range(0, 0),
              new Argument.Count(cut),
              new Argument.Count(chunks.size()),
              new Argument.Size(first.length())));
    }
  }

  /** How many bytes most pieces have; of several numbers the largest. */
  static int usualSize(List<Chunk> chunks) {
    Map<Integer, Integer> counts = new HashMap<>();
    chunks.forEach(c -> counts.merge(c.bytes().length(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Pieces in their order: each but the last should have the same size. */
  private void sizes() {
    // Some methods answer with one byte 0 behind the end of the ROM.
    while (chunks.size() > 1 && isNothing(chunks.get(chunks.size() - 1).bytes())) {
      chunks.remove(chunks.size() - 1);
    }
    if (chunks.size() < 2) {
      return;
    }
    Slice last = chunks.get(chunks.size() - 1).bytes();
    int usual = usualSize(chunks);
    long at = 0;
    long others = 0;
    long first = 0;
    for (Chunk chunk : chunks.subList(0, chunks.size() - 1)) {
      if (chunk.length() != usual) {
        first = others == 0 ? at : first;
        others++;
      }
      at += chunk.length();
    }
    if (others > 0) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_SIZES,
              new Range(first, 0),
              new Argument.Count(others),
              new Argument.Size(usual)));
    }
    if (last.length() < usual && others == 0) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_SHORT,
              new Range(at, last.length()),
              new Argument.Size(last.length()),
              new Argument.Size(usual)));
    }
  }

  private static boolean isNothing(Slice bytes) {
    return bytes.length() == 1 && bytes.u8(0) == 0;
  }

  private void line() {
    long total = chunks.stream().mapToLong(Chunk::length).sum();
    joined = new byte[(int) Math.min(total, RomChunks.MOST)];
    tooLarge(total);
    long at = 0;
    for (Chunk chunk : chunks) {
      put(at, chunk.bytes());
      at += chunk.length();
    }
  }

  private void tooLarge(long total) {
    if (total > RomChunks.MOST) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_TOO_LARGE,
              new Range(RomChunks.MOST, 0),
              new Argument.Size(total),
              new Argument.Size(RomChunks.MOST)));
    }
  }

  private void put(long at, Slice bytes) {
    int count = (int) Math.max(0, Math.min(bytes.length(), joined.length - at));
    bytes.within(
        (array, from, to) -> {
          System.arraycopy(array, from, joined, (int) Math.min(at, joined.length), count);
          return count;
        });
  }

  private void place() {
    chunks.sort(Comparator.comparingLong(c -> c.offset().orElse(0)));
    // A dump of memory counts from the start of memory, not of the ROM.
    Chunk first = chunks.get(0);
    long base = first.bytes().has(0, 2) && first.bytes().u16(0) == 0xaa55 ? start(first) : 0;
    long total = 0;
    for (Chunk chunk : chunks) {
      total = Math.max(total, start(chunk) - base + chunk.length());
    }
    tooLarge(total);
    joined = new byte[(int) Math.max(0, Math.min(total, RomChunks.MOST))];
    List<Range> holes = new ArrayList<>();
    long differing = -1;
    long end = 0;
    for (Chunk chunk : chunks) {
      long at = start(chunk) - base;
      if (at > end) {
        holes.add(Range.between(end, at));
      }
      long shared = Math.min(end - at, chunk.length());
      Slice known = Slice.of(joined).clamp(at, Math.max(0, shared));
      if (differing < 0 && !chunk.bytes().clamp(0, known.length()).sameBytes(known)) {
        differing = at;
      }
      long fresh = Math.max(0, shared);
      put(at + fresh, chunk.bytes().from(fresh));
      end = Math.max(end, at + chunk.length());
    }
    holes(holes);
    if (differing >= 0) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_OVERLAP, new Range(differing, 0), new Argument.Offset(differing)));
    }
  }

  private static long start(Chunk chunk) {
    // Sums of places and lengths stay far from the limits of a long.
    return Math.min(chunk.offset().orElse(0), Long.MAX_VALUE / 4);
  }

  private void holes(List<Range> holes) {
    if (!holes.isEmpty()) {
      long missing = holes.stream().mapToLong(Range::length).sum();
      findings.add(
          Finding.of(
              FindingCode.DUMP_HOLE,
              holes.get(0),
              new Argument.Count(holes.size()),
              new Argument.Offset(holes.get(0).offset()),
              new Argument.Size(missing)));
    }
  }

  /**
   * Looks for pieces of a ROM with the bytes of an earlier one: the method did not look at the
   * offset.
   *
   * @param all what {@link #join} gave, up to the end of the ROM
   */
  void repeats(Slice all) {
    List<Range> ranges = ranges(all);
    Map<Integer, Range> seen = new HashMap<>();
    long count = 0;
    Range first = new Range(0, 0);
    Range same = first;
    for (Range range : ranges) {
      Slice bytes = all.clamp(range.offset(), range.length());
      if (bytes.length() < LEAST_COMPARED || bytes.fill().isPresent()) {
        continue;
      }
      Range earlier = seen.putIfAbsent(bytes.contentHash(), range);
      if (earlier != null && all.clamp(earlier.offset(), earlier.length()).sameBytes(bytes)) {
        first = count == 0 ? range : first;
        same = count == 0 ? earlier : same;
        count++;
      }
    }
    if (count > 0) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_REPEATED,
              first,
              new Argument.Count(count),
              new Argument.Offset(first.offset()),
              new Argument.Offset(same.offset())));
    }
  }

  private List<Range> ranges(Slice all) {
    List<Range> ranges = new ArrayList<>();
    boolean placed = chunks.size() > 1 && chunks.stream().allMatch(c -> c.offset().isPresent());
    if (chunks.size() < 2 || placed) {
      for (long at = 0; at < all.length(); at += PIECE) {
        ranges.add(new Range(at, Math.min(PIECE, all.length() - at)));
      }
      return ranges;
    }
    long at = 0;
    for (Chunk chunk : chunks) {
      ranges.add(new Range(at, chunk.length()));
      at += chunk.length();
    }
    return ranges;
  }
}
