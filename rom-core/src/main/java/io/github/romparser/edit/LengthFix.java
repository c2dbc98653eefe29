package io.github.romparser.edit;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EndReason;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.DataStructureSignature;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomHeader;
import io.github.romparser.rom.header.RomSignature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Mends image lengths in PCI data structures. */
final class LengthFix {

  /** Offset of the image length in the PCI data structure. */
  private static final int IMAGE_LENGTH = 0x10;

  private static final int BLOCK = PciDataStructure.BLOCK;

  /** The longest image that the field can tell, in bytes. */
  private static final long LONGEST = 0xffffL * BLOCK;

  private final Subject subject;
  private final Slice file;

  private LengthFix(Subject subject) {
    this.subject = subject;
    this.file = subject.rom().bytes();
  }

  /** Mends one image after the other, since only then the images behind it come to light. */
  static Edit set(RomFile rom) throws Refused {
    Subject subject = Subject.of(rom);
    Set<EditStep> steps = new LinkedHashSet<>();
    for (int round = 0; round < Subject.MOST_IMAGES; round++) {
      LengthFix fix = new LengthFix(subject);
      Optional<RomImage> wrong = fix.firstWrong();
      if (wrong.isEmpty()) {
        break;
      }
      Edit edit = fix.mend(wrong.get());
      steps.addAll(edit.steps());
      subject = Subject.of(RomReader.read(edit.bytes()));
    }
    if (steps.isEmpty()) {
      steps.add(EditStep.of(EditCode.LENGTH_RIGHT, subject.chain().range()));
    }
    return new Edit(subject.rom().bytes(), List.copyOf(steps));
  }

  private Optional<RomImage> firstWrong() {
    return subject.images().stream().filter(this::wrong).findFirst();
  }

  private boolean wrong(RomImage image) {
    long end = image.offset() + image.pciLength();
    return image.pciLength() == 0
        || end > file.end()
        || smallerThanItsCode(image)
        || hidden(image).isPresent()
        || (image.equals(subject.last())
            && subject.chain().pci().endReason() == EndReason.NO_IMAGE
            && subject.finding(FindingCode.LENGTH_SHORT, end).isPresent());
  }

  /** The last image, whose code goes on behind its end. */
  private boolean smallerThanItsCode(RomImage image) {
    return image.equals(subject.last())
        && image.dataStructure().last()
        && image.npde().isEmpty()
        && content(image) > image.pciLength()
        && file.has(image.offset(), content(image));
  }

  /** A header that the length skips, behind all that belongs to the image. */
  private OptionalLong hidden(RomImage image) {
    long from = image.offset() + content(image);
    long to = image.offset() + image.pciLength();
    return content(image) == 0
        ? OptionalLong.empty()
        : subject.rom().findings().stream()
            .filter(f -> f.code() == FindingCode.HIDDEN_IMAGE)
            .mapToLong(f -> f.range().offset())
            .filter(at -> at >= from && at < to)
            .min();
  }

  /** What is known to belong to an image, in bytes: 0 if nothing is. */
  private static long content(RomImage image) {
    return Math.max(image.initializationLength().orElse(0), image.vendorLength().orElse(0));
  }

  private Edit mend(RomImage image) throws Refused {
    Argument index = new Argument.Count(image.index());
    Argument old = new Argument.Size(image.pciLength());
    OptionalLong found = length(image);
    if (found.isEmpty() || found.getAsLong() == image.pciLength()) {
      throw new Refused(RefusalCode.LENGTH_UNCLEAR, index, old);
    }
    long length = found.getAsLong();
    int at = (int) image.dataStructure().offset() + IMAGE_LENGTH;
    byte[] bytes = file.toByteArray();
    LittleEndian.put16(bytes, at, (int) (length / BLOCK));
    List<EditStep> steps = new ArrayList<>();
    steps.add(
        EditStep.of(EditCode.SET_LENGTH, new Range(at, 2), index, old, new Argument.Size(length)));
    new ChecksumFix(subject, bytes, steps).keep(image, false);
    int known = subject.images().indexOf(image) + 1;
    return subject.finish(bytes, steps, known);
  }

  /** The length that an image should have, in bytes; empty if that is not clear. */
  private OptionalLong length(RomImage image) throws Refused {
    long content = content(image);
    long offset = image.offset();
    if (!file.has(offset, content)) {
      throw new Refused(
          RefusalCode.TRUNCATED,
          new Argument.Count(image.index()),
          new Argument.Offset(offset),
          new Argument.Offset(offset + content),
          new Argument.Offset(file.end()));
    }
    if (smallerThanItsCode(image)) {
      return OptionalLong.of(content);
    }
    OptionalLong next = next(image, offset + Math.max(content, BLOCK));
    if (next.isPresent()) {
      return OptionalLong.of(next.getAsLong() - offset);
    }
    if (content == 0) {
      return OptionalLong.empty();
    }
    Slice rest = file.from(offset + content);
    int fill = rest.fill().orElse(-1);
    if (rest.length() == 0 || fill == 0xff || fill == 0x00) {
      return OptionalLong.of(content);
    }
    long all = file.end() - offset;
    return image.npde().isEmpty() && all % BLOCK == 0 && all <= LONGEST
        ? OptionalLong.of(all)
        : OptionalLong.empty();
  }

  /** The next place, in whole blocks from an image on, where an image of its vendor begins. */
  private OptionalLong next(RomImage image, long from) {
    long end = Math.min(file.end(), image.offset() + LONGEST);
    int vendor = image.dataStructure().vendorId();
    for (long at = from; at < end; at += BLOCK) {
      Optional<RomHeader> header =
          RomHeader.read(file, at).filter(h -> h.signature() == RomSignature.PCI);
      if (header.isPresent()
          && PciDataStructure.read(file, at + header.get().dataStructurePointer())
              .filter(d -> d.signature() == DataStructureSignature.PCIR)
              .filter(d -> d.vendorId() == vendor)
              .isPresent()) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }
}
