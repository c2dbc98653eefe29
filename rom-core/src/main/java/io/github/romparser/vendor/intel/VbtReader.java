package io.github.romparser.vendor.intel;

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
import java.util.OptionalInt;

/** Reads one video BIOS table, as far as it goes. */
final class VbtReader {

  /** The most blocks that are read; ids have 8 bits, and known tables have at most 40 blocks. */
  private static final int MOST_BLOCKS = 512;

  private final Slice table;
  private final VbtHeader header;
  private final boolean whole;
  private final List<BdbBlock> blocks = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  VbtReader(Slice bytes, VbtHeader header) {
    this.header = header;
    this.whole = bytes.has(0, header.vbtSize());
    this.table = bytes.clamp(0, header.vbtSize());
    if (!whole) {
      find(
          FindingCode.VBT_CUT,
          new Range(bytes.offset(), VbtHeader.LENGTH),
          new Argument.Offset(bytes.offset()),
          new Argument.Size(header.vbtSize()),
          new Argument.Size(bytes.length()));
    }
  }

  Vbt read() {
    Optional<BdbHeader> bdb = BdbHeader.read(table, header.bdbOffset());
    if (bdb.isPresent()) {
      readBlocks(bdb.get());
    } else {
      boolean outside = !table.has(header.bdbOffset(), BdbHeader.LENGTH);
      find(
          FindingCode.VBT_BDB,
          table.clamp(header.bdbOffset(), BdbHeader.LENGTH).range(),
          new Argument.Offset(table.offset() + header.bdbOffset()),
          new Argument.Says(outside ? Phrase.TABLE_CUT : Phrase.NOT_THERE));
    }
    Optional<GeneralDefinitions> definitions = bdb.flatMap(this::definitions);
    Optional<VbiosBuild> build =
        block(BdbBlock.VBIOS_PRIVATE).flatMap(b -> VbiosBuild.read(data(b)));
    findings.sort(Finding.WORST_FIRST);
    return new Vbt(
        header,
        table,
        bdb,
        blocks,
        build,
        definitions,
        whole ? OptionalInt.of(table.sum8(0, table.length())) : OptionalInt.empty(),
        findings);
  }

  /**
   * Reads the blocks. They begin where the BIOS data block says and end with it; the last may go on
   * to the end of the table, which is one byte further in many tables (measured).
   */
  private void readBlocks(BdbHeader bdb) {
    long at = header.bdbOffset() + bdb.headerSize();
    long end = Math.min(table.length(), header.bdbOffset() + bdb.size());
    boolean empty = false;
    while (at + BdbBlock.HEADER < end) {
      BdbBlock block = block(at);
      if (blocks.size() == MOST_BLOCKS) {
        trouble(block, Severity.WARNING, Phrase.BLOCK_MANY);
        return;
      }
      blocks.add(block);
      long next = at + BdbBlock.HEADER + block.size();
      if (next > table.length()) {
        trouble(block, Severity.WARNING, Phrase.BLOCK_CUT);
        return;
      }
      if (block.size() == 0 && !empty) {
        // The walk goes on behind it; one such block is told, however many there are.
        trouble(block, Severity.NOTE, Phrase.BLOCK_EMPTY);
        empty = true;
      }
      at = next;
    }
  }

  /** The block whose id stands at a place; its header is inside of the table. */
  private BdbBlock block(long at) {
    int id = table.u8(at);
    long data = at + BdbBlock.HEADER;
    boolean wide =
        id == BdbBlock.MIPI_SEQUENCE
            && table.has(data, 5)
            && table.u8(data) >= BdbBlock.MIPI_VERSION;
    return new BdbBlock(id, table.offset() + data, wide ? table.u32(data + 1) : table.u16(at + 1));
  }

  private Optional<BdbBlock> block(int id) {
    return blocks.stream().filter(block -> block.id() == id).findFirst();
  }

  private Slice data(BdbBlock block) {
    return table.clamp(block.offset() - table.offset(), block.size());
  }

  private Optional<GeneralDefinitions> definitions(BdbHeader bdb) {
    Optional<BdbBlock> block = block(BdbBlock.GENERAL_DEFINITIONS);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    Optional<GeneralDefinitions> definitions =
        GeneralDefinitions.read(data(block.get()), bdb.version());
    if (definitions.isEmpty()) {
      trouble(block.get(), Severity.WARNING, Phrase.BLOCK_SHORT);
    } else if (!definitions.get().hasRightChildren()) {
      trouble(block.get(), Severity.WARNING, Phrase.BLOCK_CHILD);
    }
    return definitions;
  }

  private void trouble(BdbBlock block, Severity severity, Phrase why) {
    findings.add(
        Finding.of(
                FindingCode.VBT_BLOCK,
                data(block).range(),
                new Argument.Count(block.id()),
                new Argument.Offset(block.offset()),
                new Argument.Says(why))
            .as(severity));
  }

  private void find(FindingCode code, Range range, Argument... arguments) {
    findings.add(Finding.of(code, range, arguments));
  }
}
