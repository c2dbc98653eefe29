package io.github.romparser.cli.report.html;

import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.ExtractResult;
import io.github.romparser.cli.report.ExtractTextReport;
import io.github.romparser.cli.report.ImageLine;
import io.github.romparser.cli.report.TextReport;
import io.github.romparser.extract.DeviceMatch;
import io.github.romparser.extract.FoundDriver;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.FoundTable;
import io.github.romparser.extract.Part;
import io.github.romparser.extract.Source;
import io.github.romparser.vendor.RomContents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found, a card each: what it is, and where. */
final class FoundCards {

  /** So many of a kind have a card; JSON has all. */
  static final int MOST = 100;

  /** Of so many ROMs it is told what is in them. */
  private static final int MOST_OPENED = 12;

  private static final int MOST_PLACES = 12;

  private final String id;
  private final ExtractResult result;
  private final PciIds names;
  private final int level;

  /** The name of the part at a place, for links. */
  private final Map<Source, String> places = new HashMap<>();

  FoundCards(String id, ExtractResult result, PartForest forest, PciIds names, int level) {
    this.id = id;
    this.result = result;
    this.names = names;
    this.level = level;
    for (Part part : forest.parts()) {
      boolean found = part.kind() == Part.Kind.ROM || part.kind() == Part.Kind.PRODUCT;
      if (found && forest.isTold(part)) {
        places.putIfAbsent(
            new Source(part.provenance().path(), part.range().offset()), PartTree.id(id, part));
      }
    }
  }

  Element element() {
    Element cards = Element.block("cards");
    List<FoundRom> roms = result.extraction().roms();
    for (int i = 0; i < roms.size() && i < MOST; i++) {
      cards.add(rom(roms.get(i), i));
    }
    left(cards, roms.size(), "option ROM");
    List<FoundDriver> drivers = result.extraction().drivers();
    for (int i = 0; i < drivers.size() && i < MOST; i++) {
      cards.add(driver(drivers.get(i), id + "-driver" + i));
    }
    left(cards, drivers.size(), "driver");
    List<FoundTable> tables = result.extraction().tables();
    for (int i = 0; i < tables.size() && i < MOST; i++) {
      FoundTable table = tables.get(i);
      Element card = card(id + "-table" + i, "Intel video BIOS table: " + table.name());
      card.add(facts(table.bytes().length(), table.sha256()));
      cards.add(card.add(sources(table.sources())));
    }
    left(cards, tables.size(), "table");
    return cards.isEmpty()
        ? Element.of("p", "none", "No option ROM, no bare EFI display driver, no video BIOS table.")
        : cards;
  }

  private static void left(Element cards, int count, String what) {
    if (count > MOST) {
      cards.add(
          Element.of("p", "left", Numbers.count(count - MOST, "more " + what) + " left out."));
    }
  }

  private Element card(String name, String title) {
    return Element.of("article")
        .id(name)
        .attribute("class", "rom")
        .add(Element.of("h" + level, title));
  }

  private Element facts(int size, String sha256) {
    Tables.Facts facts = new Tables.Facts().add("Size", TextReport.bytes(size));
    result.file(sha256).ifPresent(file -> facts.add("Written as", file));
    return facts.add("SHA-256", Element.of("dd").add(Element.of("code", sha256))).element();
  }

  private Element rom(FoundRom rom, int number) {
    String name = id + "-rom" + number;
    Element card = card(name, ExtractTextReport.id(rom, names));
    result.match(rom).flatMap(FoundCards::badge).ifPresent(b -> card.add(Element.of("p").add(b)));
    card.add(Element.of("p", ExtractTextReport.images(rom)));
    card.add(facts(rom.bytes().length(), rom.sha256()));
    card.add(sources(rom.sources()));
    if (number < MOST_OPENED) {
      String file = result.file(rom.sha256()).orElse(rom.fileName());
      RomChapters chapters =
          new RomChapters(name, file, RomContents.of(rom.rom()), names, Map.of());
      card.add(
          Element.of("details")
              .add(Element.of("summary", "What is in it"))
              .add(chapters.drawing(Labels.WHOLE))
              .add(chapters.details()));
    }
    return card;
  }

  private static Optional<Element> badge(DeviceMatch match) {
    return switch (match) {
      case SAME -> Optional.of(Element.of("span", "badge s-good", "✓ for the device asked for"));
      case FAMILY ->
          Optional.of(
              Element.of("span", "badge s-warning", "~ same family as the device asked for"));
      case OTHER -> Optional.of(Element.of("span", "badge s-note", "✗ for another device"));
    };
  }

  private Element driver(FoundDriver driver, String name) {
    Element card = card(name, driver.name());
    card.add(
        Element.of(
            "p", ImageLine.machine(driver.machine()) + ", an EFI driver without ROM header"));
    card.add(facts(driver.bytes().length(), driver.sha256()));
    card.add(sources(driver.sources()));
    String file = result.file(driver.sha256()).orElse("DRIVER.efi");
    return card.add(
        Element.of("pre", "command", "rom-parser wrap " + file + " --device vvvv:dddd -o gop.rom"));
  }

  private Element sources(List<Source> sources) {
    Element list = Element.of("ul").attribute("class", "ways").attribute("aria-label", "Places");
    for (Source source : sources.subList(0, Math.min(sources.size(), MOST_PLACES))) {
      String place = "at " + Numbers.hex(source.offset());
      Element item = Element.of("li");
      String part = places.get(source);
      item.add(part == null ? Element.of("span", place) : Element.link(part, place)).text(" in ");
      path(item, source.path());
      list.add(item);
    }
    if (sources.size() > MOST_PLACES) {
      list.add(Element.of("li", "left", Numbers.count(sources.size() - MOST_PLACES, "more place")));
    }
    return list;
  }

  /** The way to something, a step behind the other. */
  static void path(Element line, List<String> path) {
    for (int i = 0; i < path.size(); i++) {
      if (i > 0) {
        line.add(Element.of("span", "step-in", " › "));
      }
      line.add(Element.of("span", path.get(i)));
    }
  }
}
