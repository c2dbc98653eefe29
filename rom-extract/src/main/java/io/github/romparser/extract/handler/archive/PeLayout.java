package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.efi.PeSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a file is which part of a program. Parts that overlap are cut, so that together they are
 * never larger than the file.
 *
 * @param image the headers
 * @param sections the sections that have bytes, in the order of the file
 * @param certificates the signatures, in bytes from the start of the program; empty if there are
 *     none
 * @param end behind the last section
 */
public record PeLayout(
    PeImage image, List<Section> sections, Optional<Range> certificates, long end) {

  /**
   * A section.
   *
   * @param header its header
   * @param bytes its bytes
   */
  public record Section(PeSection header, Slice bytes) {}

  /** Where the place of the PE header stands. */
  private static final int TO_HEADER = 0x3c;

  /** No linker puts the PE header behind so many bytes. */
  private static final long FARTHEST_HEADER = 1 << 20;

  /** Windows loads no program with more sections. */
  private static final int MOST_SECTIONS = 96;

  private static final int SECTION_COUNT = 0x06;
  private static final int CERTIFICATE_HEADER = 8;

  /** Versions of a certificate's header: WIN_CERT_REVISION_1_0 and 2_0. */
  private static final Set<Integer> REVISIONS = Set.of(0x0100, 0x0200);

  /** Machine types of the Microsoft PE/COFF specification, section "Machine Types". */
  private static final Set<Integer> MACHINES =
      Set.of(
          0x014c, 0x0162, 0x0166, 0x0168, 0x0169, 0x0184, 0x01a2, 0x01a3, 0x01a6, 0x01a8, 0x01c0,
          0x01c2, 0x01c4, 0x01d3, 0x01f0, 0x01f1, 0x0200, 0x0266, 0x0284, 0x0366, 0x0466, 0x0ebc,
          0x5032, 0x5064, 0x5128, 0x6232, 0x6264, 0x8664, 0x9041, 0xa641, 0xaa64);

  /**
   * Copies the list of sections.
   *
   * @param image the headers
   * @param sections in the order of the file
   * @param certificates in bytes from the start of the program; empty if there are none
   * @param end behind the last section, in bytes from the start of the program
   */
  public PeLayout {
    sections = List.copyOf(sections);
  }

  /**
   * Reads the program at the start of a view.
   *
   * @param file begins with the program; more may follow
   * @return its parts; empty if there is no PE header of a known machine, or not one section is
   *     there
   */
  public static Optional<PeLayout> read(Slice file) {
    if (!file.startsWith(0, "MZ") || !file.has(TO_HEADER, 4)) {
      return Optional.empty();
    }
    long header = file.u32(TO_HEADER);
    if (header > FARTHEST_HEADER
        || !file.startsWith(header, "PE\0\0")
        || !file.has(header, CERTIFICATE_HEADER)
        || !MACHINES.contains(file.u16(header + 4))
        || file.u16(header + SECTION_COUNT) > MOST_SECTIONS) {
      return Optional.empty();
    }
    return PeImage.read(file).flatMap(image -> read(file, image));
  }

  private static Optional<PeLayout> read(Slice file, PeImage image) {
    List<PeSection> headers = new ArrayList<>(image.sections());
    headers.sort(Comparator.comparingLong(PeSection::rawOffset));
    List<Section> sections = new ArrayList<>();
    long end = Math.min(file.length(), image.sizeOfHeaders());
    long known = 0;
    for (PeSection header : headers) {
      long from = Math.max(known, header.rawOffset());
      Slice bytes = file.clamp(from, header.rawOffset() + header.rawSize() - from);
      if (header.rawOffset() > 0 && header.rawSize() > 0 && bytes.length() > 0) {
        sections.add(new Section(header, bytes));
        known = from + bytes.length();
        end = Math.max(end, known);
      }
    }
    // A program without a single section that is there is none that anybody could run.
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(new PeLayout(image, sections, certificates(file, image, end), end));
  }

  /** The certificates that are there, as far as their own headers say. */
  private static Optional<Range> certificates(Slice file, PeImage image, long from) {
    return image
        .certificates()
        .filter(table -> table.offset() >= from)
        .map(
            table -> {
              Slice bytes = file.clamp(table.offset(), table.length());
              long at = 0;
              while (bytes.has(at, CERTIFICATE_HEADER)
                  && bytes.u32(at) >= CERTIFICATE_HEADER
                  && bytes.has(at, bytes.u32(at))
                  && REVISIONS.contains(bytes.u16(at + 4))) {
                at = Math.min(bytes.length(), (at + bytes.u32(at) + 7) / 8 * 8);
              }
              return new Range(table.offset(), at);
            })
        .filter(range -> range.length() > 0);
  }

  /**
   * {@return the end of what its headers know of, behind the last section and the certificates, in
   * bytes from the start of the program}
   */
  public long whole() {
    return Math.max(end, certificates.map(Range::end).orElse(0L));
  }
}
