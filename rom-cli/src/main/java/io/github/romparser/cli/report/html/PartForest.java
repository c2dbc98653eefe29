package io.github.romparser.cli.report.html;

import io.github.romparser.extract.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The tree of all parts of a file, and which of them are told where there are too many: first the
 * ways to what was found and to what could not be opened, then the rest, from the outside inwards.
 */
final class PartForest {

  /** So many parts are told. */
  static final int MOST = 1200;

  private final List<Part> parts;
  private final List<List<Integer>> children = new ArrayList<>();
  private final int[] depths;
  private final BitSet told = new BitSet();
  private final BitSet leadsToRom = new BitSet();

  PartForest(List<Part> parts) {
    this.parts = parts;
    this.depths = new int[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      children.add(new ArrayList<>());
      int parent = parts.get(i).parent();
      if (parent >= 0) {
        children.get(parent).add(i);
        depths[i] = depths[parent] + 1;
      }
    }
    choose();
  }

  private void choose() {
    for (int i = 0; i < parts.size(); i++) {
      Part.Kind kind = parts.get(i).kind();
      boolean found = kind == Part.Kind.ROM || kind == Part.Kind.PRODUCT;
      if (found) {
        for (int at = i; at >= 0 && !leadsToRom.get(at); at = parts.get(at).parent()) {
          leadsToRom.set(at);
        }
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Part.Kind kind = parts.get(i).kind();
      if (kind == Part.Kind.ROM || kind == Part.Kind.PRODUCT) {
        tell(i);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).kind() == Part.Kind.DEAD_END) {
        tell(i);
      }
    }
    int deepest = 0;
    for (int depth : depths) {
      deepest = Math.max(deepest, depth);
    }
    for (int depth = 0; depth <= deepest && told.cardinality() < MOST; depth++) {
      for (int i = 0; i < parts.size(); i++) {
        if (depths[i] == depth) {
          tell(i);
        }
      }
    }
  }

  /** Tells a part and the way to it, if there is room for all of it. */
  private void tell(int part) {
    int missing = 0;
    for (int at = part; at >= 0 && !told.get(at); at = parts.get(at).parent()) {
      missing++;
    }
    if (told.cardinality() + missing <= MOST) {
      for (int at = part; at >= 0 && !told.get(at); at = parts.get(at).parent()) {
        told.set(at);
      }
    }
  }

  /** All parts. */
  List<Part> parts() {
    return parts;
  }

  /** How deep a part lies; the file itself has depth 0. */
  int depth(Part part) {
    return depths[part.number()];
  }

  /** Whether a part is told. */
  boolean isTold(Part part) {
    return told.get(part.number());
  }

  /** Whether a part is, or has in it, something that was looked for. */
  boolean leadsToRom(Part part) {
    return leadsToRom.get(part.number());
  }

  /** The parts right in a part that are told. */
  List<Part> toldIn(Part part) {
    return children.get(part.number()).stream().filter(told::get).map(parts::get).toList();
  }

  /** How many parts right in a part are not told. */
  int leftIn(Part part) {
    return children.get(part.number()).size() - toldIn(part).size();
  }

  /** How many parts are not told at all. */
  int left() {
    return parts.size() - told.cardinality();
  }

  /**
   * The part itself or the innermost one around it whose bytes stand in the file as they are.
   *
   * @return the file itself if there is no other
   */
  Part stored(Part part) {
    // A part that could not be decoded has the place of what it would have been decoded from.
    Part stored = part;
    for (Part at = part; at.parent() >= 0; at = parts.get(at.parent())) {
      if (at.decoded()) {
        stored = parts.get(at.parent());
      }
    }
    return stored;
  }
}
