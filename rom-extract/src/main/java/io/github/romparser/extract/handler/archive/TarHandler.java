package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.List;
import java.util.Optional;

/** tar: ustar, POSIX and GNU. Files stand in it as they are, so nothing is decoded. */
public final class TarHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "tar",
          "tar",
          "POSIX, GNU",
          "ustar, POSIX.1-2001 and GNU archives with long names and large files",
          "headers from before ustar; files with holes come without them",
          FormatInfo.Proof.REAL_FILE,
          List.of("POSIX.1-2001, pax", "GNU tar manual, Basic Tar Format"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public TarHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("ustar", TarHeader.MAGIC));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long end = new TarWalk(area, start, allowance).skipAll();
    return end == start ? Optional.empty() : Optional.of(Found.upTo(end));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    TarWalk walk = new TarWalk(container, 0, allowance);
    long known = 0;
    while (walk.next()) {
      Slice content = walk.content();
      opened.structure(Range.between(container.offset() + known, content.offset()));
      if (content.length() > 0) {
        opened.child(Child.stored(Step.file(INFO.id(), walk.name()), content));
      }
      known = walk.contentEnd();
      if (walk.truncated()) {
        opened.trouble(Trouble.Reason.TRUNCATED, content.offset(), walk.name());
      }
    }
    opened.structure(Range.between(container.offset() + known, container.offset() + walk.end()));
    return opened.build();
  }
}
