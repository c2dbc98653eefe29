package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.InnerFormat;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.Comparator;
import java.util.List;

/**
 * What a folder of a cabinet gives: decoded once, the files are cut out of it as they stand.
 *
 * @param info the cabinet's format
 * @param files the files of the folder
 * @param next the name of the cabinet that the last one goes on in
 */
record CabContents(FormatInfo info, List<CabFile> files, String next) implements InnerFormat {

  /** So many files that are not whole are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  /** Sorts the list by place. */
  CabContents {
    files = files.stream().sorted(Comparator.comparingLong(CabFile::offset)).toList();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    int troubles = 0;
    long known = 0;
    for (CabFile file : files) {
      long end = Math.min(container.length(), file.offset() + file.size());
      // Files that overlap are looked at once.
      Slice bytes =
          container.clamp(Math.max(known, file.offset()), end - Math.max(known, file.offset()));
      known = Math.max(known, end);
      if (bytes.length() > 0) {
        opened.child(Child.stored(Step.file(info.id(), file.name()), bytes));
      }
      if (file.offset() + file.size() > container.length() && troubles++ < MOST_TROUBLES) {
        String where = file.goesOn() ? ": goes on in " + next : "";
        opened.trouble(Trouble.Reason.TRUNCATED, bytes.offset(), file.name() + where);
      }
    }
    return opened.build();
  }
}
