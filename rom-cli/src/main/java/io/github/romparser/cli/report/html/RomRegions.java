package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.ImageLine;
import io.github.romparser.cli.report.OpenedDrivers;
import io.github.romparser.cli.report.RomText;
import io.github.romparser.cli.report.VendorLine;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.FcodeImage;
import io.github.romparser.rom.Gap;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.VendorImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The regions of a ROM file in its order: what stands around the chains, and every image. */
final class RomRegions {

  /** So many images are told one by one; JSON has all of them. */
  static final int MOST_IMAGES = 64;

  private final String id;
  private final RomFile rom;
  private final PciIds names;
  private final OpenedDrivers drivers;
  private final List<Region> regions = new ArrayList<>();
  private int images;
  private int left;

  private RomRegions(String id, RomFile rom, PciIds names, OpenedDrivers drivers) {
    this.id = id;
    this.rom = rom;
    this.names = names;
    this.drivers = drivers;
  }

  /**
   * The regions.
   *
   * @param id begins their names for links
   */
  static List<Region> of(String id, RomFile rom, PciIds names, OpenedDrivers drivers) {
    RomRegions all = new RomRegions(id, rom, names, drivers);
    all.read();
    return all.regions;
  }

  private void read() {
    rom.prefix()
        .ifPresent(p -> around(p.range(), "before", "before the ROM: " + RomText.prefix(p)));
    if (rom.chains().isEmpty() && rom.bytes().length() > 0) {
      alone();
    }
    Map<Long, Gap> gaps = new TreeMap<>();
    rom.gaps().forEach(gap -> gaps.put(gap.range().end(), gap));
    for (int i = 0; i < rom.chains().size(); i++) {
      RomChain chain = rom.chains().get(i);
      Gap gap = gaps.get(chain.offset());
      if (gap != null && images < MOST_IMAGES) {
        around(gap.range(), "between", "between the chains: " + RomText.fill(gap.fill()));
      }
      chain(chain, i);
    }
    more();
    rom.trailing()
        .ifPresent(
            gap ->
                around(
                    gap.range(), "behind", "behind the last image: " + RomText.fill(gap.fill())));
  }

  /** A file without chain: an ISA ROM and what follows, or nothing that is a ROM. */
  private void alone() {
    long size = rom.bytes().length();
    long length = rom.isaRom().map(isa -> Math.min(isa.length(), size)).orElse(0L);
    if (length > 0) {
      regions.add(
          Region.of(
              name(), Kind.LEGACY, new Range(0, length), "ISA", "ISA ROM", rom.kind().title()));
    }
    if (length < size) {
      around(
          Range.between(length, size), "data", length > 0 ? "behind the ROM" : rom.kind().title());
    }
  }

  private void around(Range range, String label, String what) {
    regions.add(Region.of(name(), Kind.AROUND, range, label, "no part of the ROM", what));
  }

  private String name() {
    return id + "-r" + regions.size();
  }

  private void chain(RomChain chain, int place) {
    String which = rom.chains().size() == 1 ? "" : ", chain " + (place + 1);
    String copy =
        chain.copyOf().isPresent()
            ? ", the same bytes as chain " + (chain.copyOf().getAsInt() + 1)
            : "";
    for (RomImage image : chain.images()) {
      if (images++ >= MOST_IMAGES) {
        left++;
        continue;
      }
      List<String> more = new ArrayList<>();
      drivers.tables(image).flatMap(VendorLine::of).ifPresent(more::add);
      regions.add(
          new Region(
              name(),
              kind(image),
              image.bytes().range(),
              "#" + image.index(),
              ImageLine.type(image.dataStructure().codeType()),
              ImageLine.of(image, names, drivers) + which + copy,
              more,
              1));
    }
  }

  /** What stands for the images that are not told one by one. */
  private void more() {
    if (left > 0) {
      long from = regions.get(regions.size() - 1).range().end();
      long end = rom.trailing().map(gap -> gap.range().offset()).orElse(rom.bytes().end());
      String what = Numbers.count(left, "more image") + ", all of them with --json";
      regions.add(
          new Region(
              name(),
              Kind.MORE,
              Range.between(Math.min(from, end), end),
              "+" + left,
              "more images",
              what,
              List.of(),
              left));
    }
  }

  private static Kind kind(RomImage image) {
    if (image instanceof LegacyImage) {
      return Kind.LEGACY;
    }
    if (image instanceof EfiImage) {
      return Kind.EFI;
    }
    if (image instanceof FcodeImage) {
      return Kind.FCODE;
    }
    return image instanceof VendorImage vendor && vendor.nvidia() ? Kind.VENDOR : Kind.OTHER_IMAGE;
  }

  /**
   * The regions as a map can draw them: in the order of the file, each cut where the next begins,
   * because images may claim that they overlap.
   */
  static List<Region> drawn(List<Region> regions) {
    List<Region> drawn = new ArrayList<>();
    List<Region> inOrder = new ArrayList<>(regions);
    inOrder.sort((a, b) -> Long.compare(a.range().offset(), b.range().offset()));
    for (int i = 0; i < inOrder.size(); i++) {
      Region region = inOrder.get(i);
      long end = region.range().end();
      if (i + 1 < inOrder.size()) {
        end = Math.min(end, inOrder.get(i + 1).range().offset());
      }
      if (end > region.range().offset()) {
        drawn.add(
            new Region(
                region.id(),
                region.kind(),
                Range.between(region.range().offset(), end),
                region.label(),
                region.title(),
                region.what(),
                region.more(),
                region.count()));
      }
    }
    return drawn;
  }
}
