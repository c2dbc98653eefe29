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

/**
 * Sony's updates for VAIO: settings in text, and an inverted cabinet. The cabinet alone is known
 * too, whoever it is from.
 */
public final class VaioHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "vaio",
          "VAIO packaging",
          "Sony",
          "inverted cabinets, with VAIO's settings before them or without",
          "packages that carry no cabinet are searched as they are",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities, vaio_package_extract.py"));

  private static final String SETTINGS = "[Setting]\r\n";

  /** Settings that only these packages have. */
  private static final List<String> OWN_SETTINGS =
      List.of("\nUseVAIOCheck=", "\nExtractPathByUser=");

  /** Settings are no longer, in bytes. */
  private static final int MOST_SETTINGS = 4096;

  /** Called by the {@link java.util.ServiceLoader}. */
  public VaioHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(InvertedCabinet.MAGIC), Magic.text(SETTINGS));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    if (!area.startsWith(start, SETTINGS)) {
      return InvertedCabinet.end(area, start, allowance).map(Found::upTo);
    }
    Slice text = settings(area.from(start));
    allowance.work(text.length());
    return OWN_SETTINGS.stream().anyMatch(setting -> text.indexOf(setting, 0) >= 0)
        ? Optional.of(Found.upTo(start + text.length(), Step.element(INFO.id())))
        : Optional.empty();
  }

  /** Lines of text, as far as they go. */
  private static Slice settings(Slice from) {
    Slice most = from.clamp(0, MOST_SETTINGS);
    int end = 0;
    int line = 0;
    while (end < most.length() && isText(most.u8(end))) {
      end++;
      line = most.u8(end - 1) == '\n' ? end : line;
    }
    return most.clamp(0, line);
  }

  private static boolean isText(int value) {
    return value >= ' ' || value == '\r' || value == '\n' || value == '\t';
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (container.startsWith(0, SETTINGS)) {
      opened.structure(container.range());
    } else if (container.startsWith(0, InvertedCabinet.MAGIC)) {
      opened.child(InvertedCabinet.child(Step.element("inverted cab"), container, allowance));
    }
    return opened.build();
  }
}
