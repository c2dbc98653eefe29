package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.rom.header.DataStructureSignature;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.PnpHeader;
import io.github.romparser.rom.header.RomHeader;
import io.github.romparser.rom.header.UndiHeader;

/** What is to be said of one image, whatever chain it is in. */
final class ImageFindings {

  /** Base class of network controllers (PCI Code and ID Assignment §1.3). */
  private static final int NETWORK = 0x02;

  private final Slice file;
  private final RomImage image;
  private final PciDataStructure data;
  private final FindingList findings;
  private final Argument index;

  ImageFindings(Slice file, RomImage image, FindingList findings) {
    this.file = file;
    this.image = image;
    this.data = image.dataStructure();
    this.findings = findings;
    this.index = new Argument.Count(image.index());
  }

  void find() {
    dataStructure();
    deviceList();
    npde();
    if (image instanceof LegacyImage legacy) {
      legacy(legacy);
    } else if (image instanceof EfiImage efi) {
      efi(efi);
    } else if (image instanceof FcodeImage fcode && fcode.program().isEmpty()) {
      pointer(Phrase.FCODE, fcode.programPointer());
    }
  }

  private void dataStructure() {
    int pointer = image.header().dataStructurePointer();
    Range range = new Range(data.offset(), PciDataStructure.LENGTH);
    if (pointer < RomHeader.LENGTH) {
      findings.add(FindingCode.PCIR_IN_HEADER, range, index);
    } else if (pointer % 4 != 0 && data.signature() == DataStructureSignature.PCIR) {
      findings.add(FindingCode.PCIR_UNALIGNED, range, index, new Argument.Offset(data.offset()));
    }
    if (data.length() < PciDataStructure.LENGTH || data.length() == 0xffff) {
      findings.add(FindingCode.PCIR_LENGTH, range, index, new Argument.Size(data.length()));
    }
  }

  private void deviceList() {
    if (image.deviceList().isPresent() && !image.deviceList().get().closed()) {
      long place = data.offset() + data.pointer08();
      if (place + 2 > image.offset() + image.pciLength() || place + 2 > file.end()) {
        pointer(Phrase.DEVICE_LIST, place - image.offset());
      } else {
        findings.add(
            FindingCode.DEVICE_LIST_OPEN,
            image.deviceList().get().bytes().range(),
            index,
            new Argument.Offset(place));
      }
    }
  }

  private void npde() {
    image
        .npde()
        .filter(npde -> !npde.knownRevision())
        .ifPresent(
            npde ->
                findings.add(
                    FindingCode.NPDE_REVISION,
                    new Range(npde.offset(), npde.length()),
                    index,
                    new Argument.Hex(npde.revision(), 4)));
  }

  private void legacy(LegacyImage legacy) {
    initializationSize();
    checksum();
    for (PnpHeader pnp : legacy.pnp()) {
      if (pnp.sum() != 0) {
        structureSum(Phrase.PNP, pnp.offset(), pnp.length(), pnp.sum());
      }
    }
    // Only network ROMs have the pointer; others keep anything in these bytes.
    if (data.classCode() >>> 16 == NETWORK && legacy.undi().isPresent()) {
      UndiHeader undi = legacy.undi().get();
      if (undi.sum() != 0) {
        structureSum(Phrase.UNDI, undi.offset(), undi.length(), undi.sum());
      }
    }
    int utility = data.configurationUtilityPointer().orElse(0);
    if (utility != 0 && legacy.configurationUtility().isEmpty()) {
      pointer(Phrase.CONFIGURATION_UTILITY, utility);
    }
    int clp = data.dmtfClpPointer().orElse(0);
    if (clp >= Math.max(image.pciLength(), 1)) {
      pointer(Phrase.DMTF_CLP, clp);
    }
  }

  private void checksum() {
    ImageSums sums = image.sums();
    int sum = sums.initialization().orElse(0);
    if (sum != 0) {
      long length = image.initializationLength().orElseThrow();
      findings.add(
          FindingCode.CHECKSUM,
          new Range(image.offset(), length),
          index,
          new Argument.Size(length),
          new Argument.Hex(sum, 2));
    }
    int vendor = sums.vendor().orElse(0);
    if (vendor != 0 && sums.pci().isPresent() && sums.pci().getAsInt() == 0) {
      findings.add(
          FindingCode.EDITED,
          new Range(image.offset(), image.effectiveLength()),
          index,
          new Argument.Hex(vendor, 2));
    }
  }

  private void initializationSize() {
    long size = image.initializationLength().orElseThrow();
    if (size == 0) {
      findings.add(FindingCode.ZERO_INIT, new Range(image.offset() + 2, 1), index);
    } else if (size > image.pciLength()) {
      findings.add(
          FindingCode.SIZE_MISMATCH,
          new Range(image.offset(), size),
          index,
          new Argument.Size(size),
          new Argument.Says(Phrase.IMAGE_LENGTH),
          new Argument.Size(image.pciLength()));
    }
  }

  private void efi(EfiImage efi) {
    initializationSize();
    if (!efi.efi().signatureValid()) {
      findings.add(
          FindingCode.EFI_BADSIG,
          new Range(image.offset() + 4, 4),
          index,
          new Argument.Hex(efi.efi().signature(), 8));
    }
    if (efi.efi().imageOffset() >= Math.max(image.pciLength(), 1)) {
      pointer(Phrase.EFI_DRIVER, efi.efi().imageOffset());
    }
  }

  private void structureSum(Phrase what, long offset, int length, int sum) {
    findings.add(
        FindingCode.STRUCTURE_SUM,
        new Range(offset, length),
        index,
        new Argument.Says(what),
        new Argument.Offset(offset),
        new Argument.Hex(sum, 2));
  }

  /** A pointer that leads nowhere; the place is counted from the start of the image. */
  private void pointer(Phrase what, long place) {
    boolean outside = place >= image.pciLength() || image.offset() + place >= file.end();
    findings.add(
        FindingCode.POINTER_OUTSIDE,
        new Range(image.offset() + place, 0),
        index,
        new Argument.Says(what),
        new Argument.Offset(image.offset() + place),
        new Argument.Says(outside ? Phrase.OUTSIDE : Phrase.NOT_THERE));
  }
}
