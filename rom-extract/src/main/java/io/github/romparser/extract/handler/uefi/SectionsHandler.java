package io.github.romparser.extract.handler.uefi;

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

/**
 * Sections: what a file consists of, or what comes out of a packed section. A packed section is
 * also recognised by itself, for files taken out of their volume and volumes that are damaged.
 *
 * @param raw who opens raw sections; empty if they are searched
 */
public record SectionsHandler(Optional<Handler> raw) implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "uefi-sections",
          "UEFI PI sections",
          "edk2 and every vendor that builds on it",
          "all types of sections; LZMA, LZMA with x86 filter, EFI 1.1, Tiano, Brotli, gzip, AMD's"
              + " zlib; CRC32 and signed sections without looking at what they prove",
          "vendors' own compressions; sections that need a key",
          FormatInfo.Proof.REAL_FILE,
          List.of(
              "UEFI Platform Initialization Specification 1.8, volume 3, 3.2.4 and 3.2.5",
              "edk2 BaseTools/Source/C/GenSec",
              "UEFITool common/ffs.h"));

  /** Whatever stands between the header and the data, and is no more than this, is no content. */
  private static final int SMALL = 64;

  /** Raw sections are searched. */
  public SectionsHandler() {
    this(Optional.empty());
  }

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return GuidedSection.packedGuids().stream()
        .map(guid -> Magic.hex(guid.stored(), Section.HEADER))
        .toList();
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return Section.read(area, start)
        .filter(section -> section.type() == Section.GUID_DEFINED)
        .filter(
            section ->
                GuidedSection.read(section)
                    .filter(
                        guided ->
                            guided.packing().filter(p -> p.plausible(guided.data())).isPresent())
                    .isPresent())
        .map(section -> Found.upTo(start + section.bytes().length()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    allowance.work(container.length());
    Opened.Builder opened = Opened.builder();
    long at = container.offset();
    for (Section section : SectionList.read(container).sections()) {
      opened.structure(Range.between(at, section.bytes().offset())); // alignment
      opened.structure(section.header());
      add(section, opened);
      at = section.bytes().end();
    }
    return opened.build();
  }

  private void add(Section section, Opened.Builder opened) {
    switch (section.type()) {
      case Section.COMPRESSION ->
          CompressedSection.read(section).ifPresent(inner -> compressed(section, inner, opened));
      case Section.GUID_DEFINED ->
          GuidedSection.read(section).ifPresent(inner -> guided(section, inner, opened));
      case Section.DISPOSABLE -> sections("disposable", section.body(), opened);
      case Section.FREEFORM_SUBTYPE -> freeform(section, opened);
      case Section.RAW -> leaf(step(section.name()), section.body(), raw, opened);
      default -> leaf(step(section.name()), section.body(), Optional.empty(), opened);
    }
  }

  private void compressed(Section section, CompressedSection inner, Opened.Builder opened) {
    header(section, section.headerLength() + CompressedSection.HEADER, opened);
    if (inner.packing().isPresent()) {
      packed(inner.packing().get(), inner.data(), opened);
    } else if (inner.plain().isPresent()) {
      sections("stored", inner.data(), opened);
    } else {
      unsupported(inner.data(), "compression " + inner.compression(), opened);
    }
  }

  private void guided(Section section, GuidedSection inner, Opened.Builder opened) {
    header(section, inner.headerLength(), opened);
    Optional<Slice> plain = inner.plain();
    Slice data = plain.orElse(inner.data());
    if (data.offset() - inner.afterHeader().offset() <= SMALL) {
      opened.structure(Range.between(inner.afterHeader().offset(), data.offset()));
    }
    if (inner.packing().isPresent()) {
      packed(inner.packing().get(), data, opened);
    } else if (plain.isPresent()) {
      sections(inner.label(), data, opened);
    } else if (inner.processingRequired()) {
      unsupported(data, inner.label(), opened);
    } else {
      leaf(step(inner.label()), data, Optional.empty(), opened);
    }
  }

  private static void freeform(Section section, Opened.Builder opened) {
    Slice body = section.body();
    if (body.has(0, Guid.LENGTH)) {
      header(section, section.headerLength() + Guid.LENGTH, opened);
      leaf(
          step(section.name() + " " + Guid.read(body, 0)),
          body.from(Guid.LENGTH),
          Optional.empty(),
          opened);
    }
  }

  private void packed(Packing packing, Slice data, Opened.Builder opened) {
    opened.child(Child.packed(step(packing.label()), data.range(), packing.decoder(data), this));
  }

  private void sections(String label, Slice data, Opened.Builder opened) {
    leaf(step(label), data, Optional.of(this), opened);
  }

  private static void unsupported(Slice data, String what, Opened.Builder opened) {
    opened.trouble(Trouble.Reason.UNSUPPORTED, data.offset(), "a section of " + what);
    leaf(step(what), data, Optional.empty(), opened);
  }

  private static void leaf(
      Step step, Slice body, Optional<Handler> handler, Opened.Builder opened) {
    if (body.length() > 0) {
      opened.child(new Child(step, new Child.Stored(body), handler));
    }
  }

  private static Step step(String name) {
    return Step.within("section " + name);
  }

  private static void header(Section section, int length, Opened.Builder opened) {
    opened.structure(new Range(section.bytes().offset(), length));
  }
}
