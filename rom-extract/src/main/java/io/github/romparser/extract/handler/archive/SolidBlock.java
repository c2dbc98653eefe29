package io.github.romparser.extract.handler.archive;

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
 * Files that were packed together: decoded once, they are cut out of the bytes as they stand.
 *
 * @param info the archive's format
 * @param members the files, one behind the other
 */
record SolidBlock(FormatInfo info, List<SevenZipHeader.Member> members) implements InnerFormat {

  /** So many files that are damaged are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  /** Copies the list. */
  SolidBlock {
    members = List.copyOf(members);
  }

  /** What a file is called in a path. */
  static Step step(FormatInfo info, SevenZipHeader.Member member) {
    return Step.file(info.id(), member.name());
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    long at = 0;
    int troubles = 0;
    for (SevenZipHeader.Member member : members) {
      Slice bytes = container.clamp(at, member.size());
      at += bytes.length();
      if (bytes.length() == 0) {
        continue;
      }
      allowance.work(bytes.length());
      // What is missing was told when the block was decoded.
      boolean damaged =
          bytes.length() == member.size()
              && member.crc().isPresent()
              && member.crc().getAsLong() != Checksums.crc32(bytes);
      if (damaged && troubles++ < MOST_TROUBLES) {
        opened.trouble(Trouble.Reason.DAMAGED, bytes.offset(), member.name() + ": CRC-32 is wrong");
      }
      opened.child(Child.stored(step(info, member), bytes));
    }
    return opened.build();
  }
}
