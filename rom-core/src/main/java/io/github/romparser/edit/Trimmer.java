package io.github.romparser.edit;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.EndReason;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.Prefix;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.VendorImage;
import io.github.romparser.rom.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cuts a file down to its first ROM. */
final class Trimmer {

  /** Base class of mass storage controllers (PCI Code and ID Assignment §1.2). */
  private static final int STORAGE = 0x01;

  private final RomFile rom;
  private final RomChain chain;
  private final Subject subject;
  private final TrimOptions options;
  private final List<EditStep> steps = new ArrayList<>();

  private Trimmer(Subject subject, TrimOptions options) {
    this.subject = subject;
    this.rom = subject.rom();
    this.chain = subject.chain();
    this.options = options;
  }

  static Edit trim(RomFile rom, TrimOptions options) throws Refused {
    return new Trimmer(Subject.ofAny(rom), options).trim();
  }

  private Edit trim() throws Refused {
    container();
    whole();
    long start = chain.offset();
    prefix(start);
    long end = end();
    Slice part = rom.bytes().slice(start, end - start);
    if (part.length() == rom.bytes().length()) {
      steps.add(EditStep.of(EditCode.NOTHING_TO_TRIM, part.range()));
    }
    beginning();
    Slice result = Slice.of(part.toByteArray());
    compare(RomReader.read(result));
    return new Edit(result, steps);
  }

  /** Only one ROM with bytes around it is cut out, or the only image of an ACPI table. */
  private void container() throws Refused {
    boolean table = rom.kind() == FileKind.ACPI_VFCT;
    if (!table && !rom.kind().isRom()) {
      throw new Refused(RefusalCode.WRONG_CONTAINER, Subject.named(rom));
    }
    boolean several =
        table
            ? rom.chains().size() > 1
            : rom.kind() == FileKind.WRAPPED_ROM
                && rom.chains().stream().filter(Trimmer::anotherRom).count() > 1;
    if (several) {
      throw new Refused(RefusalCode.SEVERAL_ROMS, Subject.named(rom));
    }
  }

  /** A ROM that firmware could use and that is not the copy of an earlier one. */
  private static boolean anotherRom(RomChain chain) {
    return chain.copyOf().isEmpty()
        && chain.on(chain.pci()).stream().anyMatch(image -> !(image instanceof VendorImage));
  }

  /** A ROM of which something is missing is not cut: nobody could tell any more what it was. */
  private void whole() throws Refused {
    Walk walk = chain.pci();
    RomImage last = subject.last();
    Argument index = new Argument.Count(last.index());
    switch (walk.endReason()) {
      case LAST -> {}
      case ZERO_LENGTH ->
          throw new Refused(RefusalCode.ZERO_LENGTH, index, new Argument.Offset(last.offset()));
      case LIMIT ->
          throw new Refused(RefusalCode.TOO_MANY_IMAGES, new Argument.Count(walk.images().size()));
      case PAST_END ->
          throw new Refused(
              RefusalCode.TRUNCATED,
              index,
              new Argument.Offset(last.offset()),
              new Argument.Offset(last.offset() + last.pciLength()),
              new Argument.Offset(rom.bytes().end()));
      case END_OF_FILE, NO_IMAGE -> open(walk, last, index);
    }
  }

  /** Without a last mark the end is clear only if nothing but padding follows. */
  private void open(Walk walk, RomImage last, Argument index) throws Refused {
    Optional<Finding> gap = subject.finding(FindingCode.LENGTH_SHORT, walk.end());
    if (gap.isPresent()) {
      throw new Refused(
          RefusalCode.GAP,
          index,
          new Argument.Offset(walk.end()),
          new Argument.Offset(gap.get().range().end()));
    }
    boolean missing =
        subject
            .finding(FindingCode.NO_LAST, walk.end())
            .filter(f -> f.severity() == Severity.ERROR)
            .isPresent();
    Slice rest = rom.bytes().from(walk.end());
    if (missing || !(rest.length() == 0 || padding(rest) || rom.kind() == FileKind.ACPI_VFCT)) {
      throw new Refused(RefusalCode.NOT_CLOSED, index, new Argument.Offset(walk.end()));
    }
    steps.add(EditStep.of(EditCode.STILL_OPEN, last.bytes().range(), index));
  }

  private void prefix(long start) {
    if (start == 0) {
      return;
    }
    Range range = new Range(0, start);
    Argument size = new Argument.Size(start);
    Optional<Phrase> what = rom.prefix().map(Prefix::kind).flatMap(Trimmer::phrase);
    steps.add(
        what.isPresent()
            ? EditStep.of(EditCode.CUT_PREFIX, range, size, new Argument.Says(what.get()))
            : EditStep.of(EditCode.CUT_DATA_BEFORE, range, size));
  }

  private static Optional<Phrase> phrase(Prefix.Kind kind) {
    return switch (kind) {
      case NVGI -> Optional.of(Phrase.NVGI);
      case NVFW -> Optional.of(Phrase.NVFW);
      case FF -> Optional.of(Phrase.ALL_FF);
      case ZERO -> Optional.of(Phrase.ALL_00);
      case VFCT, UNKNOWN -> Optional.empty();
    };
  }

  /** Where the ROM ends, in bytes of the file; tells what is cut behind it and what is kept. */
  private long end() {
    long end = chain.pci().end();
    long file = rom.bytes().end();
    if (end < file && (options.keepTail() || storage().isPresent())) {
      Range tail = Range.between(end, file);
      Argument size = new Argument.Size(tail.length());
      steps.add(
          options.keepTail()
              ? EditStep.of(EditCode.KEPT_TAIL, tail, size)
              : EditStep.of(
                  EditCode.KEPT_STORAGE_TAIL,
                  tail,
                  size,
                  new Argument.Hex(storage().getAsInt(), 6)));
      return file;
    }
    end = privateImages(loaded(end));
    tail(end, file);
    return end;
  }

  private OptionalInt storage() {
    return subject.images().stream()
        .mapToInt(image -> image.dataStructure().classCode())
        .filter(code -> code >>> 16 == STORAGE)
        .findFirst();
  }

  private long privateImages(long end) {
    // One that the initialisation size reaches into is not whole without the rest of it.
    List<RomImage> images =
        chain.images().stream()
            .filter(i -> i.offset() >= chain.pci().end() && i.bytes().end() > end)
            .toList();
    if (images.isEmpty()) {
      return end;
    }
    Range range = Range.between(end, chain.end());
    steps.add(
        EditStep.of(
            options.keepVendor() ? EditCode.KEPT_PRIVATE : EditCode.CUT_PRIVATE,
            range,
            new Argument.Term(
                images.size()
                    + (images.size() == 1 ? " image, " : " images, ")
                    + new Argument.Size(range.length()).text())));
    return options.keepVendor() ? chain.end() : end;
  }

  /** SeaBIOS loads and sums up the initialisation size, whatever the PCI data structure says. */
  private long loaded(long end) {
    long furthest = end;
    for (RomImage image : subject.images()) {
      if (image instanceof LegacyImage) {
        long reach = image.offset() + image.initializationLength().orElse(0);
        if (reach > furthest && reach <= rom.bytes().end()) {
          furthest = reach;
          steps.add(
              EditStep.of(
                  EditCode.KEPT_LOADED,
                  Range.between(end, reach),
                  new Argument.Size(reach - end),
                  new Argument.Count(image.index())));
        }
      }
    }
    return furthest;
  }

  private void tail(long end, long file) {
    long from = options.keepVendor() ? end : Math.min(file, Math.max(end, chain.end()));
    if (from < file) {
      Range range = Range.between(from, file);
      steps.add(
          EditStep.of(
              EditCode.CUT_TAIL,
              range,
              new Argument.Size(range.length()),
              new Argument.Says(fill(rom.bytes().from(from)))));
    }
    for (Finding finding : rom.findings()) {
      if (finding.code() == FindingCode.ROM_TWICE && finding.range().offset() >= end) {
        steps.add(new EditStep(EditCode.CUT_SECOND_ROM, finding.range(), finding.arguments()));
      } else if (finding.code() == FindingCode.LAST_EARLY
          && finding.range().offset() < end
          && finding.range().offset() >= chain.offset()) {
        steps.add(
            EditStep.of(
                EditCode.CUT_HIDDEN,
                finding.range(),
                finding.arguments().get(1),
                finding.arguments().get(0)));
      }
    }
  }

  private static boolean padding(Slice bytes) {
    return fill(bytes) != Phrase.DATA;
  }

  private static Phrase fill(Slice bytes) {
    return switch (bytes.fill().orElse(-1)) {
      case 0xff -> Phrase.ALL_FF;
      case 0x00 -> Phrase.ALL_00;
      default -> Phrase.DATA;
    };
  }

  private void beginning() {
    List<RomImage> images = subject.images();
    RomImage first = images.get(0);
    Optional<RomImage> runs =
        images.stream().filter(image -> !(image instanceof VendorImage)).findFirst();
    if (first instanceof VendorImage && runs.isPresent()) {
      steps.add(
          EditStep.of(
              EditCode.STARTS_WITH_VENDOR_IMAGE,
              first.bytes().range(),
              new Argument.Hex(first.dataStructure().codeType(), 2),
              new Argument.Count(runs.get().index())));
    }
  }

  /** The result has to be a ROM whose PCI walk leads through the same images as before. */
  private void compare(RomFile result) throws Refused {
    boolean same =
        result.kind() == FileKind.OPTION_ROM
            && shape(result.chains().get(0)).equals(shape(chain))
            && (result.chains().get(0).pci().endReason() == EndReason.LAST)
                == (chain.pci().endReason() == EndReason.LAST);
    if (!same) {
      throw new Refused(RefusalCode.ODD_LAYOUT);
    }
  }

  /** Place, length, kind and ids of every image of a PCI walk. */
  private static List<List<Long>> shape(RomChain chain) {
    return chain.on(chain.pci()).stream()
        .map(
            image ->
                List.of(
                    image.offset() - chain.offset(),
                    image.pciLength(),
                    (long) image.dataStructure().codeType(),
                    (long) image.dataStructure().vendorId() << 16
                        | image.dataStructure().deviceId(),
                    (long) image.dataStructure().length()))
        .toList();
  }
}
