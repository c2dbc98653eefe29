package io.github.romparser.edit;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.RomHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ROM that can be edited.
 *
 * @param rom the file; its bytes begin at offset 0
 * @param chain the first chain, which has at least one image on its PCI walk
 */
record Subject(RomFile rom, RomChain chain) {

  /** The most images on a PCI walk whose headers are edited. Published ROMs have at most seven. */
  static final int MOST_IMAGES = 64;

  /** The file, if headers in it can be edited. */
  static Subject of(RomFile given) throws Refused {
    Subject subject = ofAny(given);
    RomFile rom = subject.rom;
    if (!rom.kind().isRom()) {
      throw new Refused(RefusalCode.WRONG_CONTAINER, named(rom));
    }
    int images = subject.chain.pci().images().size();
    if (images > MOST_IMAGES) {
      throw new Refused(RefusalCode.TOO_MANY_IMAGES, new Argument.Count(images));
    }
    return subject;
  }

  /** The file, whatever is around the ROM. */
  static Subject ofAny(RomFile given) throws Refused {
    RomFile rom =
        given.bytes().offset() == 0 ? given : RomReader.read(Slice.of(given.bytes().toByteArray()));
    if (rom.isaRom().isPresent()) {
      throw new Refused(RefusalCode.ISA_ROM);
    }
    if (rom.chains().isEmpty()) {
      throw new Refused(RefusalCode.NO_ROM, new Argument.Term(rom.kind().title()));
    }
    RomChain chain = rom.chains().get(0);
    if (chain.pci().images().isEmpty()) {
      throw new Refused(
          RefusalCode.NO_PCI_IMAGE,
          new Argument.Offset(chain.offset()),
          new Argument.Term(
              chain.images().get(0).header().signature().id()
                  + " with "
                  + chain.images().get(0).dataStructure().signature()));
    }
    return new Subject(rom, chain);
  }

  /** What the file is, and where its chains begin. */
  static List<Argument> named(RomFile rom) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(new Argument.Term(rom.kind().title()));
    rom.chains().stream()
        .limit(8)
        .forEach(chain -> arguments.add(new Argument.Offset(chain.offset())));
    return arguments;
  }

  /** The images on the PCI walk. */
  List<RomImage> images() {
    return chain.on(chain.pci());
  }

  /** The last image on the PCI walk. */
  RomImage last() {
    List<RomImage> images = images();
    return images.get(images.size() - 1);
  }

  /** A finding of a kind about the place given. */
  Optional<Finding> finding(FindingCode code, long at) {
    return rom.findings().stream()
        .filter(f -> f.code() == code && f.range().offset() == at)
        .findFirst();
  }

  /**
   * Checks the edited bytes and tells what follows from the edit.
   *
   * @param bytes the file after the edit
   * @param steps what was done
   * @param walk how many images, from the first on, the PCI walk has to lead through as before
   */
  Edit finish(byte[] bytes, List<EditStep> steps, int walk) throws Refused {
    Slice after = Slice.of(bytes);
    RomFile read = RomReader.read(after);
    if (read.chains().isEmpty()
        || !places(read.chains().get(0), walk).equals(places(chain, walk))) {
      throw new Refused(RefusalCode.ODD_LAYOUT);
    }
    boolean efi = false;
    boolean touched = false;
    for (RomImage image : chain.images()) {
      if (image instanceof EfiImage driver) {
        efi = true;
        long at = image.offset();
        if (!same(after, at, RomHeader.LENGTH)) {
          throw new Refused(RefusalCode.ODD_LAYOUT);
        }
        long start = driver.efi().imageOffset();
        if (!same(after, at + start, Math.max(0, image.bytes().length() - start))) {
          touched = true;
          steps.add(
              EditStep.of(
                  EditCode.SIGNATURE_TOUCHED,
                  image.bytes().range(),
                  new Argument.Count(image.index())));
        }
      }
    }
    if (steps.stream().noneMatch(step -> step.code().mark() == EditCode.Mark.DONE)) {
      return new Edit(after, steps);
    }
    if (efi && !touched) {
      steps.add(EditStep.of(EditCode.SIGNATURES_KEPT, new Range(chain.offset(), 0)));
    }
    if (rom.prefix().isPresent()) {
      Range prefix = rom.prefix().get().range();
      steps.add(EditStep.of(EditCode.STILL_WRAPPED, prefix, new Argument.Offset(prefix.end())));
    }
    rom.findings().stream()
        .filter(f -> f.code() == FindingCode.ROM_TWICE)
        .limit(1)
        .forEach(
            f ->
                steps.add(
                    EditStep.of(
                        EditCode.SECOND_ROM_KEPT,
                        new Range(f.range().offset(), 0),
                        new Argument.Offset(f.range().offset()))));
    return new Edit(after, steps);
  }

  private boolean same(Slice after, long at, long length) {
    Slice before = rom.bytes().clamp(at, length);
    return before.sameBytes(after.clamp(at, length));
  }

  private static List<Long> places(RomChain chain, int count) {
    return chain.on(chain.pci()).stream().limit(count).map(RomImage::offset).toList();
  }
}
