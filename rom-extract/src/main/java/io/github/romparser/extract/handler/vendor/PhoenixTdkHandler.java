package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.LzmaAlone;
import io.github.romparser.extract.handler.archive.PeLayout;
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

/**
 * Phoenix's TDK packer: files behind a program, at places that count from the program's start. So
 * the program is claimed with them, and handed on.
 */
public final class PhoenixTdkHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "phoenix-tdk",
          "Phoenix TDK packer",
          "Phoenix; Samsung, Fujitsu",
          "files stored and in LZMA, with and without a known size",
          "only behind a program, whose start the places of the files count from",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities phoenix_tdk_extract.py"));

  /** How far behind the end of a program in the midst of other bytes the files are looked for. */
  private static final int FARTHEST = 1 << 16;

  private static final int MOST_TROUBLES = 8;

  /** Called by the {@link java.util.ServiceLoader}. */
  public PhoenixTdkHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("MZ"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Slice program = area.from(start);
    return PeLayout.read(program)
        .map(layout -> start == 0 ? program.length() : layout.whole() + FARTHEST)
        .flatMap(window -> TdkPack.find(program, window, allowance))
        .map(pack -> Found.upTo(start + (start == 0 ? program.length() : pack.end())));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<TdkPack> found = TdkPack.find(container, container.length(), allowance);
    if (found.isEmpty()) {
      return opened.build();
    }
    TdkPack pack = found.get();
    opened.child(Child.stored(Step.within("program"), container.slice(0, pack.start())));
    opened.structure(container.slice(pack.start(), pack.length()).range());
    if (pack.claimed() > pack.entries().size()) {
      opened.trouble(
          Trouble.Reason.DAMAGED,
          container.offset() + pack.start(),
          "a list of "
              + pack.claimed()
              + " files, of which "
              + pack.entries().size()
              + " can be read");
    }
    int troubles = 0;
    long free = pack.start() + pack.length();
    for (TdkPack.Entry entry : pack.entries()) {
      Slice data = container.clamp(entry.offset(), entry.size());
      boolean apart = entry.offset() >= free && data.length() > 0;
      boolean right = apart && data.length() == entry.size() && entry.known();
      if (!right && entry.size() > 0 && troubles++ < MOST_TROUBLES) {
        opened.trouble(entry.reason(apart), container.offset() + pack.start(), entry.toString());
      }
      if (apart) {
        Step step = Step.file(INFO.id(), entry.name());
        opened.child(
            entry.packed()
                ? Child.packed(step, data.range(), a -> LzmaAlone.decode(data, a))
                : Child.stored(step, data));
        free = entry.offset() + data.length();
      }
    }
    return opened.build();
  }
}
