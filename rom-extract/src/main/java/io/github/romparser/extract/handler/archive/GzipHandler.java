package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.codec.RawDeflate;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** gzip: one member, or several one behind the other that are one file together. */
public final class GzipHandler implements Handler {

  /** A stream that is damaged or cut off is still taken for one if it gives so many bytes. */
  private static final long CONVINCING = 32 << 10;

  private static final FormatInfo INFO =
      new FormatInfo(
          "gzip",
          "gzip",
          "GNU",
          "several members, names, what follows the last member",
          "",
          FormatInfo.Proof.OWN_TOOL,
          List.of("RFC 1952"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public GzipHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.hex("1f 8b 08"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long at = start;
    Optional<GzipMember> header = GzipMember.read(area, at);
    while (header.isPresent()) {
      Slice deflated = area.from(at + header.get().length());
      RawDeflate.Run run = RawDeflate.measure(deflated, allowance.most() + 1, allowance);
      long end = at + header.get().length() + run.consumed();
      switch (run.ending()) {
        case DONE -> at = Math.min(area.length(), end + GzipMember.TRAILER);
        case ENOUGH -> {
          // It will not be decoded, and where it ends would take as long to find out.
          return Optional.of(Found.upTo(area.length()));
        }
        case TRUNCATED, DAMAGED -> {
          boolean whole = start == 0 && run.ending() == RawDeflate.Ending.TRUNCATED;
          boolean member = whole || run.produced() >= CONVINCING;
          return found(start, member ? Math.min(area.length(), end) : at);
        }
      }
      header = GzipMember.read(area, at);
    }
    return found(start, at);
  }

  private static Optional<Found> found(long start, long end) {
    return end == start ? Optional.empty() : Optional.of(Found.upTo(end));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    String name = GzipMember.read(container, 0).map(GzipMember::name).orElse("");
    Step step = name.isEmpty() ? Step.element(INFO.id()) : Step.file(INFO.id(), name);
    return Opened.builder()
        .child(Child.packed(step, container.range(), a -> decode(container, a)))
        .build();
  }

  private static Decoded decode(Slice container, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    Optional<Trouble> trouble = Optional.empty();
    long at = 0;
    while (at < container.length()) {
      Optional<GzipMember> member = GzipMember.read(container, at);
      if (member.isEmpty()) {
        trouble = trouble.or(trouble(Trouble.Reason.DAMAGED, container, at, "header"));
        break;
      }
      at += member.get().length();
      RawDeflate.Run run = RawDeflate.into(container.from(at), out, allowance);
      at += run.consumed();
      if (run.ending() != RawDeflate.Ending.DONE) {
        Trouble.Reason reason =
            run.ending() == RawDeflate.Ending.TRUNCATED
                ? Trouble.Reason.TRUNCATED
                : Trouble.Reason.DAMAGED;
        trouble = trouble.or(trouble(reason, container, at, "deflate stream"));
        break;
      }
      if (!container.has(at, GzipMember.TRAILER)) {
        trouble = trouble.or(trouble(Trouble.Reason.TRUNCATED, container, at, "checksum"));
      } else if (container.u32(at) != run.crc32()) {
        trouble = trouble.or(trouble(Trouble.Reason.DAMAGED, container, at, "CRC-32 is wrong"));
      }
      at += GzipMember.TRAILER;
    }
    return new Decoded(out.toSlice(), trouble);
  }

  private static Supplier<Optional<Trouble>> trouble(
      Trouble.Reason reason, Slice container, long at, String detail) {
    return () -> Optional.of(new Trouble(reason, container.offset() + at, detail));
  }
}
