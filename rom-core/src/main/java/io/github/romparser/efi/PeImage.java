package io.github.romparser.efi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.Optional;

/**
 * The headers of an EFI executable: PE32, PE32+ or TE (Microsoft PE/COFF specification; UEFI PI
 * specification, volume 3, TE image; edk2 MdePkg/Include/IndustryStandard/PeImage.h).
 *
 * <p>Below, "PE" counts from the signature "PE\0\0", "optional" from the optional header, which
 * begins at PE + 0x18, "TE" from the start of a TE file. All places are in bytes from the start of
 * the executable, not of the file that it was found in.
 *
 * @param format PE32, PE32+ or TE
 * @param length of what was read, in bytes; an executable that is followed by something cannot be
 *     told from one that is not
 * @param headerOffset place of "PE\0\0": offset 0x3C, 4 bytes, of a file that begins with "MZ";
 *     otherwise 0
 * @param machine PE + 0x04 or TE + 0x02, 2 bytes: machine type
 * @param sectionCount PE + 0x06, 2 bytes, or TE + 0x04, 1 byte: how many sections there should be
 * @param optionalHeaderSize PE + 0x14, 2 bytes: length of the optional header with the data
 *     directories; 0 in a TE file
 * @param characteristics PE + 0x16, 2 bytes: flags; 0 in a TE file
 * @param entryPoint optional + 0x10 or TE + 0x08, 4 bytes: address of the first instruction, in
 *     bytes from the start of the image in memory
 * @param imageBase optional + 0x1C, 4 bytes (PE32), optional + 0x18, 8 bytes (PE32+), or TE + 0x10,
 *     8 bytes: the preferred address
 * @param sectionAlignment optional + 0x20, 4 bytes: alignment of sections in memory; 0 in a TE file
 * @param sizeOfImage optional + 0x38, 4 bytes: length in memory; 0 in a TE file
 * @param sizeOfHeaders optional + 0x3C, 4 bytes: length of all headers in the file; in a TE file
 *     made from TE + 0x0C (4 bytes, address of the code) less the bytes that were cut off
 * @param checksum optional + 0x40, 4 bytes: checksum of the file, 0 for none; 0 in a TE file
 * @param subsystem optional + 0x44, 2 bytes, or TE + 0x05, 1 byte: 10 application, 11 boot service
 *     driver, 12 run-time driver
 * @param strippedSize TE + 0x06, 2 bytes: how many bytes of the PE headers the TE header stands
 *     for; 0 in a PE file
 * @param directoryCount optional + 0x5C (PE32) or + 0x6C (PE32+), 4 bytes: how many data
 *     directories there should be; 2 in a TE file
 * @param directories the data directories that are there, at most 16; from optional + 0x60 (PE32),
 *     + 0x70 (PE32+) or TE + 0x18
 * @param sections the section headers that are there; they follow the optional header or the 40
 *     bytes of the TE header
 */
public record PeImage(
    PeFormat format,
    int length,
    long headerOffset,
    int machine,
    int sectionCount,
    int optionalHeaderSize,
    int characteristics,
    long entryPoint,
    long imageBase,
    long sectionAlignment,
    long sizeOfImage,
    long sizeOfHeaders,
    long checksum,
    int subsystem,
    int strippedSize,
    long directoryCount,
    List<PeDirectory> directories,
    List<PeSection> sections) {

  /** Length of a TE header, in bytes. */
  public static final int TE_HEADER_LENGTH = 0x28;

  /** From "PE\0\0" to the optional header, in bytes. */
  static final int TO_OPTIONAL = 0x18;

  private static final int CHECKSUM = 0x40;

  /**
   * Copies the lists. Nothing is checked.
   *
   * @param format PE32, PE32+ or TE
   * @param length of what was read, in bytes
   * @param headerOffset place of "PE\0\0", in bytes; 0 in a TE file
   * @param machine machine type
   * @param sectionCount how many sections there should be
   * @param optionalHeaderSize length of the optional header, in bytes
   * @param characteristics flags
   * @param entryPoint address of the first instruction, in bytes from the start of the image in
   *     memory
   * @param imageBase the preferred address
   * @param sectionAlignment alignment of sections in memory, in bytes
   * @param sizeOfImage length in memory, in bytes
   * @param sizeOfHeaders length of all headers in the file, in bytes
   * @param checksum checksum of the file, 0 for none
   * @param subsystem 10 application, 11 boot service driver, 12 run-time driver
   * @param strippedSize how many bytes of headers a TE file lost
   * @param directoryCount how many data directories there should be
   * @param directories copied; the data directories that are there
   * @param sections copied; the section headers that are there
   */
  public PeImage {
    directories = List.copyOf(directories);
    sections = List.copyOf(sections);
  }

  /**
   * Reads the headers of the executable at the start of a view.
   *
   * @param file begins with the executable; bytes behind it count as a part of it
   * @return empty if it is none: no signature, no known magic, or the headers end before the data
   *     directories
   */
  public static Optional<PeImage> read(Slice file) {
    return PeReader.read(file);
  }

  /**
   * {@return why edk2's loader refuses the file; empty if it takes it} The machine is not looked
   * at.
   */
  public Optional<PeRefusal> refusal() {
    return PeAcceptance.refusal(this);
  }

  /** {@return whether edk2's loader takes the file, on the right machine} */
  public boolean loadable() {
    return refusal().isEmpty();
  }

  /**
   * {@return whether there is a certificate table, that is a directory of it that is not empty}
   * What is in it is not looked at.
   */
  public boolean signed() {
    return certificates().isPresent();
  }

  /**
   * {@return the certificate table: directory 4, whose address is a place in the file; empty if
   * there is none} It may lie outside of the file.
   */
  public Optional<Range> certificates() {
    return directory(PeDirectory.SECURITY)
        .filter(directory -> directory.size() != 0)
        .map(directory -> new Range(directory.address(), directory.size()));
  }

  /** {@return the place of the checksum field, which signatures leave out; empty in a TE file} */
  public Optional<Range> checksumField() {
    return format == PeFormat.TE
        ? Optional.empty()
        : Optional.of(new Range(headerOffset + TO_OPTIONAL + CHECKSUM, 4));
  }

  /**
   * {@return the place of the directory entry of the certificate table, which signatures leave out;
   * empty in a TE file and with fewer than five directories}
   */
  public Optional<Range> certificateField() {
    return directory(PeDirectory.SECURITY)
        .map(
            directory ->
                new Range(
                    headerOffset
                        + TO_OPTIONAL
                        + format.directories()
                        + PeDirectory.SECURITY * PeDirectory.LENGTH,
                    PeDirectory.LENGTH));
  }

  /**
   * {@return where a section's bytes begin in this file, in bytes from its start; negative for
   * nonsense in a TE file}
   *
   * @param section one of {@link #sections()}
   */
  public long fileOffset(PeSection section) {
    return section.rawOffset() - cut();
  }

  /**
   * {@return the first byte behind all section headers, all sections that have bytes, and the
   * certificates: so many bytes the file has to have}
   */
  public long end() {
    long end = sectionTable() + (long) sectionCount * PeSection.LENGTH;
    for (PeSection section : sections) {
      if (section.rawSize() > 0) {
        end = Math.max(end, fileOffset(section) + section.rawSize());
      }
    }
    return Math.max(end, certificates().map(Range::end).orElse(0L));
  }

  /**
   * The path of the debug file that the linker noted, as a rule on the machine of whoever built the
   * driver: of the first CodeView entry (NB10, RSDS or MTOC) in the debug directory.
   *
   * @param file what {@link #read} was given
   * @return at most 4096 bytes of UTF-8, up to the first NUL; may hold any characters. Empty if
   *     there is none
   */
  public Optional<String> debugPath(Slice file) {
    return PeDebug.path(this, file);
  }

  /** Where the section headers begin. */
  long sectionTable() {
    return format == PeFormat.TE
        ? TE_HEADER_LENGTH
        : headerOffset + TO_OPTIONAL + optionalHeaderSize;
  }

  /** By how many bytes a TE file is shorter than the PE file was. */
  long cut() {
    return format == PeFormat.TE ? strippedSize - TE_HEADER_LENGTH : 0;
  }

  /** A data directory; empty if there are not so many, and in a TE file, which numbers its own. */
  private Optional<PeDirectory> directory(int index) {
    return format != PeFormat.TE && index < directories.size()
        ? Optional.of(directories.get(index))
        : Optional.empty();
  }
}
