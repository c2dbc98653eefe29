package io.github.romparser.acpi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Puts a ROM together from what the ACPI method {@code _ROM} gave, however it was saved: pieces in
 * files, replies of acpi_call, output of acpiexec, Buffers of ACPI tables as they are or as text,
 * lists of bytes, hex dumps, registry exports.
 *
 * <p>{@code _ROM} returns at most 4 KiB at an offset (ACPI 6.4 appendix B) and does not tell how
 * long the ROM is: that comes from the lengths in its own headers.
 */
public final class RomChunks {

  /** The largest expansion ROM there can be, in bytes (PCI Local Bus 3.0 §6.2.5.2). */
  static final long MOST = 16 << 20;

  /** Many firmwares keep the ROM in pieces of 32 KiB and do not join them in a read. */
  private static final int BORDER = 0x8000;

  /** Fewer zeros behind a border may belong to the ROM. */
  private static final int LEAST_ZEROS = 64;

  /**
   * So many bytes in front of a border are not all zero where a piece ends in the midst of data.
   */
  private static final int DATA_BEFORE = 16;

  private final boolean keepTail;
  private final DumpReader reader = new DumpReader();
  private final List<Finding> findings = new ArrayList<>();

  private RomChunks(boolean keepTail) {
    this.keepTail = keepTail;
  }

  /**
   * Puts a ROM together.
   *
   * @param inputs files in any order if their names have numbers, else in the ROM's
   * @param keepTail whether to keep what follows the ROM
   * @return the first ROM that the inputs hold, of at most 16 MiB, and what is wrong with it; no
   *     ROM, and why, where none could be put together
   */
  public static RomDump read(List<DumpSource.Input> inputs, boolean keepTail) {
    return new RomChunks(keepTail).read(inputs);
  }

  private RomDump read(List<DumpSource.Input> inputs) {
    reader.read(inputs);
    mixed();
    if (!reader.errors().isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_ERRORS,
              new Range(0, 0),
              new Argument.Term(String.join(", ", reader.errors()))));
    }
    if (reader.chunks().isEmpty()) {
      return embedded();
    }
    ChunkList list = new ChunkList(reader.chunks(), findings);
    Slice joined = list.join();
    RomFile file = RomReader.read(joined);
    if (file.chains().isEmpty()) {
      if (!reader.embedded().isEmpty()) {
        return embedded();
      }
      findings.add(none(joined));
      return done(joined.length(), null);
    }
    RomChain first = file.chains().get(0);
    if (first.offset() > 0) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_PREFIX,
              new Range(0, first.offset()),
              new Argument.Size(first.offset())));
    }
    list.repeats(joined.clamp(0, first.end()));
    borders(joined, first);
    return done(joined.length(), joined.from(first.offset()));
  }

  /** The ROM of tables, of ASL source or of a registry value. */
  private RomDump embedded() {
    List<EmbeddedRom> roms = reader.embedded();
    if (roms.isEmpty()) {
      findings.add(none(Slice.of(new byte[0])));
      return done(0, null);
    }
    if (roms.size() > 1) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_SEVERAL,
              new Range(0, 0),
              new Argument.Count(roms.size()),
              new Argument.Term(name(roms.get(0)))));
    }
    Slice bytes = roms.get(0).bytes();
    return done(bytes.length(), bytes);
  }

  private static String name(EmbeddedRom rom) {
    return rom.path().isEmpty() ? "without a name" : rom.path();
  }

  private void mixed() {
    List<String> formats =
        reader.sources().stream()
            .filter(source -> source.chunks() > 0)
            .map(source -> source.format().title())
            .distinct()
            .toList();
    if (formats.size() > 1) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_MIXED,
              new Range(0, 0),
              new Argument.Term(String.join(", ", formats))));
    }
  }

  private Finding none(Slice joined) {
    OptionalInt fill = joined.fill();
    Phrase what = Phrase.DUMP_DATA;
    if (reader.hasVfct()) {
      what = Phrase.DUMP_VFCT;
    } else if (reader.hasTables()) {
      what = Phrase.DUMP_TABLES;
    } else if (joined.length() == 0) {
      what = Phrase.DUMP_NOTHING;
    } else if (fill.isPresent() && fill.getAsInt() == 0) {
      what = Phrase.DUMP_ZEROS;
    } else if (fill.isPresent()) {
      what = Phrase.DUMP_FILL;
    }
    return Finding.of(FindingCode.DUMP_NO_ROM, joined.range(), new Argument.Says(what));
  }

  /** Zeros that begin at a border, in the midst of the ROM. */
  private void borders(Slice joined, RomChain rom) {
    long end = Math.min(rom.end(), joined.length());
    long first = -1;
    long length = 0;
    long count = 0;
    long from = Math.max(BORDER, (rom.offset() / BORDER + 1) * BORDER);
    for (long at = from; at < end; at += BORDER) {
      if (joined.clamp(at - DATA_BEFORE, DATA_BEFORE).fill().isPresent()) {
        continue; // in the midst of zeros, which are counted once, from where they begin
      }
      long zeros = zeros(joined, at, end);
      if (zeros >= LEAST_ZEROS) {
        length = count == 0 ? zeros : length;
        first = count == 0 ? at : first;
        count++;
      }
    }
    if (count > 0) {
      findings.add(
          Finding.of(
              FindingCode.DUMP_BORDER,
              new Range(first, length),
              new Argument.Offset(first),
              new Argument.Size(length),
              new Argument.Count(count)));
    }
  }

  private static long zeros(Slice bytes, long from, long end) {
    long at = from;
    while (at < end && bytes.u8(at) == 0) {
      at++;
    }
    return at - from;
  }

  /** The ROM without what follows it, unless that was asked for. */
  private RomDump done(long length, @Nullable Slice found) {
    RomDump.Rom rom = null;
    if (found != null) {
      Slice bytes = Slice.of(found.toByteArray());
      RomChain chain = RomReader.readChain(bytes, 0).orElseThrow();
      // Where its headers say a length of 0, all may belong to it.
      long end = chain.end() == 0 ? bytes.length() : Math.min(chain.end(), bytes.length());
      long tail = bytes.length() - end;
      if (tail > 0) {
        findings.add(tail(bytes.from(end)));
      }
      Slice kept = keepTail ? bytes : bytes.clamp(0, end);
      findings.addAll(RomReader.read(bytes.clamp(0, end)).findings());
      rom = new RomDump.Rom(kept, chain, tail);
    }
    findings.sort(Finding.WORST_FIRST);
    return new RomDump(
        reader.sources(), reader.chunks().size(), length, Optional.ofNullable(rom), findings);
  }

  private static Finding tail(Slice tail) {
    OptionalInt fill = tail.fill();
    Phrase what =
        fill.isEmpty() ? Phrase.DATA : fill.getAsInt() == 0 ? Phrase.ALL_00 : Phrase.ALL_FF;
    if (fill.isPresent() && fill.getAsInt() != 0 && fill.getAsInt() != 0xff) {
      what = Phrase.DATA;
    }
    return Finding.of(
        FindingCode.DUMP_TAIL,
        tail.range(),
        new Argument.Size(tail.length()),
        new Argument.Says(what));
  }
}
