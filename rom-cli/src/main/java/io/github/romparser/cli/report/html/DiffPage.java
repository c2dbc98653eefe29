package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.DiffContents;
import io.github.romparser.cli.report.DiffReport;
import io.github.romparser.cli.report.RomText;
import io.github.romparser.compare.DiffNote;
import io.github.romparser.compare.ImageDiff;
import io.github.romparser.compare.RomDiff;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.vendor.RomContents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of {@code diff}. */
public final class DiffPage {

  /** So many images are told; JSON has all of them. */
  private static final int MOST_IMAGES = 128;

  /** Of so many images, and so many ranges of each, the bytes are shown. */
  private static final int MOST_SHOWN = 8;

  private static final int MOST_RANGES = 4;

  private static final int ROWS = 5;

  private final RomDiff diff;
  private final String nameA;
  private final String nameB;
  private final RomChapters a;
  private final RomChapters b;
  private final PciIds names;

  private DiffPage(String nameA, String nameB, RomDiff diff, PciIds names) {
    this.diff = diff;
    this.nameA = nameA;
    this.nameB = nameB;
    this.names = names;
    this.a = new RomChapters("a", nameA, RomContents.of(diff.a()), names, Map.of());
    this.b = new RomChapters("b", nameB, RomContents.of(diff.b()), names, Map.of());
  }

  /**
   * The page, UTF-8.
   *
   * @param nameA name of the first file as it was given
   * @param nameB name of the second file as it was given
   * @param names names of vendors and devices
   */
  public static Slice of(String nameA, String nameB, RomDiff diff, PciIds names) {
    return new DiffPage(nameA, nameB, diff, names).bytes();
  }

  private Slice bytes() {
    Page page = new Page("what differs", FilesPage.base(nameA) + " and " + FilesPage.base(nameB));
    String subject = diff.subject().map(side -> " (" + side + ")").orElse("");
    boolean equal = diff.verdict().equal();
    page.lead(
        Element.of("p")
            .attribute("class", "lead")
            .add(
                Element.of(
                    "span",
                    equal ? "badge s-good" : "badge s-error",
                    (equal ? "= " : "≠ ") + diff.verdict().id() + subject))
            .text(" " + diff.verdict().text() + "."));
    Element notes = Element.of("ul").attribute("class", "ways");
    for (DiffNote note : diff.notes()) {
      notes.add(Element.of("li", note.text()));
    }
    if (!notes.isEmpty()) {
      page.lead(notes);
    }
    page.section(new Chapter("images", "Image by image", images()));
    page.section(
        new Chapter(
            "maps",
            "Maps",
            Element.block("two")
                .add(side("A", nameA, diff.a(), a))
                .add(side("B", nameB, diff.b(), b))));
    page.section(new Chapter("bytes", "Bytes that differ", differences()));
    page.section(new Chapter("details-a", "Headers and bytes of A", a.details()));
    page.section(new Chapter("details-b", "Headers and bytes of B", b.details()));
    return page.bytes();
  }

  private Element side(String letter, String name, RomFile rom, RomChapters chapters) {
    return Element.of("section")
        .attribute("aria-label", "File " + letter)
        .add(Element.of("h3", letter + ": " + name))
        .add(Element.of("p", "lead", RomText.title(rom, names)))
        .add(chapters.facts())
        .add(chapters.drawing(Labels.HALF));
  }

  private Element images() {
    Element rows = Tables.body();
    around(
        rows,
        "before the ROM",
        diff.samePrefix(),
        RomDiff.prefix(diff.a()),
        RomDiff.prefix(diff.b()));
    DiffContents contents = new DiffContents(diff);
    List<ImageDiff> images = diff.images();
    for (int i = 0; i < images.size() && i < MOST_IMAGES; i++) {
      ImageDiff pair = images.get(i);
      Element what = Element.of("td", DiffReport.what(pair));
      contents.lines(pair).forEach(line -> what.add(Element.of("div", "more", line)));
      rows.add(row(DiffReport.label(pair), state(pair), what));
    }
    if (images.size() > MOST_IMAGES) {
      rows.add(
          row(
              "…",
              Element.of("span", ""),
              Element.of("td", Numbers.count(images.size() - MOST_IMAGES, "more image"))));
    }
    around(rows, "behind the ROM", diff.sameTail(), RomDiff.tail(diff.a()), RomDiff.tail(diff.b()));
    return rows.isEmpty()
        ? Element.of("p", "none", "Neither file has any bytes.")
        : Tables.of("Image by image", List.of("Image", "State", "What"), rows);
  }

  private static void around(Element rows, String label, boolean same, Slice a, Slice b) {
    DiffReport.around(same, a, b)
        .ifPresent(what -> rows.add(row(label, aroundState(same, a, b), Element.of("td", what))));
  }

  private static Element aroundState(boolean same, Slice a, Slice b) {
    if (same) {
      return Element.of("span", "badge s-good", "= identical");
    }
    if (a.length() == 0) {
      return Element.of("span", "badge s-note", "only B");
    }
    return Element.of("span", "badge s-note", b.length() == 0 ? "only A" : "≠ different");
  }

  private static Element row(String label, Element state, Element what) {
    return Element.of("tr")
        .add(Element.of("th", label).attribute("scope", "row"))
        .add(Element.of("td").add(state))
        .add(what);
  }

  private static Element state(ImageDiff pair) {
    String words = pair.state().id().replace('-', ' ');
    return switch (pair.state()) {
      case IDENTICAL -> Element.of("span", "badge s-good", "= " + words);
      case DIFFERENT -> Element.of("span", "badge s-error", "≠ " + words);
      case ONLY_A, ONLY_B ->
          Element.of("span", "badge s-warning", words.replace(" a", " A").replace(" b", " B"));
      case NOT_COMPARED -> Element.of("span", "badge s-note", "? " + words);
    };
  }

  private Element differences() {
    Element all = Element.block("differences");
    int shown = 0;
    for (ImageDiff pair : diff.images()) {
      if (pair.state() == ImageDiff.State.DIFFERENT && !ranges(pair).isEmpty()) {
        if (shown++ < MOST_SHOWN) {
          difference(all, pair);
        }
      }
    }
    if (shown > MOST_SHOWN) {
      all.add(
          Element.of("p", "left", Numbers.count(shown - MOST_SHOWN, "more image") + " left out."));
    }
    return shown > 0
        ? all
        : Element.of("p", "none", "Where both files have an image, its bytes are the same.");
  }

  private static List<Range> ranges(ImageDiff pair) {
    return pair.bytes().map(bytes -> bytes.first()).orElse(List.of());
  }

  private void difference(Element all, ImageDiff pair) {
    all.add(Element.of("h3", DiffReport.label(pair)));
    List<Range> ranges = ranges(pair);
    for (Range range : ranges.subList(0, Math.min(ranges.size(), MOST_RANGES))) {
      all.add(
          Element.block("two")
              .add(bytes("A", diff.a(), pair.a(), range))
              .add(bytes("B", diff.b(), pair.b(), range)));
    }
    long left = pair.bytes().map(bytes -> bytes.ranges()).orElse(0L) - MOST_RANGES;
    if (left > 0) {
      all.add(Element.of("p", "left", Numbers.count(left, "more range") + " of this image."));
    }
  }

  private static Element bytes(String letter, RomFile rom, Optional<RomImage> image, Range range) {
    long start = image.map(RomImage::offset).orElse(0L);
    Range place = new Range(start + range.offset(), range.length());
    return Element.block("side")
        .add(
            Element.of("p")
                .text(letter + " at ")
                .add(Element.of("code", Numbers.range(place)))
                .text(", " + Numbers.count(range.length(), "byte")))
        .add(
            HexView.around(
                rom.bytes(), place, ROWS, letter + ", bytes at " + Numbers.hex(place.offset())));
  }
}
