package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.Checksums;
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

/**
 * NSIS installers. The checksum covers the program too, so the program is claimed with its data,
 * and handed on; data without a program is read as well.
 */
public final class NsisHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "nsis",
          "NSIS installer",
          "Nullsoft Scriptable Install System",
          "LZMA with and without a filter byte, deflate, bzip2 and stored, solid and not; names"
              + " with their folders, ANSI and Unicode, 32 and 64 bits; CRC-32",
          "forks that change the numbers of instructions have items without names; names that a"
              + " script makes while it runs are not known",
          FormatInfo.Proof.OWN_TOOL,
          List.of("NSIS 3.08, Source/exehead/fileform.h", "7-Zip, CPP/7zip/Archive/Nsis"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public NsisHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("MZ"), Magic.text(NsisLayout.MARK, NsisLayout.MARK_AT));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return NsisLayout.find(area.from(start))
        .map(layout -> Found.upTo(Math.min(area.length(), start + layout.end())));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<NsisLayout> found = NsisLayout.find(container);
    if (found.isEmpty()) {
      return opened.build();
    }
    NsisLayout layout = found.get();
    if (layout.start() > 0) {
      opened.child(Child.stored(Step.within("program"), container.slice(0, layout.start())));
    }
    opened.structure(container.slice(layout.start(), NsisLayout.HEADER).range());
    check(container, layout, opened, allowance);
    Slice data = layout.data();
    NsisPacking packing = layout.packing();
    NsisItems items = new NsisItems(INFO, layout.headerSize(), packing.method());
    if (!packing.solid()) {
      items.walk(data, opened, allowance);
    } else if (data.length() > 0) {
      opened.child(
          Child.packed(Step.UNSEEN, data.range(), a -> unpack(data, packing.method(), a), items));
    }
    return opened.build();
  }

  /** The items; what there is, to be searched, if they cannot be unpacked. */
  private static Decoded unpack(Slice data, NsisMethod method, Allowance allowance) {
    Decoded decoded = method.decode(data, allowance);
    if (decoded.bytes().length() > 0) {
      return decoded;
    }
    allowance.take(data.length());
    return Decoded.partly(
        Slice.of(data.toByteArray()),
        new Trouble(Trouble.Reason.UNSUPPORTED, data.offset(), "unknown packing"));
  }

  private static void check(
      Slice container, NsisLayout layout, Opened.Builder opened, Allowance allowance) {
    if (layout.end() > container.length()) {
      opened.trouble(
          Trouble.Reason.TRUNCATED,
          container.offset() + layout.start(),
          "an installer of "
              + layout.end()
              + " bytes, of which "
              + container.length()
              + " are here");
      return;
    }
    if (!layout.summed()) {
      return;
    }
    long at = layout.end() - NsisLayout.CHECKSUM;
    opened.structure(container.slice(at, NsisLayout.CHECKSUM).range());
    if (layout.start() >= NsisLayout.SUMMED_FROM) {
      Slice summed = container.slice(NsisLayout.SUMMED_FROM, at - NsisLayout.SUMMED_FROM);
      allowance.work(summed.length());
      if (Checksums.crc32(summed) != container.u32(at)) {
        opened.trouble(Trouble.Reason.DAMAGED, container.offset() + at, "CRC-32 is wrong");
      }
    }
  }
}
