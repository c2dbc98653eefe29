package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.HeaderDetails;
import io.github.romparser.cli.report.ImageDigests;
import io.github.romparser.cli.report.OpenedDrivers;
import io.github.romparser.cli.report.RomText;
import io.github.romparser.cli.report.TextReport;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.Walk;
import io.github.romparser.sign.Sha256;
import io.github.romparser.vendor.RomContents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to say of one ROM file: map, regions, findings, headers, bytes. */
final class RomChapters {

  /** So many rows of a region's bytes are shown. */
  private static final int ROWS = 8;

  /** So many steps of a walk, and so many chains, are told. */
  private static final int MOST_STEPS = 32;

  private final String id;
  private final RomFile rom;
  private final OpenedDrivers drivers;
  private final List<Region> regions;
  private final FindingCards findings;

  /**
   * A file.
   *
   * @param id begins all names for links
   * @param name the file's name as it was given
   * @param findings what is to be told of it, with whom it concerns
   */
  RomChapters(
      String id, String name, RomContents contents, PciIds names, Map<Finding, String> findings) {
    this.id = id;
    this.rom = contents.judged();
    this.drivers = new OpenedDrivers(contents);
    this.regions = RomRegions.of(id, rom, names, drivers);
    this.findings = new FindingCards(id, name, Optional.of(rom.bytes()), findings);
  }

  /** Findings that concern everybody. */
  static Map<Finding, String> forAll(List<Finding> findings) {
    Map<Finding, String> all = new LinkedHashMap<>();
    findings.forEach(finding -> all.put(finding, ""));
    return all;
  }

  /** The findings. */
  FindingCards findings() {
    return findings;
  }

  /** Size, digest, kind. */
  Element facts() {
    return new Tables.Facts()
        .add("Size", TextReport.bytes(rom.bytes().length()))
        .add("Kind", rom.kind().title())
        .add("SHA-256", Element.of("dd").add(Element.of("code", Sha256.hex(rom.bytes()))))
        .element();
  }

  /** The map, the regions, the walks. */
  Chapter map() {
    return new Chapter(id + "-map", "Map", drawing(Labels.WHOLE));
  }

  /** The findings; a chapter of the given level. */
  Chapter findings(int level) {
    return new Chapter(id + "-findings", "Findings", findings.element(level + 1));
  }

  /** Every region with its headers and its first bytes. */
  Chapter regions() {
    return new Chapter(id + "-regions", "Headers and bytes", details());
  }

  /** The map with the table of the regions and the walks. */
  Element drawing(Labels labels) {
    Element body = Element.block("map-body");
    if (rom.bytes().length() == 0) {
      return body.add(Element.of("p", "none", "The file is empty: there is nothing to draw."));
    }
    String title = "Map of the file, " + Numbers.count(regions.size(), "region");
    body.add(
        new FileMap(
                id + "-figure",
                rom.bytes().length(),
                List.of(RomRegions.drawn(regions)),
                lanes(),
                findings.flags(),
                labels)
            .element(title, "The table that follows has the same regions in the same order."));
    body.add(table());
    return body.add(walks());
  }

  private Element table() {
    Element rows = Tables.body();
    for (Region region : regions) {
      int end = firstWords(region.what());
      Element what =
          Element.of("td")
              .add(Element.link(region.id() + "-bytes", region.what().substring(0, end)))
              .text(region.what().substring(end));
      region.more().forEach(more -> what.add(Element.of("div", "more", more)));
      rows.add(
          Element.of("tr")
              .id(region.id())
              .add(
                  Element.of("th")
                      .attribute("scope", "row")
                      .attribute("class", "number")
                      .add(Element.of("code", Numbers.hex(region.range().offset()))))
              .add(Tables.number(Numbers.count(region.range().length())))
              .add(what));
    }
    return Tables.of("Regions of the file", List.of(">Offset", ">Bytes", "What"), rows);
  }

  /** Where the name of a region ends and what else there is to say begins. */
  private static int firstWords(String what) {
    int comma = what.indexOf(", ");
    int colon = what.indexOf(": ");
    int end = comma < 0 || (colon >= 0 && colon < comma) ? colon : comma;
    return end < 0 ? what.length() : end;
  }

  private List<FileMap.Lane> lanes() {
    List<FileMap.Stretch> pci = new ArrayList<>();
    List<FileMap.Stretch> vendor = new ArrayList<>();
    boolean same = true;
    int left = RomRegions.MOST_IMAGES;
    for (RomChain chain : rom.chains()) {
      if (left > 0) {
        left -= chain.images().size();
        same &= chain.pci().equals(chain.vendor());
        for (RomImage image : limited(chain, chain.pci())) {
          pci.add(stretch(image, image.pciLength()));
        }
        for (RomImage image : limited(chain, chain.vendor())) {
          vendor.add(stretch(image, image.effectiveLength()));
        }
      }
    }
    if (rom.chains().isEmpty()) {
      return List.of();
    }
    return same
        ? List.of(new FileMap.Lane("Both walks (PCI and vendor) are the same", pci))
        : List.of(
            new FileMap.Lane("PCI walk: what firmware and Linux see", pci),
            new FileMap.Lane("Vendor walk: with NVIDIA's NPDE and its own images", vendor));
  }

  private static List<RomImage> limited(RomChain chain, Walk walk) {
    return chain.on(walk).stream().limit(RomRegions.MOST_IMAGES).toList();
  }

  private static FileMap.Stretch stretch(RomImage image, long length) {
    return new FileMap.Stretch(new Range(image.offset(), Math.max(0, length)), "#" + image.index());
  }

  private Element walks() {
    Element list = Element.of("ul").attribute("class", "walks");
    int count = rom.chains().size();
    for (int i = 0; i < count && i < MOST_STEPS; i++) {
      RomChain chain = rom.chains().get(i);
      String which = count == 1 ? "" : "chain " + (i + 1) + ", ";
      if (chain.pci().equals(chain.vendor())) {
        list.add(walk(which + "PCI walk and vendor walk", chain.pci()));
      } else {
        list.add(walk(which + "PCI walk", chain.pci()));
        list.add(walk(which + "vendor walk", chain.vendor()));
      }
    }
    if (count > MOST_STEPS) {
      list.add(Element.of("li", Numbers.count(count - MOST_STEPS, "more chain")));
    }
    return count == 0 ? Element.block("walks") : list;
  }

  private static Element walk(String name, Walk walk) {
    StringBuilder way = new StringBuilder();
    walk.images().stream().limit(MOST_STEPS).forEach(image -> way.append(" #").append(image));
    if (walk.images().size() > MOST_STEPS) {
      way.append(" and ").append(Numbers.count(walk.images().size() - MOST_STEPS, "more image"));
    }
    return Element.of("li")
        .add(Element.of("b", Character.toUpperCase(name.charAt(0)) + name.substring(1) + ":"))
        .text(way.isEmpty() ? " no image" : way.toString())
        .text(", ends at ")
        .add(Element.of("code", Numbers.hex(walk.end())))
        .text(": " + RomText.reason(walk.endReason()));
  }

  /** Every region with its headers and its first bytes, each folded. */
  Element details() {
    if (regions.isEmpty()) {
      return Element.of("p", "none", "The file has no bytes.");
    }
    Element all = Element.block("regions");
    List<RomImage> images = new ArrayList<>();
    rom.chains().forEach(chain -> images.addAll(chain.images()));
    ImageDigests digests = new ImageDigests(rom.bytes().length());
    int next = 0;
    for (Region region : regions) {
      FieldTables fields = new FieldTables();
      HeaderDetails headers = new HeaderDetails(fields, drivers);
      if (region.count() > 1 || region.kind() == Kind.MORE) {
        next += region.count();
      } else if (region.kind() != Kind.AROUND && !images.isEmpty()) {
        headers.image(images.get(next++), digests);
      } else if (region.kind() == Kind.LEGACY) {
        rom.isaRom().ifPresent(headers::isa);
      } else if (region.range().offset() == 0) {
        rom.prefix().ifPresent(headers::prefix);
      }
      all.add(details(region, fields.element()));
    }
    return all;
  }

  private Element details(Region region, Element fields) {
    String name = region.label() + " " + region.title();
    Element body =
        Element.block("region-body")
            .id(region.id() + "-bytes")
            .add(HexView.first(rom.bytes(), region.range(), ROWS, "First bytes of " + name));
    long left = region.range().length() - (long) ROWS * HexView.ROW;
    if (left > 0) {
      body.add(Element.of("p", "left", Numbers.count(left, "more byte") + " of this region."));
    }
    body.add(fields);
    body.add(Element.of("p").add(Element.link(region.id(), "Back to the table")));
    return Element.of("details")
        .attribute("class", "region " + region.kind().css())
        .add(
            Element.of("summary")
                .add(Element.of("b", region.label()))
                .text(" " + region.title() + " ")
                .add(Element.of("code", Numbers.range(region.range()))))
        .add(body);
  }
}
