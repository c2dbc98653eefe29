package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Xz;
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

/** .xz: one stream, or several one behind the other that are one file together. */
public final class XzHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "xz",
          "xz",
          "Tukaani",
          "several streams and blocks, all filters and checks",
          "dictionaries above 256 MiB",
          FormatInfo.Proof.OWN_TOOL,
          List.of("The .xz File Format 1.2.1"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public XzHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(XzLayout.MAGIC));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long end = XzLayout.end(area, start, allowance);
    return end == start ? Optional.empty() : Optional.of(Found.upTo(end));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    return Opened.builder()
        .child(
            Child.packed(Step.element(INFO.id()), container.range(), a -> Xz.decode(container, a)))
        .build();
  }
}
