package io.github.romparser.vendor.amd;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Phrase;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.vendor.VendorTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What AMD's or ATI's x86 image says of itself: header, names, lists of commands and data tables,
 * clocks at boot.
 *
 * @param offset of the image, in bytes from the start of the file
 * @param generation which of AMD's ways to keep tables it follows
 * @param header the ATOM ROM header; empty in images of before 2005
 * @param strings its texts
 * @param commands the list of commands; empty if there is none
 * @param data the list of data tables; empty if there is none
 * @param firmware the data table FirmwareInfo
 * @param board subsystem vendor in the high 16 bits and subsystem in the low ones; empty where they
 *     say nothing, see {@link AtomRomHeader#boardSubsystem}
 * @param checksumByte the byte at 0x21, which makes the sum of the image 0. It changes with every
 *     other byte, so two copies that differ there and nowhere else in code or tables are the same
 * @param findings what is wrong with the tables
 */
public record AmdTables(
    long offset,
    AtomGeneration generation,
    Optional<AtomRomHeader> header,
    AtomStrings strings,
    Optional<AtomMasterTable> commands,
    Optional<AtomMasterTable> data,
    Optional<AtomFirmwareInfo> firmware,
    OptionalInt board,
    int checksumByte,
    List<Finding> findings)
    implements VendorTables {

  /** What stands at 0x30 in all images of ATI and AMD (Linux atom.h: ATOM_ATI_MAGIC). */
  public static final String ATI_MAGIC = " 761295520";

  /** Offset of {@link #ATI_MAGIC} in the image. */
  public static final int ATI_MAGIC_OFFSET = 0x30;

  /** Offset of the checksum byte in the image (measured: AMD's tools mend the sum there). */
  public static final int CHECKSUM_BYTE = 0x21;

  /**
   * Copies the list.
   *
   * @param offset of the image, in bytes from the start of the file
   * @param generation which of AMD's ways to keep tables it follows
   * @param header the ATOM ROM header; empty without one
   * @param strings its texts
   * @param commands the list of commands; empty if there is none
   * @param data the list of data tables; empty if there is none
   * @param firmware the data table FirmwareInfo; empty if it is not there or too short
   * @param board subsystem vendor in the high 16 bits and subsystem in the low ones; empty where
   *     they say nothing
   * @param checksumByte the byte at 0x21, 0 to 255
   * @param findings copied; worst first
   */
  public AmdTables {
    findings = List.copyOf(findings);
  }

  /**
   * {@return the tables of an image; empty if it has neither an ATOM header nor ATI's magic}
   *
   * @param image any x86 image; its vendor id is not looked at
   */
  public static Optional<AmdTables> read(LegacyImage image) {
    return read(image.bytes());
  }

  /**
   * {@return the tables of an image; empty if it has neither an ATOM header nor ATI's magic}
   *
   * @param image its bytes from the start
   */
  public static Optional<AmdTables> read(Slice image) {
    Optional<AtomRomHeader> header = AtomRomHeader.read(image);
    if (header.isEmpty() && !image.startsWith(ATI_MAGIC_OFFSET, ATI_MAGIC)) {
      return Optional.empty();
    }
    List<Finding> findings = new ArrayList<>();
    AtomStrings strings = AtomStringReader.read(image, header, findings);
    Optional<AtomMasterTable> commands =
        header.flatMap(
            h ->
                AtomTableReader.read(
                    image, Phrase.ATOM_COMMANDS, h.commandTablePointer(), findings));
    Optional<AtomMasterTable> data =
        header.flatMap(
            h -> AtomTableReader.read(image, Phrase.ATOM_DATA, h.dataTablePointer(), findings));
    findings.sort(Finding.WORST_FIRST);
    return Optional.of(
        new AmdTables(
            image.offset(),
            generation(header, data),
            header,
            strings,
            commands,
            data,
            data.flatMap(list -> list.table(AtomFirmwareInfo.INDEX))
                .flatMap(table -> AtomFirmwareInfo.read(image, table)),
            AtomRomHeader.boardSubsystem(image),
            image.u8(CHECKSUM_BYTE),
            findings));
  }

  private static AtomGeneration generation(
      Optional<AtomRomHeader> header, Optional<AtomMasterTable> data) {
    if (header.isEmpty()) {
      return AtomGeneration.ATI;
    }
    int revision = data.map(AtomMasterTable::formatRevision).orElse(header.get().formatRevision());
    return revision >= 2 ? AtomGeneration.ATOMFIRMWARE : AtomGeneration.ATOM;
  }

  /**
   * {@return whether two images come from one build of the firmware: names, date, version and
   * numbers of the build are the same}
   *
   * <p>Copies in the ACPI table VFCT are changed for the board and at every boot (checksum byte,
   * integrated system info, ids), so their bytes differ where their builds do not.
   *
   * @param other the tables of the other image
   */
  public boolean isSameBuild(AmdTables other) {
    return generation == other.generation && strings.equals(other.strings);
  }
}
