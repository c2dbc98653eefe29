package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.List;
import java.util.Optional;

/** Fujitsu's self-extracting updates: a mark and an inverted cabinet behind a program. */
public final class FujitsuSfxHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "fujitsu-sfx",
          "Fujitsu SFX",
          "Fujitsu",
          "the inverted cabinet behind the mark FjSfxBinay",
          "",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities, fujitsu_sfx_extract.py"));

  private static final String MARK = "FjSfxBinay";

  /** Called by the {@link java.util.ServiceLoader}. */
  public FujitsuSfxHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(MARK + InvertedCabinet.MAGIC));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return InvertedCabinet.end(area, start + MARK.length(), allowance).map(Found::upTo);
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Slice cabinet = container.from(MARK.length());
    if (container.startsWith(0, MARK) && cabinet.length() > 0) {
      opened.structure(container.clamp(0, MARK.length()).range());
      opened.child(InvertedCabinet.child(Step.element(INFO.id()), cabinet, allowance));
    }
    return opened.build();
  }
}
