package io.github.romparser.extract;

import java.util.ArrayList;
import java.util.List;

/** A part whose entries are being looked at, one after the other. */
final class Frame {

  private final int number;
  private final Provenance provenance;
  private final List<Analysis.Entry> entries;
  private final long heldBytes;
  private final double from;
  private final double share;
  private int next;

  /**
   * A frame.
   *
   * @param number number of the part
   * @param provenance the way to it
   * @param entries what is in it
   * @param heldBytes how many decoded bytes are held for it
   * @param from how much of the whole work was done before it, from 0 to 1
   * @param share how much of the whole work it is
   */
  Frame(
      int number,
      Provenance provenance,
      List<Analysis.Entry> entries,
      long heldBytes,
      double from,
      double share) {
    this.number = number;
    this.provenance = provenance;
    this.entries = new ArrayList<>(entries);
    this.heldBytes = heldBytes;
    this.from = from;
    this.share = share;
  }

  int number() {
    return number;
  }

  Provenance provenance() {
    return provenance;
  }

  long heldBytes() {
    return heldBytes;
  }

  boolean hasNext() {
    return next < entries.size();
  }

  Analysis.Entry next() {
    return entries.get(next++);
  }

  /** What comes next, at most so many entries. */
  List<Analysis.Entry> ahead(int most) {
    return entries.subList(next, Math.min(entries.size(), next + most));
  }

  /** How much of the whole work was done when the entry that {@link #next} gave last began. */
  double done() {
    return entries.isEmpty() ? from : from + share * Math.max(0, next - 1) / entries.size();
  }

  /** How much of the whole work an entry is. */
  double shareOfEntry() {
    return entries.isEmpty() ? 0 : share / entries.size();
  }
}
