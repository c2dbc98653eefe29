package io.github.romparser.sign;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeFormat;
import io.github.romparser.efi.PeImage;
import io.github.romparser.efi.PeSection;
import io.github.romparser.sign.AuthenticodeDigest.Covered;
import io.github.romparser.sign.AuthenticodeDigest.None;
import io.github.romparser.sign.AuthenticodeDigest.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the bytes that {@link AuthenticodeDigest} is about. */
final class DigestRanges {

  private final PeImage pe;
  private final long length;
  private final List<Range> ranges = new ArrayList<>();

  private DigestRanges(Slice file, PeImage pe) {
    this.pe = pe;
    this.length = file.length();
  }

  static AuthenticodeDigest of(Slice file, PeImage pe) {
    DigestRanges ranges = new DigestRanges(file, pe);
    Optional<Reason> none = ranges.find();
    return none.isPresent() ? new None(none.get()) : new Covered(file, ranges.ranges);
  }

  private Optional<Reason> find() {
    if (pe.format() == PeFormat.TE) {
      return Optional.of(Reason.TERSE);
    }
    Optional<Reason> none = headers();
    if (none.isPresent()) {
      return none;
    }
    List<Range> sections = sections();
    long end = pe.sizeOfHeaders();
    long digested = end;
    for (Range section : sections) {
      if (section.offset() < end) {
        return Optional.of(
            end == pe.sizeOfHeaders() ? Reason.SECTION_WITHIN_HEADERS : Reason.SECTIONS_OVERLAP);
      }
      end = section.end();
      if (end > length) {
        return Optional.of(Reason.SECTION_OUTSIDE);
      }
      digested += section.length();
      ranges.add(section);
    }
    Optional<Range> table = pe.certificates();
    if (table.isPresent() && table.get().end() > length) {
      return Optional.of(Reason.CERTIFICATES_OUTSIDE);
    }
    if (table.isPresent() && table.get().offset() < end) {
      return Optional.of(Reason.CERTIFICATES_WITHIN);
    }
    // Counted, not measured: with a gap between sections the rest begins that much sooner.
    add(digested, length - table.map(Range::length).orElse(0L));
    return Optional.empty();
  }

  private Optional<Reason> headers() {
    Range checksum = pe.checksumField().orElseThrow();
    Range last = pe.certificateField().orElse(checksum);
    if (last.end() > pe.sizeOfHeaders() || pe.sizeOfHeaders() > length) {
      return Optional.of(Reason.HEADERS);
    }
    if (pe.sections().size() < pe.sectionCount()) {
      return Optional.of(Reason.SECTION_HEADERS);
    }
    add(0, checksum.offset());
    if (pe.certificateField().isPresent()) {
      add(checksum.end(), last.offset());
    }
    add(last.end(), pe.sizeOfHeaders());
    return Optional.empty();
  }

  /** Sections with bytes in the file, in the order of the file. */
  private List<Range> sections() {
    return pe.sections().stream()
        .filter(section -> section.rawSize() > 0)
        .sorted(Comparator.comparingLong(PeSection::rawOffset))
        .map(section -> new Range(section.rawOffset(), section.rawSize()))
        .toList();
  }

  private void add(long from, long to) {
    if (from < to) {
      ranges.add(Range.between(from, to));
    }
  }
}
