package io.github.romparser.efi;

import java.util.Optional;

/** What edk2's PeCoffLoaderGetPeHeader asks of an executable, in the same order. */
final class PeAcceptance {

  private static final int DOS_HEADER = 0x40;

  /** The headers of a PE32+ file with all 16 data directories; read at once for any PE or TE. */
  private static final int ALL_HEADERS = 0x108;

  private static final long MAX_U32 = 0xffff_ffffL;

  private PeAcceptance() {}

  static Optional<PeRefusal> refusal(PeImage image) {
    return headers(image)
        .or(() -> image.format() == PeFormat.TE ? te(image) : pe(image))
        .or(() -> sections(image));
  }

  private static Optional<PeRefusal> headers(PeImage image) {
    if (image.length() < DOS_HEADER) {
      return Optional.of(PeRefusal.NO_DOS_HEADER);
    }
    return refuse(image.length() - image.headerOffset() < ALL_HEADERS, PeRefusal.NO_PE_HEADER);
  }

  private static Optional<PeRefusal> te(PeImage image) {
    if (image.strippedSize() <= PeImage.TE_HEADER_LENGTH) {
      return Optional.of(PeRefusal.STRIPPED_SIZE);
    }
    if (image.sizeOfHeaders() <= PeImage.TE_HEADER_LENGTH) {
      return Optional.of(PeRefusal.BASE_OF_CODE);
    }
    if (image.sizeOfHeaders() > image.length()) {
      return Optional.of(PeRefusal.HEADERS_BEYOND_FILE);
    }
    return refuse(
        image.directories().stream().anyMatch(entry -> entry.size() != 0 && entry.address() == 0),
        PeRefusal.DIRECTORY_WITHOUT_ADDRESS);
  }

  private static Optional<PeRefusal> pe(PeImage image) {
    if (image.directoryCount() > PeDirectory.MAX_COUNT) {
      return Optional.of(PeRefusal.DIRECTORY_COUNT);
    }
    long optionalHeader =
        image.format().directories() + image.directoryCount() * PeDirectory.LENGTH;
    if (image.optionalHeaderSize() != optionalHeader) {
      return Optional.of(PeRefusal.OPTIONAL_HEADER_SIZE);
    }
    if (roomForSections(image, image.sizeOfImage()) <= image.sectionCount()) {
      return Optional.of(PeRefusal.SIZE_OF_IMAGE);
    }
    return sizeOfHeaders(image).or(() -> certificates(image));
  }

  private static Optional<PeRefusal> sizeOfHeaders(PeImage image) {
    if (image.sizeOfHeaders() <= image.sectionTable()
        || roomForSections(image, image.sizeOfHeaders()) < image.sectionCount()) {
      return Optional.of(PeRefusal.HEADERS_WITHOUT_SECTIONS);
    }
    if (image.sizeOfHeaders() >= image.sizeOfImage()) {
      return Optional.of(PeRefusal.HEADERS_BEYOND_IMAGE);
    }
    return refuse(image.sizeOfHeaders() > image.length(), PeRefusal.HEADERS_BEYOND_FILE);
  }

  /** How many section headers end before {@code end}; 0 or less if the table begins behind it. */
  private static long roomForSections(PeImage image, long end) {
    return Math.floorDiv(end - image.sectionTable(), PeSection.LENGTH);
  }

  private static Optional<PeRefusal> certificates(PeImage image) {
    return image
        .certificates()
        .filter(table -> table.end() > image.length())
        .map(table -> PeRefusal.CERTIFICATES_BEYOND_FILE);
  }

  private static Optional<PeRefusal> sections(PeImage image) {
    for (PeSection section : image.sections()) {
      Optional<PeRefusal> refusal = section(image, section);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return refuse(
        image.sections().size() < image.sectionCount(), PeRefusal.SECTION_HEADER_BEYOND_FILE);
  }

  private static Optional<PeRefusal> section(PeImage image, PeSection section) {
    if (section.rawSize() == 0) {
      return Optional.empty();
    }
    // The loader's differences are unsigned: what would be negative is large.
    long virtualAddress = (section.virtualAddress() - image.cut()) & MAX_U32;
    long from = image.fileOffset(section) & MAX_U32;
    if (virtualAddress < image.sizeOfHeaders() || from < image.sizeOfHeaders()) {
      return Optional.of(PeRefusal.SECTION_WITHIN_HEADERS);
    }
    return refuse(from + section.rawSize() > image.length(), PeRefusal.SECTION_BEYOND_FILE);
  }

  private static Optional<PeRefusal> refuse(boolean refused, PeRefusal reason) {
    return refused ? Optional.of(reason) : Optional.empty();
  }
}
