package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import io.github.romparser.extract.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the parts lie in the file that was searched: a row for each depth, and a lane for where
 * ROMs are, of those in packed parts the place of what they are packed in.
 */
final class PartMap {

  /** So many rows of parts in parts are drawn. */
  private static final int MOST_ROWS = 4;

  /** So many parts are drawn in all. */
  private static final int MOST_PARTS = 64;

  private static final Comparator<Range> IN_ORDER =
      Comparator.comparingLong(Range::offset).thenComparing(Range::length);

  private final String id;
  private final PartForest forest;
  private final PartTree tree;
  private final long size;

  PartMap(String id, PartForest forest, PartTree tree, long size) {
    this.id = id;
    this.forest = forest;
    this.tree = tree;
    this.size = size;
  }

  /** The figure; empty if the file has no bytes. */
  Optional<Element> element() {
    if (size == 0 || forest.parts().isEmpty()) {
      return Optional.empty();
    }
    List<Part> drawn = chosen();
    List<List<Region>> rows = new ArrayList<>();
    int deepest = drawn.stream().mapToInt(forest::depth).max().orElse(0);
    for (int depth = 0; depth <= deepest; depth++) {
      int row = depth;
      List<Region> regions =
          RomRegions.drawn(
              drawn.stream().filter(p -> forest.depth(p) == row).map(this::region).toList());
      if (!regions.isEmpty()) {
        rows.add(regions);
      }
    }
    String text =
        "A row for each depth: the file, what is in it, and what is in that. The tree that follows"
            + " has the same parts.";
    return Optional.of(
        new FileMap(id + "-figure", size, rows, lanes(), List.of(), Labels.WHOLE)
            .element("Map of the file and its parts", text));
  }

  /** What is drawn: not too deep, what leads to a ROM first, then the largest. */
  private List<Part> chosen() {
    List<Part> stored = new ArrayList<>();
    for (Part part : forest.parts()) {
      if (forest.depth(part) < MOST_ROWS
          && forest.isTold(part)
          && forest.stored(part).number() == part.number()
          && part.range().length() > 0
          && part.range().end() <= size) {
        stored.add(part);
      }
    }
    stored.sort(
        Comparator.<Part, Boolean>comparing(forest::leadsToRom)
            .reversed()
            .thenComparing(p -> -p.range().length())
            .thenComparing(Part::number));
    return stored.subList(0, Math.min(stored.size(), MOST_PARTS));
  }

  private Region region(Part part) {
    String name = tree.name(part);
    String label =
        part.kind() == Part.Kind.ROM
            ? "ROM"
            : name.isEmpty() ? part.format().orElse(kind(part).title()) : name;
    return Region.of(
        PartTree.id(id, part),
        kind(part),
        part.range(),
        label,
        part.format().orElse(kind(part).title()),
        "");
  }

  private static Kind kind(Part part) {
    return switch (part.kind()) {
      case CONTAINER -> Kind.CONTAINER;
      case AREA -> Kind.AREA;
      case PADDING -> Kind.PADDING;
      case ROM -> Kind.ROM;
      case PRODUCT -> Kind.PRODUCT;
      case DEAD_END -> Kind.DEAD_END;
    };
  }

  private List<FileMap.Lane> lanes() {
    Map<Range, Integer> places = new TreeMap<>(IN_ORDER);
    for (Part part : forest.parts()) {
      if (part.kind() == Part.Kind.ROM) {
        places.merge(forest.stored(part).range(), 1, Integer::sum);
      }
    }
    List<FileMap.Stretch> stretches = new ArrayList<>();
    long end = 0;
    for (Map.Entry<Range, Integer> place : places.entrySet()) {
      if (place.getKey().offset() >= end && stretches.size() < MOST_PARTS) {
        end = place.getKey().end();
        stretches.add(new FileMap.Stretch(place.getKey(), Numbers.count(place.getValue(), "ROM")));
      }
    }
    return stretches.isEmpty()
        ? List.of()
        : List.of(new FileMap.Lane("Option ROMs, or what they are packed in", stretches));
  }
}
