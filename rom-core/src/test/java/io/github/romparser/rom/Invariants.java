package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.fail;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.header.DataStructureSignature;
import io.github.romparser.rom.header.RomSignature;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What holds for the model of any bytes whatever. Written with plain comparisons rather than
 * assertions of a library, because it runs some hundred thousand times.
 */
final class Invariants {

  /**
   * Findings about a structure or a length that promises more than the file has: their range begins
   * in the file and may end behind it.
   */
  private static final Set<FindingCode> PROMISES =
      EnumSet.of(
          FindingCode.SIZE_MISMATCH,
          FindingCode.HIDDEN_IMAGE,
          FindingCode.NPDE_REVISION,
          FindingCode.STRUCTURE_SUM);

  private final Slice file;
  private final RomFile rom;

  private Invariants(Slice file, RomFile rom) {
    this.file = file;
    this.rom = rom;
  }

  /** Reads, and checks what was read. */
  static RomFile read(Slice file) {
    RomFile rom = RomReader.read(file);
    new Invariants(file, rom).check();
    return rom;
  }

  /** The same, and reads once more: nothing but the bytes may count. */
  static RomFile readTwice(Slice file) {
    RomFile rom = read(file);
    that(rom.equals(RomReader.read(file)), "reading twice gives two models");
    that(rom.hashCode() == RomReader.read(file).hashCode(), "equal models have equal hashes");
    return rom;
  }

  private void check() {
    that(rom.bytes().equals(file), "the model keeps the file");
    kind();
    cover();
    for (int i = 0; i < rom.chains().size(); i++) {
      chain(i);
    }
    findings();
  }

  private void kind() {
    boolean atStart =
        !rom.chains().isEmpty() && rom.chains().get(0).offset() == rom.bytes().offset();
    that(atStart == (rom.kind() == FileKind.OPTION_ROM), "a ROM begins at the first byte");
    that((rom.kind() == FileKind.EMPTY) == (file.length() == 0), "what has no bytes is empty");
    that(rom.isaRom().isEmpty() || rom.chains().isEmpty(), "an ISA ROM has no chain");
    that(rom.isaRom().isPresent() == (rom.kind() == FileKind.ISA_ROM), "ISA ROM and kind");
  }

  /** Prefix, chains, gaps and trailing bytes make up the file, each byte once. */
  private void cover() {
    if (rom.chains().isEmpty()) {
      that(rom.prefix().isEmpty() && rom.gaps().isEmpty(), "nothing stands around no chain");
      that(rom.trailing().isEmpty(), "nothing stands behind no chain");
      return;
    }
    long at = file.offset();
    int gap = 0;
    boolean first = true;
    for (RomChain chain : rom.chains()) {
      if (chain.offset() > at) {
        Range between = first ? rom.prefix().orElseThrow().range() : rom.gaps().get(gap++).range();
        that(between.equals(Range.between(at, chain.offset())), "what stands before a chain");
      }
      that(chain.offset() >= at, "chains are in order and apart");
      that(chain.end() >= chain.offset(), "a chain ends where it begins or later");
      at = chain.end();
      first = false;
    }
    that(rom.gaps().size() == gap, "gaps stand between chains");
    that(
        rom.prefix().isPresent() == rom.chains().get(0).offset() > file.offset(),
        "a prefix stands before the first chain");
    that(at <= file.end(), "chains end within the file");
    Optional<Range> rest = rom.trailing().map(Gap::range);
    that(
        rest.equals(
            at < file.end() ? Optional.of(Range.between(at, file.end())) : Optional.empty()),
        "what stands behind the last chain");
  }

  private void chain(int place) {
    RomChain chain = rom.chains().get(place);
    that(chain.end() == Math.max(chain.pci().end(), chain.vendor().end()), "the longer walk");
    long before = -1;
    for (int i = 0; i < chain.images().size(); i++) {
      RomImage image = chain.images().get(i);
      that(image.index() == i, "images are numbered");
      that(image.offset() > before, "images are in order");
      image(image);
      before = image.offset();
    }
    Set<Integer> walked = new TreeSet<>(chain.pci().images());
    walked.addAll(chain.vendor().images());
    that(walked.size() == chain.images().size(), "every image is on a walk");
    that(!chain.vendor().images().isEmpty(), "NVIDIA's walk knows every first image");
    walk(chain, chain.pci(), false);
    walk(chain, chain.vendor(), true);
    chain
        .copyOf()
        .ifPresent(
            earlier -> {
              that(earlier < place, "the copy comes second");
              that(bytes(rom.chains().get(earlier)).sameBytes(bytes(chain)), "a copy is one");
            });
  }

  private Slice bytes(RomChain chain) {
    return file.slice(chain.offset() - file.offset(), chain.end() - chain.offset());
  }

  private void image(RomImage image) {
    that(image.offset() >= file.offset() && image.offset() < file.end(), "images are in the file");
    that(image.bytes().offset() == image.offset(), "an image begins with its header");
    that(
        image.bytes().length() == Math.min(image.effectiveLength(), file.end() - image.offset()),
        "an image is cut at the end of the file");
    that(
        image.dataStructure().offset() == image.offset() + image.header().dataStructurePointer(),
        "the pointer leads to the data structure");
    that(
        image.initializationLength().isPresent()
            == (image instanceof LegacyImage || image instanceof EfiImage),
        "two types have an initialisation size");
  }

  private void walk(RomChain chain, Walk walk, boolean vendor) {
    List<RomImage> images = chain.on(walk);
    that(walk.end() >= chain.offset() && walk.end() <= file.end(), "walks end within the file");
    long at = chain.offset();
    for (RomImage image : images) {
      that(image.offset() == at, "the next image stands where the length leads");
      that(vendor || pci(image), "PCI's walk knows only its own images");
      at += vendor ? image.effectiveLength() : image.pciLength();
    }
    switch (walk.endReason()) {
      case LAST -> that(!images.isEmpty() && walk.end() == at, "the last image ends the walk");
      case END_OF_FILE -> that(at == file.end() && walk.end() == at, "the file ends the walk");
      case PAST_END -> that(!images.isEmpty() && at + 0x1_0018 > file.end(), "more was promised");
      case NO_IMAGE -> that(walk.end() == at && at < file.end(), "there is something else");
      case ZERO_LENGTH ->
          that(!images.isEmpty() && at == images.get(images.size() - 1).offset(), "length 0");
      case LIMIT -> that(images.size() <= RomReader.MOST_IMAGES, "the limit is a limit");
    }
  }

  private static boolean pci(RomImage image) {
    return image.header().signature() == RomSignature.PCI
        && image.dataStructure().signature() == DataStructureSignature.PCIR;
  }

  private void findings() {
    Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
    Finding before = null;
    for (Finding finding : rom.findings()) {
      that(
          before == null || Finding.WORST_FIRST.compare(before, finding) <= 0,
          "the worst finding comes first");
      counts.merge(finding.code(), 1, Integer::sum);
      range(finding);
      before = finding;
    }
    counts.forEach(
        (code, count) ->
            that(
                count <= FindingList.MOST || code == FindingCode.MORE_FINDINGS,
                "findings of a kind are few"));
  }

  /** A pointer that leads outside is told of where it leads; all other places are in the file. */
  private void range(Finding finding) {
    Range range = finding.range();
    that(range.offset() >= file.offset(), "findings are in the file: " + finding);
    that(
        range.offset() <= file.end() || finding.code() == FindingCode.POINTER_OUTSIDE,
        "findings begin in the file: " + finding);
    that(
        range.end() <= file.end()
            || PROMISES.contains(finding.code())
            || finding.code() == FindingCode.POINTER_OUTSIDE,
        "findings end in the file: " + finding);
  }

  private static void that(boolean holds, String what) {
    if (!holds) {
      fail(what);
    }
  }
}
