package io.github.romparser.extract.handler.vendor;

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

/** The sections that Dell's update programs carry behind their own code. */
public final class DellHdrHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "dell-hdr",
          "Dell HDR section",
          "Dell; Inspiron, XPS, Latitude, Precision, Alienware",
          "zlib and stored sections with their headers, footers and check bytes",
          "HDR files from before PFS are not read",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities dell_pfs_extract.py", "uefi-firmware-parser pfs.py"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public DellHdrHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.hex(DellSection.MARK, DellSection.MARK_AT));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return DellSection.read(area.from(start), allowance)
        .map(section -> Found.upTo(start + section.length()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<DellSection> read = DellSection.read(container, allowance);
    if (read.isEmpty()) {
      return opened.build();
    }
    DellSection section = read.get();
    Slice stream = section.stream();
    opened.structure(container.slice(0, DellSection.HEADER).range());
    if (!section.headerRight()) {
      opened.trouble(Trouble.Reason.DAMAGED, container.offset(), "check byte of the header");
    }
    if (section.footerRight().isPresent()) {
      long footer = DellSection.HEADER + (long) stream.length();
      opened.structure(container.clamp(footer, DellSection.FOOTER).range());
      if (!section.footerRight().get()) {
        opened.trouble(Trouble.Reason.DAMAGED, stream.end(), "check byte of the footer");
      }
    } else if (stream.length() != section.claimed()) {
      opened.trouble(
          stream.length() < section.claimed() ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED,
          container.offset(),
          "a section of "
              + section.claimed()
              + " bytes, of which "
              + stream.length()
              + " were read");
    } else {
      opened.trouble(Trouble.Reason.DAMAGED, stream.end(), "no footer");
    }
    if (stream.length() > 0) {
      Step step = Step.file(INFO.id(), section.name());
      opened.child(
          section.zlib()
              ? Child.packed(step, stream.range(), a -> DellSection.inflate(stream, a))
              : Child.stored(step, stream));
    }
    return opened.build();
  }
}
