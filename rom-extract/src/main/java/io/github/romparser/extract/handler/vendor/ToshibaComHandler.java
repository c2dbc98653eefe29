package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * BIOS updates of old Toshiba notebooks, {@code .com} and {@code .rom}. What several headers of a
 * file have is one image together.
 */
public final class ToshibaComHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "toshiba-com",
          "Toshiba COM",
          "Toshiba; notebooks from about 1998 to 2008",
          "versions 0 to 2, Huffman blocks and stored images, several that are one together",
          "never seen on a vendor's file; checksums are not looked at",
          FormatInfo.Proof.SYNTHETIC,
          List.of("LongSoft ToshibaComExtractor", "BIOSUtilities, toshiba_com_extract.py"));

  /** So many headers a file may have. */
  private static final int MOST = 64;

  /** So far behind the end of an image the next header may be. */
  private static final int NEAR = 1 << 16;

  /** Called by the {@link java.util.ServiceLoader}. */
  public ToshibaComHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(ToshibaHeader.MAGIC, ToshibaHeader.BEFORE));
  }

  /**
   * A header and the bytes behind it.
   *
   * @param at where the header begins
   */
  private record Image(long at, ToshibaHeader header, Slice packed) {
    long end() {
      return at + header.length() + packed.length();
    }

    /** What of the bytes is surely the image's: where they are cut off, the size may be a lie. */
    Range known() {
      return packed.clamp(0, packed.length() == header.packed() ? packed.length() : 0).range();
    }
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    List<Image> images = images(area, start, allowance);
    return images.isEmpty()
        ? Optional.empty()
        : Optional.of(Found.upTo(images.get(images.size() - 1).end()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    List<Image> images = images(container, 0, allowance);
    if (images.isEmpty()) {
      return opened.build();
    }
    for (Image image : images) {
      Range header = new Range(container.offset() + image.at(), image.header().length());
      opened.structure(header).structure(image.known());
    }
    Image first = images.get(0);
    String version = first.header().bios();
    Step step =
        version.isEmpty() ? Step.element(INFO.id()) : Step.file(INFO.id(), "BIOS " + version);
    if (images.size() == 1 && !first.header().compressed()) {
      opened.child(Child.stored(step, first.packed()));
    } else {
      opened.child(Child.packed(step, first.known(), a -> decode(images, a)));
    }
    return opened.build();
  }

  /** All images from a place on that lie near each other. */
  private static List<Image> images(Slice area, long start, Allowance allowance) {
    List<Image> images = new ArrayList<>();
    long at = start;
    Optional<ToshibaHeader> header = ToshibaHeader.read(area, at);
    while (header.isPresent() && images.size() < MOST) {
      long content = at + header.get().length();
      // A size that lies does not hide the next header.
      long packed = Math.min(header.get().packed(), area.length() - content);
      Optional<Long> next = next(area, content, content + packed + NEAR, allowance);
      long end = Math.min(content + packed, next.orElse((long) area.length()));
      images.add(new Image(at, header.get(), area.slice(content, end - content)));
      at = next.orElse(end);
      header = next.flatMap(place -> ToshibaHeader.read(area, place));
    }
    return images;
  }

  private static Optional<Long> next(Slice area, long from, long to, Allowance allowance) {
    Slice range = area.clamp(from, to - from);
    allowance.work(range.length() / 8);
    long mark = range.indexOf(ToshibaHeader.MAGIC, ToshibaHeader.BEFORE);
    while (mark >= 0) {
      long place = from + mark - ToshibaHeader.BEFORE;
      if (ToshibaHeader.read(area, place).isPresent()) {
        return Optional.of(place);
      }
      mark = range.indexOf(ToshibaHeader.MAGIC, mark + 1);
    }
    return Optional.empty();
  }

  private static Decoded decode(List<Image> images, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    Optional<Trouble> trouble = Optional.empty();
    for (Image image : images) {
      Slice packed = image.packed();
      int before = out.length();
      Optional<Trouble> wrong = Optional.empty();
      if (image.header().compressed()) {
        ToshibaStream.Run run = ToshibaStream.into(packed, out, allowance);
        wrong = ToshibaStream.trouble(run, packed, out.length() - before);
      } else {
        packed.within(
            (array, from, to) -> {
              out.write(array, from, to - from);
              return out;
            });
      }
      wrong = wrong.or(() -> checked(image, out.length() - before));
      trouble = trouble.isPresent() ? trouble : wrong;
    }
    return new Decoded(out.toSlice(), trouble);
  }

  /** Trouble if an image is not as large as its header says. */
  private static Optional<Trouble> checked(Image image, int produced) {
    long size = image.header().size();
    // The header counts in KiB, and nobody says how it rounds.
    boolean right = Math.abs(produced - size) < 1024;
    if (right && image.packed().length() == image.header().packed()) {
      return Optional.empty();
    }
    return Optional.of(
        new Trouble(
            Trouble.Reason.DAMAGED,
            image.packed().offset(),
            produced
                + " of "
                + size
                + " bytes, from "
                + image.packed().length()
                + " of "
                + image.header().packed()));
  }
}
