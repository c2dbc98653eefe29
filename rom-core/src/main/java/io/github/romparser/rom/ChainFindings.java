package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomSignature;
import java.util.List;
import java.util.Optional;

/** What is to be said of a chain and of its walks. */
final class ChainFindings {

  /** Base class of display controllers (PCI Code and ID Assignment §1.4). */
  private static final int DISPLAY = 0x03;

  /** The window of the shadow copy of a VGA ROM, in bytes (Linux arch/x86/pci/fixup.c). */
  private static final long SHADOW_WINDOW = 0x2_0000;

  /** From this many images on a ROM is not a real one. */
  private static final int MANY = 64;

  /** How far behind a gap the next image is looked for, in bytes. */
  private static final int GAP_REACH = 0x2_0000;

  private final RomFile model;
  private final Slice file;
  private final int place;
  private final RomChain chain;
  private final FindingList findings;

  ChainFindings(RomFile model, int place, FindingList findings) {
    this.model = model;
    this.file = model.bytes();
    this.place = place;
    this.chain = model.chains().get(place);
    this.findings = findings;
  }

  void find() {
    boolean hidden = lastEarly();
    boolean behindGap = false;
    if (chain.images().stream().anyMatch(ChainFindings::bootable)) {
      behindGap = notClosed();
      shadow();
      privateMissing();
    }
    truncated();
    zeroLength();
    secondRom(hidden, behindGap);
    skipped();
    kinds();
    if (chain.images().size() > MANY) {
      findings.add(
          FindingCode.MANY_IMAGES, chain.range(), new Argument.Count(chain.images().size()));
    }
  }

  /** Whether firmware or Open Firmware could run it: code types 0 to 3 are assigned. */
  private static boolean bootable(RomImage image) {
    return image.header().signature() == RomSignature.PCI
        && image.dataStructure().codeType() <= CodeType.EFI.value();
  }

  /** The walk that tells what is missing: PCI's, or NVIDIA's where PCI knows no image at all. */
  private Walk telling() {
    return chain.pci().images().isEmpty() ? chain.vendor() : chain.pci();
  }

  private Optional<RomImage> lastOf(Walk walk) {
    List<RomImage> images = chain.on(walk);
    return images.isEmpty() ? Optional.empty() : Optional.of(images.get(images.size() - 1));
  }

  private void truncated() {
    Walk walk = telling();
    Optional<RomImage> last = lastOf(walk);
    if (walk.endReason() != EndReason.PAST_END || last.isEmpty()) {
      return;
    }
    RomImage image = last.get();
    long length = chain.pci().images().isEmpty() ? image.effectiveLength() : image.pciLength();
    long end = image.offset() + length;
    if (end > file.end()) {
      findings.add(
          FindingCode.TRUNCATED,
          Range.between(image.offset(), file.end()),
          new Argument.Count(image.index()),
          new Argument.Offset(image.offset()),
          new Argument.Offset(end),
          new Argument.Offset(file.end()),
          new Argument.Size(end - file.end()),
          new Argument.Says(kindOfDump(false)));
    }
  }

  /** What kind of dump ends like this file. */
  private Phrase kindOfDump(boolean behindLegacyImage) {
    if (file.length() == SHADOW_WINDOW || file.length() == SHADOW_WINDOW / 2) {
      return Phrase.DUMP_WINDOW;
    }
    if (file.length() % PciDataStructure.BLOCK != 0) {
      return Phrase.DUMP_CUT;
    }
    return behindLegacyImage ? Phrase.DUMP_AT_IMAGE : Phrase.DUMP_SHORT;
  }

  /**
   * A PCI walk that ends without the last mark.
   *
   * @return whether another image stands behind a gap
   */
  private boolean notClosed() {
    Walk walk = chain.pci();
    Optional<RomImage> last = lastOf(walk);
    if (last.isEmpty()) {
      return false;
    }
    RomImage image = last.get();
    boolean inHeaders =
        walk.endReason() == EndReason.PAST_END && image.offset() + image.pciLength() <= file.end();
    boolean noImage = walk.endReason() == EndReason.NO_IMAGE;
    if (walk.endReason() != EndReason.END_OF_FILE && !noImage && !inHeaders) {
      return false;
    }
    if (noImage) {
      long next = behindGap(image, walk.end());
      if (next >= 0) {
        findings.add(
            FindingCode.LENGTH_SHORT,
            Range.between(walk.end(), next),
            new Argument.Count(image.index()),
            new Argument.Offset(walk.end()),
            new Argument.Offset(next));
        return true;
      }
    }
    Finding finding =
        Finding.of(
            FindingCode.NO_LAST,
            new Range(walk.end(), 0),
            new Argument.Count(image.index()),
            new Argument.Says(
                noImage
                    ? Phrase.NO_IMAGE
                    : inHeaders ? Phrase.FILE_ENDS_IN_HEADER : Phrase.FILE_ENDS),
            new Argument.Count(image.index() + 1L),
            new Argument.Offset(walk.end()),
            new Argument.Offset(file.end()),
            new Argument.Says(kindOfDump(display() && onlyLegacy())));
    findings.add(inHeaders || driverMissing() ? finding.as(Severity.ERROR) : finding);
    return false;
  }

  /** A display ROM with nothing but its legacy image: what is missing is the EFI driver. */
  private boolean driverMissing() {
    return model.kind() != FileKind.ACPI_VFCT && display() && onlyLegacy();
  }

  private boolean display() {
    return chain.images().get(0).dataStructure().classCode() >>> 16 == DISPLAY;
  }

  private boolean onlyLegacy() {
    return chain.on(chain.pci()).stream().allMatch(LegacyImage.class::isInstance);
  }

  /** The next image of the same vendor on a 512-byte border behind a gap, or -1. */
  private long behindGap(RomImage image, long from) {
    long end = Math.min(file.end(), from + GAP_REACH);
    for (long at = from + PciDataStructure.BLOCK; at < end; at += PciDataStructure.BLOCK) {
      Optional<Link> link = Link.read(file, at - file.offset());
      if (link.isPresent()
          && link.get().isPci()
          && link.get().data().vendorId() == image.dataStructure().vendorId()) {
        return at;
      }
    }
    return -1;
  }

  private void zeroLength() {
    Walk walk = telling();
    if (walk.endReason() == EndReason.ZERO_LENGTH) {
      RomImage image = lastOf(walk).orElseThrow();
      findings.add(
          FindingCode.ZERO_LENGTH,
          new Range(image.dataStructure().offset() + 0x10, 2),
          new Argument.Count(image.index()),
          new Argument.Offset(image.offset()));
    }
  }

  /**
   * The mark on an image behind which another image of the same device follows. That it begins with
   * a legacy image would make it a second ROM instead.
   */
  private boolean lastEarly() {
    if (chain.pci().endReason() != EndReason.LAST || place + 1 == model.chains().size()) {
      return false;
    }
    RomChain next = model.chains().get(place + 1);
    RomImage image = lastOf(chain.pci()).orElseThrow();
    RomImage follower = next.images().get(0);
    if (next.offset() != chain.pci().end()
        || !bootable(follower)
        || follower instanceof LegacyImage
        || follower.dataStructure().vendorId() != image.dataStructure().vendorId()
        || follower.dataStructure().deviceId() != image.dataStructure().deviceId()) {
      return false;
    }
    findings.add(
        FindingCode.LAST_EARLY,
        new Range(image.dataStructure().offset() + 0x15, 1),
        new Argument.Count(image.index()),
        new Argument.Offset(next.offset()));
    return true;
  }

  /** The next chain is a second ROM, unless it was told to be a lost part of this one. */
  private void secondRom(boolean hidden, boolean behindGap) {
    if (hidden || behindGap || !model.kind().isRom() || place + 1 == model.chains().size()) {
      return;
    }
    RomChain next = model.chains().get(place + 1);
    if (next.images().stream().anyMatch(ChainFindings::bootable)) {
      findings.add(
          FindingCode.ROM_TWICE,
          next.range(),
          new Argument.Offset(next.offset()),
          new Argument.Says(next.copyOf().isPresent() ? Phrase.SAME_BYTES : Phrase.OTHER_BYTES));
    }
  }

  /** Headers that the length of an image jumps over, though nothing of NVIDIA's explains it. */
  private void skipped() {
    for (RomImage image : chain.on(chain.pci())) {
      if (image.npde().isPresent()) {
        continue;
      }
      long end = Math.min(file.end(), image.offset() + image.pciLength());
      for (long at = image.offset() + PciDataStructure.BLOCK;
          at < end;
          at += PciDataStructure.BLOCK) {
        Optional<Link> link = Link.read(file, at - file.offset());
        if (link.isPresent()
            && link.get().isPci()
            && link.get().data().vendorId() == image.dataStructure().vendorId()) {
          findings.add(
              FindingCode.HIDDEN_IMAGE,
              Range.between(at, Math.min(at + PciDataStructure.BLOCK, file.end())),
              new Argument.Offset(at),
              new Argument.Count(image.index()));
        }
      }
    }
  }

  /** Signs of a copy taken from the memory of a running machine, weighed as little as possible. */
  private void shadow() {
    List<RomImage> images = chain.on(chain.pci());
    if (place > 0 || model.kind() != FileKind.OPTION_ROM || images.size() != 1) {
      return;
    }
    RomImage image = images.get(0);
    if (!display() || !onlyLegacy() || image.pciLength() > SHADOW_WINDOW) {
      return;
    }
    boolean open =
        chain.pci().endReason() == EndReason.END_OF_FILE
            || chain.pci().endReason() == EndReason.NO_IMAGE;
    boolean sum = image.sums().initialization().orElse(0) != 0 && image.sums().pci().orElse(1) != 0;
    if (open || sum) {
      findings.add(
          FindingCode.SHADOW,
          chain.range(),
          new Argument.Says(
              open && sum ? Phrase.SHADOW_BOTH : open ? Phrase.SHADOW_OPEN : Phrase.SHADOW_SUM));
    }
  }

  /** NVIDIA's walk goes on where PCI's has ended, and what it promises is not in the file. */
  private void privateMissing() {
    Walk walk = chain.vendor();
    if (chain.pci().endReason() == EndReason.LAST
        && walk.endReason() != EndReason.LAST
        && walk.endReason() != EndReason.LIMIT
        && walk.end() >= chain.pci().end()) {
      findings.add(
          FindingCode.NV_PRIVATE_MISSING,
          new Range(walk.end(), 0),
          new Argument.Offset(walk.end()));
    }
  }

  private void kinds() {
    List<RomImage> nvidia =
        chain.images().stream().filter(i -> i instanceof VendorImage v && v.nvidia()).toList();
    if (!nvidia.isEmpty()) {
      findings.add(
          FindingCode.NV_EXT,
          nvidia.get(0).bytes().range(),
          new Argument.Count(nvidia.size()),
          new Argument.Count(nvidia.get(0).index()));
    }
    List<RomImage> unknown =
        chain.images().stream()
            .filter(i -> i.dataStructure().codeType() > CodeType.EFI.value())
            .filter(i -> !(i instanceof VendorImage v && v.nvidia()))
            .toList();
    if (!unknown.isEmpty()) {
      findings.add(
          FindingCode.UNKNOWN_TYPE,
          unknown.get(0).bytes().range(),
          new Argument.Count(unknown.size()),
          new Argument.Count(unknown.get(0).index()),
          new Argument.Hex(unknown.get(0).dataStructure().codeType(), 2));
    }
  }
}
