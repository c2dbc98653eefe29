package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomHeader;
import java.util.Optional;
import java.util.OptionalLong;

/** What is to be said of a file as a whole. */
final class FileFindings {

  /** The largest expansion ROM BAR (PCI Local Bus 3.0 §6.2.5.2), in bytes. */
  private static final long LARGEST_ROM = 16L << 20;

  /** Where a ROM header without its first bytes is looked for, and how far edits by hand reach. */
  private static final int EDIT_REACH = 0x1_0000;

  private final RomFile model;
  private final Slice file;
  private final FileSignature signature;
  private final FindingList findings;

  FileFindings(RomFile model, FileSignature signature, FindingList findings) {
    this.model = model;
    this.file = model.bytes();
    this.signature = signature;
    this.findings = findings;
  }

  void find() {
    wrongFile();
    if (model.chains().isEmpty()) {
      noChain();
    } else {
      prefix();
      trailing();
    }
    if (file.length() > LARGEST_ROM) {
      findings.add(FindingCode.BIG, file.range(), new Argument.Size(file.length()));
    }
    if (file.length() % PciDataStructure.BLOCK != 0
        && model.kind().isRom()
        && model.kind() != FileKind.WRAPPED_ROM) {
      findings.add(
          FindingCode.SIZE_ODD,
          Range.between(file.end() - file.length() % PciDataStructure.BLOCK, file.end()),
          new Argument.Size(file.length()));
    }
  }

  private void wrongFile() {
    Range start = new Range(file.offset(), Math.min(16, file.length()));
    Argument name = new Argument.Term(signature.name());
    switch (model.kind()) {
      case EMPTY -> findings.add(FindingCode.EMPTY, start);
      case BLANK ->
          findings.add(
              Fill.of(file) == Fill.FF ? FindingCode.ALL_FF : FindingCode.ALL_00, file.range());
      case ELF -> findings.add(FindingCode.NOT_ROM_ELF, start);
      case EFI_DRIVER -> findings.add(FindingCode.NOT_ROM_MZ, start, name);
      case PROGRAM -> findings.add(FindingCode.NOT_ROM_EXE, start);
      case ACPI_VFCT, ACPI_TABLE -> findings.add(FindingCode.NOT_ROM_ACPI, start, name);
      case SYSTEM_FIRMWARE -> findings.add(FindingCode.NOT_ROM_CAPSULE, start, name);
      case INTEL_VBT -> findings.add(FindingCode.NOT_ROM_VBT, start, name);
      case ARCHIVE -> findings.add(FindingCode.NOT_ROM_ARCHIVE, start, name);
      case REGISTRY_EXPORT -> findings.add(FindingCode.NOT_ROM_REG, start);
      case TEXT ->
          findings.add(
              FindingCode.NOT_ROM_TEXT,
              start,
              new Argument.Says(signature.text().orElse(Phrase.PLAIN_TEXT)));
      case OPTION_ROM, ISA_ROM, NVIDIA_FLASH, WRAPPED_ROM, UNKNOWN -> {}
    }
  }

  private void noChain() {
    if (model.kind() == FileKind.NVIDIA_FLASH) {
      ifrBad(IfrHeader.read(file, 0));
      findings.add(FindingCode.NOT_ROM, file.range());
      return;
    }
    if (model.kind() != FileKind.UNKNOWN && model.kind() != FileKind.ISA_ROM) {
      return;
    }
    if (file.has(0, 2) && file.u16(0) == 0xaa55) {
      noDataStructure();
    } else if (swapped()) {
      findings.add(FindingCode.BYTE_SWAPPED, file.range());
    } else if (!headless()) {
      findings.add(FindingCode.NOT_ROM, file.range());
    }
  }

  private void noDataStructure() {
    Range header = file.clamp(0, RomHeader.LENGTH).range();
    Phrase why = Phrase.HEADER_CUT;
    if (file.has(0, RomHeader.LENGTH)) {
      int pointer = file.u16(RomHeader.DATA_STRUCTURE_POINTER);
      why =
          pointer == 0
              ? Phrase.POINTER_ZERO
              : file.has(pointer, PciDataStructure.LENGTH)
                  ? Phrase.POINTER_WRONG
                  : Phrase.POINTER_PAST_END;
    }
    Finding finding = Finding.of(FindingCode.NO_PCIR, header, new Argument.Says(why));
    findings.add(model.isaRom().isPresent() ? finding.as(Severity.NOTE) : finding);
  }

  /** AA 55 at byte 0, and the pointer, swapped back, leads to a swapped PCIR. */
  private boolean swapped() {
    if (!file.has(0, RomHeader.LENGTH) || file.be16(0) != 0xaa55) {
      return false;
    }
    int pointer = file.be16(RomHeader.DATA_STRUCTURE_POINTER);
    return pointer % 2 == 0
        ? file.startsWith(pointer, "CPRI")
        : file.startsWith(pointer - 1L, "P") && file.startsWith(pointer + 1L, "IC");
  }

  /**
   * A data structure without its header. How many bytes are gone is told by what is left of the
   * header, its pointer; without that, by the size of the file, which once filled whole blocks.
   */
  private boolean headless() {
    Slice start = file.clamp(0, EDIT_REACH);
    for (int p = start.indexOf("PCIR", 0); p >= 0; p = start.indexOf("PCIR", p + 1L)) {
      Optional<PciDataStructure> data = PciDataStructure.read(file, p).filter(this::plausible);
      if (data.isPresent()) {
        OptionalLong missing = missingBefore(p);
        if (missing.isPresent()) {
          findings.add(
              FindingCode.HEADLESS,
              new Range(file.offset() + p, PciDataStructure.LENGTH),
              new Argument.Offset(file.offset() + p),
              new Argument.Size(missing.getAsLong()));
          return true;
        }
      }
    }
    return false;
  }

  private boolean plausible(PciDataStructure data) {
    return data.length() >= PciDataStructure.LENGTH
        && data.length() <= 0x40
        && data.revision() <= 3
        && data.codeType() <= 3
        && data.imageBlocks() > 0
        && data.imageLength() <= file.length() + PciDataStructure.BLOCK
        && data.vendorId() != 0
        && data.vendorId() != 0xffff;
  }

  private OptionalLong missingBefore(int structure) {
    for (int gone = 1; gone <= RomHeader.DATA_STRUCTURE_POINTER; gone++) {
      int pointer = RomHeader.DATA_STRUCTURE_POINTER - gone;
      if (file.has(pointer, 2) && file.u16(pointer) == structure + gone) {
        return OptionalLong.of(gone);
      }
    }
    long gone = -file.length() & (PciDataStructure.BLOCK - 1);
    return gone > RomHeader.DATA_STRUCTURE_POINTER ? OptionalLong.of(gone) : OptionalLong.empty();
  }

  private void prefix() {
    if (model.prefix().isEmpty()) {
      return;
    }
    Prefix prefix = model.prefix().get();
    if (prefix.kind() == Prefix.Kind.NVGI) {
      ifrBad(prefix.ifr());
    }
    if (!model.kind().isRom()) {
      // What the file is has been said; that the ROM does not begin at byte 0 follows from it.
      return;
    }
    long length = prefix.range().length();
    findings.add(
        FindingCode.CONTAINER_PREFIX,
        prefix.range(),
        new Argument.Offset(prefix.range().end()),
        new Argument.Size(length),
        new Argument.Says(phrase(prefix.kind())));
    if (length % PciDataStructure.BLOCK != 0 && length < EDIT_REACH) {
      findings.add(
          FindingCode.PREFIX_UNALIGNED, prefix.range(), new Argument.Offset(prefix.range().end()));
    }
  }

  private void ifrBad(Optional<IfrHeader> read) {
    if (read.isEmpty()) {
      return;
    }
    IfrHeader ifr = read.get();
    boolean leads =
        ifr.romOffset().isPresent() && Link.read(file, ifr.romOffset().getAsLong()).isPresent();
    if (leads) {
      return;
    }
    Phrase why =
        ifr.version() < 1 || ifr.version() > 3
            ? Phrase.IFR_VERSION
            : ifr.romOffset().isEmpty() || ifr.romOffset().getAsLong() >= file.length()
                ? Phrase.IFR_OUTSIDE
                : Phrase.IFR_NO_ROM;
    findings.add(
        FindingCode.IFR_BAD,
        new Range(ifr.offset(), IfrHeader.LENGTH),
        new Argument.Offset(ifr.offset()),
        new Argument.Says(why));
  }

  private void trailing() {
    if (model.trailing().isPresent() && model.kind().isRom()) {
      Gap gap = model.trailing().get();
      findings.add(
          FindingCode.TRAILING,
          gap.range(),
          new Argument.Size(gap.range().length()),
          new Argument.Says(
              switch (gap.fill()) {
                case FF -> Phrase.ALL_FF;
                case ZERO -> Phrase.ALL_00;
                case DATA -> Phrase.DATA;
              }));
    }
  }

  private static Phrase phrase(Prefix.Kind kind) {
    return switch (kind) {
      case NVGI -> Phrase.NVGI;
      case NVFW -> Phrase.NVFW;
      case FF -> Phrase.PREFIX_FF;
      case ZERO -> Phrase.PREFIX_00;
      case VFCT, UNKNOWN -> Phrase.OTHER;
    };
  }
}
