package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.ArrayList;
import java.util.List;

/** The stretches of a disk that are a file together. Those that are neighbours become one. */
final class Extents {

  private final Slice disk;
  private final List<Slice> runs = new ArrayList<>();
  private long length;

  /** Nothing yet of a disk. */
  Extents(Slice disk) {
    this.disk = disk;
  }

  /** Adds what of a stretch is on the disk. */
  void add(long at, long count) {
    Slice run = disk.clamp(at, count);
    if (run.length() == 0) {
      return;
    }
    length += run.length();
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).end() == run.offset()) {
      Slice before = runs.get(last);
      runs.set(
          last, disk.slice(before.offset() - disk.offset(), (long) before.length() + run.length()));
    } else {
      runs.add(run);
    }
  }

  /** How many bytes there are. */
  long length() {
    return length;
  }

  /** The stretches. */
  List<Slice> runs() {
    return runs;
  }

  /**
   * Adds the file to what is in a container: as it stands if it is in one piece, else joined. The
   * longest piece is told as its source, the others as structure.
   */
  void addTo(Opened.Builder opened, Step step) {
    if (runs.size() == 1) {
      opened.child(Child.stored(step, runs.get(0)));
    } else if (!runs.isEmpty()) {
      Slice longest = runs.get(0);
      for (Slice run : runs) {
        longest = run.length() > longest.length() ? run : longest;
      }
      for (Slice run : runs) {
        if (run.offset() != longest.offset()) {
          opened.structure(run.range());
        }
      }
      opened.child(Child.packed(step, longest.range(), this::join));
    }
  }

  private Decoded join(Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance, Math.max(1, length));
    for (Slice run : runs) {
      allowance.work(run.length());
      run.within(
          (array, from, to) -> {
            out.write(array, from, to - from);
            return out;
          });
    }
    return Decoded.of(out.toSlice());
  }
}
