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

/** cpio in all four forms. Files stand in it as they are, so nothing is decoded. */
public final class CpioHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "cpio",
          "cpio",
          "Unix; initial RAM disks, RPM, Apple packages",
          "new ASCII with and without checksum, old ASCII, binary in both byte orders",
          "binary archives are found only where unknown bytes begin; checksums are not looked at",
          FormatInfo.Proof.OWN_TOOL,
          List.of("cpio(5), libarchive"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public CpioHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(
        Magic.text("070701"),
        Magic.text("070702"),
        Magic.text("070707"),
        Magic.hex("c7 71").atStart(),
        Magic.hex("71 c7").atStart());
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long at = start;
    int count = 0;
    Optional<CpioHeader> header = CpioHeader.read(area, at);
    while (header.isPresent() && at < area.length()) {
      allowance.work(header.get().content());
      count++;
      at = Math.min(area.length(), at + header.get().length());
      if (header.get().trailer()) {
        break;
      }
      header = CpioHeader.read(area, at);
    }
    // One header alone may be chance, or text about cpio.
    boolean sure = count > 1 || (count == 1 && at == area.length());
    return sure ? Optional.of(Found.upTo(at)) : Optional.empty();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    long at = 0;
    Optional<CpioHeader> read = CpioHeader.read(container, at);
    while (read.isPresent()) {
      CpioHeader header = read.get();
      allowance.work(header.content());
      Slice content = container.clamp(at + header.content(), header.size());
      opened.structure(new Range(container.offset() + at, header.content()));
      if (content.length() < header.size()) {
        opened.trouble(Trouble.Reason.TRUNCATED, content.offset(), header.name());
      }
      if (header.regular() && content.length() > 0) {
        opened.child(Child.stored(Step.file(INFO.id(), header.name()), content));
      }
      at += header.length();
      read = CpioHeader.read(container, at);
    }
    return opened.build();
  }
}
