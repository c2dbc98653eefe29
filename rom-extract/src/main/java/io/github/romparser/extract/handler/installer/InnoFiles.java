package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.InnerFormat;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.List;

/**
 * A chunk with several files, unpacked or not compressed at all: they are cut out of it.
 *
 * @param info the set-up's format
 * @param files in the order in which they begin
 */
record InnoFiles(FormatInfo info, List<InnoFile> files) implements InnerFormat {

  /** So many files that are damaged are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  /** Copies the list. */
  InnoFiles {
    files = List.copyOf(files);
  }

  /** What a file is called in a path. */
  static Step step(FormatInfo info, InnoFile file) {
    return Step.file(info.id(), file.name());
  }

  @Override
  public Opened open(Slice chunk, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    cut(chunk, opened, allowance);
    return opened.build();
  }

  /** Adds the files of a chunk. What is missing at its end was told when it was unpacked. */
  void cut(Slice chunk, Opened.Builder opened, Allowance allowance) {
    long known = 0;
    int troubles = 0;
    for (InnoFile file : files) {
      Slice bytes = file.in(chunk);
      if (bytes.length() == 0) {
        continue;
      }
      if (file.offset() < known) {
        // Files that share bytes are how a few KiB give as many GiB.
        if (troubles++ < MOST_TROUBLES) {
          opened.trouble(
              Trouble.Reason.DAMAGED, bytes.offset(), file.name() + ": overlaps another");
        }
        continue;
      }
      known = file.offset() + bytes.length();
      if (file.filtered()) {
        opened.child(
            Child.packed(step(info, file), bytes.range(), own -> file.restored(bytes, own)));
        continue;
      }
      boolean wrong = bytes.length() == file.size() && !file.hashed(bytes, allowance);
      if (wrong && troubles++ < MOST_TROUBLES) {
        opened.trouble(Trouble.Reason.DAMAGED, bytes.offset(), file.complaint());
      }
      opened.child(Child.stored(step(info, file), bytes));
    }
  }
}
