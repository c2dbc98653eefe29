package io.github.romparser.vendor.amd;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one of the two master tables, with what is wrong in it. */
final class AtomTableReader {

  /** The most entries that are read; known lists have 35 data tables and 81 commands. */
  static final int MOST = 256;

  private final Slice image;
  private final Phrase list;
  private final int at;
  private final List<Finding> findings;
  private final Trouble lost = new Trouble();
  private final Trouble cut = new Trouble();

  /** How many entries have a trouble, and which is the first. */
  private static final class Trouble {
    int count;
    int index;
    Phrase phrase = Phrase.NOT_THERE;

    void add(int entry, Phrase why) {
      if (count++ == 0) {
        index = entry;
        phrase = why;
      }
    }
  }

  private AtomTableReader(Slice image, Phrase list, int at, List<Finding> findings) {
    this.image = image;
    this.list = list;
    this.at = at;
    this.findings = findings;
  }

  /**
   * Reads a list.
   *
   * @param list which one
   * @param at its place in the image
   * @param findings where to add what is wrong
   */
  static Optional<AtomMasterTable> read(Slice image, Phrase list, int at, List<Finding> findings) {
    return new AtomTableReader(image, list, at, findings).read();
  }

  private Optional<AtomMasterTable> read() {
    if (at == 0 || !image.has(at, AtomTable.HEADER)) {
      missing(at == 0 ? Phrase.NOT_THERE : Phrase.OUTSIDE);
      return Optional.empty();
    }
    int size = image.u16(at);
    if (size < AtomTable.HEADER) {
      missing(Phrase.NOT_THERE);
      return Optional.empty();
    }
    if (!image.has(at, size)) {
      missing(Phrase.OUTSIDE);
    }
    int revision = image.u8(at + 2L);
    int count = (size - AtomTable.HEADER) / 2;
    List<AtomTable> tables = new ArrayList<>();
    for (int i = 0; i < Math.min(count, MOST) && image.has(entry(i), 2); i++) {
      int pointer = image.u16(entry(i));
      if (pointer != 0) {
        table(i, pointer, size, revision).ifPresent(tables::add);
      }
    }
    tell(lost, Severity.WARNING);
    tell(cut, Severity.NOTE);
    return Optional.of(
        new AtomMasterTable(image.offset() + at, size, revision, image.u8(at + 3L), count, tables));
  }

  private long entry(int index) {
    return at + AtomTable.HEADER + 2L * index;
  }

  private Optional<AtomTable> table(int index, int pointer, int listSize, int revision) {
    if (!image.has(pointer, AtomTable.HEADER)) {
      lost.add(index, Phrase.OUTSIDE);
      return Optional.empty();
    }
    if (pointer >= at && pointer < at + listSize) {
      lost.add(index, Phrase.TABLE_LOOP);
      return Optional.empty();
    }
    int size = image.u16(pointer);
    if (size < AtomTable.HEADER) {
      lost.add(index, Phrase.TABLE_SHORT);
    } else if (!image.has(pointer, size)) {
      cut.add(index, Phrase.TABLE_CUT);
    }
    return Optional.of(
        new AtomTable(
            index,
            list == Phrase.ATOM_DATA ? AtomTableNames.data(revision, index) : "",
            image.offset() + pointer,
            pointer,
            size,
            image.u8(pointer + 2L),
            image.u8(pointer + 3L)));
  }

  private void missing(Phrase why) {
    findings.add(
        Finding.of(
            FindingCode.AMD_MASTER,
            image.clamp(at, AtomTable.HEADER).range(),
            new Argument.Says(list),
            new Argument.Offset(image.offset() + at),
            new Argument.Says(why)));
  }

  private void tell(Trouble trouble, Severity severity) {
    if (trouble.count > 0) {
      findings.add(
          Finding.of(
                  FindingCode.AMD_TABLE,
                  new Range(image.offset() + entry(trouble.index), 2),
                  new Argument.Says(list),
                  new Argument.Count(trouble.count),
                  new Argument.Count(trouble.index),
                  new Argument.Offset(image.offset() + image.u16(entry(trouble.index))),
                  new Argument.Says(trouble.phrase))
              .as(severity));
    }
  }
}
