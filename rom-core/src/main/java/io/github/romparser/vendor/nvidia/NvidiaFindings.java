package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.LegacyImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** What is wrong with NVIDIA's tables, or worth knowing about them. */
final class NvidiaFindings {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingLong((Finding finding) -> finding.range().offset())
          .thenComparing(Finding::code);

  private final LegacyImage image;
  private final NvidiaTables tables;
  private final PointerSpace space;
  private final OptionalLong falconPlace;
  private final List<Finding> findings = new ArrayList<>();

  NvidiaFindings(
      LegacyImage image, NvidiaTables tables, PointerSpace space, OptionalLong falconPlace) {
    this.image = image;
    this.tables = tables;
    this.space = space;
    this.falconPlace = falconPlace;
  }

  List<Finding> find() {
    if (tables.bit().isPresent()) {
      bit(tables.bit().get());
    } else if (tables.bmp().isEmpty()) {
      add(FindingCode.NV_NO_BIT, image.bytes().range(), number());
    }
    versions();
    falcon();
    tables.subsystem().ifPresent(this::subsystem);
    findings.sort(BY_PLACE);
    return findings;
  }

  private void bit(BitTable bit) {
    if (!bit.sumIsRight()) {
      add(
          FindingCode.NV_BIT_SUM,
          within(bit.range()),
          number(),
          new Argument.Offset(bit.offset()),
          new Argument.Hex(bit.sum().orElse(0xff), 2));
    }
    List<BitToken> outside = bit.tokens().stream().filter(BitToken::leadsOutside).toList();
    if (!outside.isEmpty()) {
      BitToken first = outside.get(0);
      add(
          FindingCode.NV_BIT_POINTER,
          within(bit.range()),
          number(),
          new Argument.Count(outside.size()),
          new Argument.Hex(first.id(), 2),
          new Argument.Offset(image.offset() + first.pointer()));
    }
  }

  private void versions() {
    if (tables.stamped()) {
      add(FindingCode.NV_MOD_STAMP, place(), number());
    }
    if (tables.stringsDiffer()) {
      BiosVersion said = tables.strings().flatMap(BiosStrings::biosVersion).orElseThrow();
      BiosVersion told =
          tables
              .oemVersion()
              .filter(version -> !version.equals(said))
              .or(() -> tables.build().map(BuildData::version))
              .orElseThrow();
      add(
          FindingCode.NV_VERSION,
          place(),
          number(),
          new Argument.Term(said.text()),
          new Argument.Term(told.text()));
    }
  }

  /** Where the file has the extension images, the pointer has to lead to a table. */
  private void falcon() {
    if (tables.falconPointer().isEmpty() || tables.falcon().isPresent()) {
      return;
    }
    if (falconPlace.isPresent() || space.extension().isPresent()) {
      long at = falconPlace.orElse(space.end());
      add(
          FindingCode.NV_FALCON,
          new Range(at, 0),
          number(),
          new Argument.Hex(tables.falconPointer().getAsLong(), 6),
          new Argument.Offset(at));
    }
  }

  private void subsystem(SubsystemIds ids) {
    SubsystemIds.Claim counts = ids.claims().get(0);
    for (SubsystemIds.Claim other : ids.disagreeing()) {
      add(
          FindingCode.NV_SUBSYS,
          other.range(),
          id(counts),
          new Argument.Term(counts.source().title()),
          id(other),
          new Argument.Term(other.source().title()));
    }
  }

  private static Argument id(SubsystemIds.Claim claim) {
    return new Argument.PciId(claim.vendorId(), claim.deviceId());
  }

  private Argument number() {
    return new Argument.Count(image.index());
  }

  /** The table that holds the versions, else the image's first byte. */
  private Range place() {
    return tables
        .bit()
        .map(BitTable::range)
        .map(this::within)
        .orElseGet(() -> new Range(image.offset(), 0));
  }

  private Range within(Range range) {
    return Range.between(range.offset(), Math.min(range.end(), image.bytes().end()));
  }

  private void add(FindingCode code, Range range, Argument... arguments) {
    findings.add(Finding.of(code, range, arguments));
  }
}
