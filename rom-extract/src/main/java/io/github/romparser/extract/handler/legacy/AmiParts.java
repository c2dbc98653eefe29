package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of parts of an AMIBIOS, which is followed from the end to the start: the mark {@code
 * AMIBIOSC} knows the first part, and each part the one before. Behind the mark are the version
 * (offset 8, 4 characters) and the address of the first part (offset 18, 4 bytes).
 *
 * <p>An address is a segment and an offset that end at 1 MiB with the image, or in larger images an
 * offset from their start. Where the image begins and ends in a file that has more is tried out.
 *
 * @param version as the mark tells it
 * @param parts in the order of the list
 */
record AmiParts(String version, List<AmiPart> parts) {

  static final String MARK = "AMIBIOSC";

  /** The mark with what belongs to it. */
  static final int MARK_LENGTH = 22;

  private static final int VERSION = 8;
  private static final int VERSION_LENGTH = 4;
  private static final int FIRST = 18;

  /** The same letters begin {@code AMIBIOSCAMINCBLK}, which is something else. */
  private static final String OTHER = "AMIN";

  private static final long REAL_MODE_END = 1L << 20;

  /** Images end at multiples of this. */
  private static final long STEP = 1L << 16;

  /** So far behind the mark an image may end. */
  private static final int MOST_STEPS = 16;

  /** So many parts a list may have, as in bios_extract. */
  private static final int MOST_PARTS = 0x80;

  /** So many marks are tried. */
  private static final int MOST_MARKS = 64;

  /** Copies the list. */
  AmiParts {
    parts = List.copyOf(parts);
  }

  /** The longest list that any mark leads to; empty if none leads to a part. */
  static Optional<AmiParts> find(Slice image, Allowance allowance) {
    Optional<AmiParts> best = Optional.empty();
    long mark = image.indexOf(MARK, 0);
    for (int i = 0; mark >= 0 && i < MOST_MARKS; i++) {
      allowance.work(image.length() / MOST_MARKS);
      if (image.has(mark, MARK_LENGTH) && !image.startsWith(mark + VERSION, OTHER)) {
        AmiParts found = at(image, mark, allowance);
        if (!found.parts.isEmpty() && best.stream().noneMatch(b -> b.better(found))) {
          best = Optional.of(found);
        }
      }
      mark = image.indexOf(MARK, mark + 1);
    }
    return best;
  }

  private boolean better(AmiParts other) {
    return parts.size() >= other.parts.size();
  }

  private static AmiParts at(Slice image, long mark, Allowance allowance) {
    long first = image.u32(mark + FIRST);
    String version = image.latin1(mark + VERSION, VERSION_LENGTH);
    AmiParts best = new AmiParts(version, List.of());
    for (int step = 0; step <= MOST_STEPS; step++) {
      long end = step == 0 ? image.length() : Math.min(image.length(), (mark / STEP + step) * STEP);
      best = best.or(follow(image, first, true, end - REAL_MODE_END, allowance));
    }
    best = best.or(follow(image, first, false, 0, allowance));
    return best.or(follow(image, first, false, image.length() % STEP, allowance));
  }

  private AmiParts or(List<AmiPart> other) {
    return other.size() > parts.size() ? new AmiParts(version, other) : this;
  }

  /**
   * Follows the list.
   *
   * @param segments whether addresses are segments and offsets
   * @param base where address 0 would be, from the start of the container
   * @return its parts; none if it does not end, or most of them can be none
   */
  private static List<AmiPart> follow(
      Slice image, long first, boolean segments, long base, Allowance allowance) {
    Map<Long, AmiPart> parts = new LinkedHashMap<>();
    int sound = 0;
    boolean ends = false;
    Optional<AmiPart> next = AmiPart.read(image, base + flat(first, segments));
    while (next.isPresent() && parts.size() < MOST_PARTS) {
      AmiPart part = next.get();
      allowance.work(AmiPart.HEADER);
      // A list that comes back to where it was has come to its end.
      ends = part.last() || parts.putIfAbsent(part.at(), part) != null;
      parts.putIfAbsent(part.at(), part);
      sound += part.plausible(image) ? 1 : 0;
      next = ends ? Optional.empty() : AmiPart.read(image, base + flat(part.before(), segments));
    }
    // Chance leads from one place to the next too, but not to an end.
    return ends && 2 * sound >= parts.size() ? List.copyOf(parts.values()) : List.of();
  }

  private static long flat(long address, boolean segments) {
    return segments ? (address >>> 16 << 4) + (address & 0xffff) : address;
  }
}
