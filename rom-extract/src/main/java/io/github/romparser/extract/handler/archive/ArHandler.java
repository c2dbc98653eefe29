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

/** ar: static libraries and Debian packages. Files stand in it as they are. */
public final class ArHandler implements Handler {

  private static final String MAGIC = "!<arch>\n";

  private static final FormatInfo INFO =
      new FormatInfo(
          "ar",
          "ar",
          "Unix; Debian packages",
          "GNU and BSD archives with their long names",
          "thin archives hold no files",
          FormatInfo.Proof.OWN_TOOL,
          List.of("ar(5), FreeBSD", "GNU binutils, include/aout/ar.h"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public ArHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(MAGIC));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long at = start + MAGIC.length();
    Optional<ArHeader> header = ArHeader.read(area, at);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    while (header.isPresent()) {
      allowance.work(ArHeader.LENGTH);
      at = Math.min(area.length(), at + header.get().whole());
      header = ArHeader.read(area, at);
    }
    return Optional.of(Found.upTo(at));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    opened.structure(container.clamp(0, MAGIC.length()).range());
    Slice names = container.clamp(0, 0);
    long at = MAGIC.length();
    Optional<ArHeader> read = ArHeader.read(container, at);
    while (read.isPresent()) {
      allowance.work(ArHeader.LENGTH);
      ArHeader header = read.get();
      Slice content = container.clamp(at + ArHeader.LENGTH, header.size());
      opened.structure(Range.between(container.offset() + at, content.offset()));
      if (content.length() < header.size()) {
        opened.trouble(Trouble.Reason.TRUNCATED, content.offset(), header.name());
      }
      if (header.longNames()) {
        names = content;
        opened.structure(content.range());
      } else {
        long skip = Math.min(header.nameInContent(), content.length());
        Slice file = content.from(skip);
        if (file.length() > 0) {
          opened.child(
              Child.stored(Step.file(INFO.id(), header.name(names, content.clamp(0, skip))), file));
        }
        opened.structure(content.clamp(0, skip).range());
      }
      at += header.whole();
      read = ArHeader.read(container, at);
    }
    return opened.build();
  }
}
