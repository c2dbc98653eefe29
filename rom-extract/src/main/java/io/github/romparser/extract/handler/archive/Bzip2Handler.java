package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Bzip2;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.List;
import java.util.Optional;

/** bzip2: one stream, or several one behind the other that are one file together. */
public final class Bzip2Handler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "bzip2",
          "bzip2",
          "Julian Seward",
          "several streams, and what follows the last",
          "",
          FormatInfo.Proof.OWN_TOOL,
          List.of("bzip2 1.0.8"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public Bzip2Handler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("BZh"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long end = Bzip2Layout.end(area, start, allowance);
    return end == start ? Optional.empty() : Optional.of(Found.upTo(end));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    return Opened.builder()
        .child(
            Child.packed(
                Step.element(INFO.id()), container.range(), a -> Bzip2.decode(container, a)))
        .build();
  }
}
