package io.github.romparser.edit;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.PciDataStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets the mark of the last image. */
final class LastFix {

  /** Offset of the indicator in the PCI data structure. */
  static final int INDICATOR = 0x15;

  /** Base class of display controllers (PCI Code and ID Assignment §1.4). */
  private static final int DISPLAY = 0x03;

  private LastFix() {}

  static Edit set(RomFile rom) throws Refused {
    Subject subject = Subject.of(rom);
    List<EditStep> steps = new ArrayList<>();
    byte[] bytes = subject.rom().bytes().toByteArray();
    RomImage last = subject.last();
    Argument index = new Argument.Count(last.index());
    switch (subject.chain().pci().endReason()) {
      case LAST -> {
        steps.add(EditStep.of(EditCode.LAST_RIGHT, last.bytes().range(), index));
        return new Edit(subject.rom().bytes(), steps);
      }
      case ZERO_LENGTH ->
          throw new Refused(RefusalCode.ZERO_LENGTH, index, new Argument.Offset(last.offset()));
      case END_OF_FILE, NO_IMAGE, PAST_END, LIMIT -> {}
    }
    noGap(subject, index);
    List<RomImage> whole = whole(subject);
    if (whole.stream().noneMatch(i -> i instanceof LegacyImage || i instanceof EfiImage)) {
      throw new Refused(RefusalCode.NOTHING_LEFT);
    }
    mark(subject, whole.get(whole.size() - 1), bytes, steps);
    warn(subject, whole, steps);
    return subject.finish(bytes, steps, whole.size());
  }

  private static void noGap(Subject subject, Argument index) throws Refused {
    long end = subject.chain().pci().end();
    Optional<Finding> gap = subject.finding(FindingCode.LENGTH_SHORT, end);
    if (gap.isPresent()) {
      throw new Refused(
          RefusalCode.GAP,
          index,
          new Argument.Offset(end),
          new Argument.Offset(gap.get().range().end()));
    }
  }

  /** The images of the walk that end within the file: all, or all but the last. */
  private static List<RomImage> whole(Subject subject) {
    long end = subject.rom().bytes().end();
    return subject.images().stream().filter(i -> i.offset() + i.pciLength() <= end).toList();
  }

  private static void mark(Subject subject, RomImage image, byte[] bytes, List<EditStep> steps)
      throws Refused {
    int at = (int) image.dataStructure().offset() + INDICATOR;
    bytes[at] |= (byte) PciDataStructure.LAST;
    steps.add(EditStep.of(EditCode.SET_LAST, new Range(at, 1), new Argument.Count(image.index())));
    ChecksumFix sums = new ChecksumFix(subject, bytes, steps);
    for (RomImage other : subject.images()) {
      sums.keep(other, true);
    }
  }

  private static void warn(Subject subject, List<RomImage> whole, List<EditStep> steps) {
    RomImage last = subject.last();
    RomImage marked = whole.get(whole.size() - 1);
    if (marked.equals(last)) {
      Range place = new Range(subject.chain().pci().end(), 0);
      steps.add(
          EditStep.of(
              EditCode.LOST_IMAGE,
              place,
              new Argument.Count(last.index()),
              new Argument.Offset(place.offset())));
    } else {
      steps.add(
          EditStep.of(
              EditCode.CUT_IMAGE_LEFT,
              last.bytes().range(),
              new Argument.Count(last.index()),
              new Argument.Offset(last.offset())));
    }
    if (whole.get(0).dataStructure().classCode() >>> 16 == DISPLAY
        && whole.stream().noneMatch(EfiImage.class::isInstance)) {
      steps.add(EditStep.of(EditCode.NO_EFI_DRIVER, subject.chain().range()));
    }
  }
}
