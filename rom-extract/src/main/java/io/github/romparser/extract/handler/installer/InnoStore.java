package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Companions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a set-up's chunks are: in the program, or in files of their own beside it, {@code
 * setup-1.bin} and so on, in which a chunk goes on where the one before ends.
 */
final class InnoStore {

  /** A chunk in more files is none. */
  private static final int MOST_SLICES = 64;

  private final Optional<Slice> embedded;
  private final Companions companions;
  private final List<String> stems;
  private final long slicesPerDisk;
  private final Allowance allowance;
  private final Map<Long, Optional<Slice>> slices = new HashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();

  private InnoStore(
      Optional<Slice> embedded,
      Companions companions,
      List<String> stems,
      long slicesPerDisk,
      Allowance allowance) {
    this.embedded = embedded;
    this.companions = companions;
    this.stems = stems;
    this.slicesPerDisk = slicesPerDisk;
    this.allowance = allowance;
  }

  /** Data in the program itself. */
  static InnoStore in(Slice data, Allowance allowance) {
    return new InnoStore(Optional.of(data), Companions.NONE, List.of(), 1, allowance);
  }

  /**
   * Data in files beside it.
   *
   * @param stems what their names may begin with
   */
  static InnoStore beside(
      Companions companions, List<String> stems, long slicesPerDisk, Allowance allowance) {
    return new InnoStore(Optional.empty(), companions, stems, slicesPerDisk, allowance);
  }

  /** Whether the chunks are in the program. */
  boolean inside() {
    return embedded.isPresent();
  }

  /** The names of files that are not there, as they should be. */
  Set<String> missing() {
    return missing;
  }

  /**
   * The bytes of a chunk, as far as they are there.
   *
   * @param slice number of the file in which it begins, from zero on
   * @param at where it begins there
   * @param count how many bytes it has
   */
  List<Slice> pieces(long slice, long at, long count) {
    if (embedded.isPresent()) {
      return List.of(embedded.get().clamp(at, slice == 0 ? count : 0));
    }
    List<Slice> pieces = new ArrayList<>();
    long from = at;
    long left = count;
    for (long number = slice; left > 0 && number < slice + MOST_SLICES; number++) {
      Optional<Slice> file = slices.computeIfAbsent(number, this::load);
      if (file.isEmpty()) {
        break;
      }
      Slice piece = file.get().clamp(from, left);
      left -= piece.length();
      from = InnoSliceHandler.HEADER;
      if (piece.length() > 0) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private Optional<Slice> load(long number) {
    for (String stem : stems) {
      Optional<Slice> file =
          companions
              .find(name(stem, number), allowance)
              .filter(bytes -> bytes.startsWith(0, InnoSliceHandler.MAGIC))
              .map(bytes -> bytes.clamp(0, InnoSliceHandler.size(bytes)));
      if (file.isPresent()) {
        return file;
      }
    }
    missing.add(name(stems.isEmpty() ? "setup" : stems.get(0), number));
    return Optional.empty();
  }

  /** {@code setup-1.bin}; with several files a disk {@code setup-1a.bin}. */
  private String name(String stem, long number) {
    if (slicesPerDisk <= 1) {
      return String.format(Locale.US, "%s-%d.bin", stem, number + 1);
    }
    char letter = (char) ('a' + number % slicesPerDisk % 26);
    return String.format(Locale.US, "%s-%d%c.bin", stem, number / slicesPerDisk + 1, letter);
  }
}
