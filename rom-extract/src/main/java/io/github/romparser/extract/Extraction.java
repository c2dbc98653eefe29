package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.check.PciDevice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.FileKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search found.
 *
 * <p>The order of everything is that of the search: what lies first in the file comes first, what
 * lies in something comes right behind it. It does not depend on how many cores were at work.
 *
 * @param kind what the file itself is
 * @param roms every option ROM, the same bytes once with all places where they are
 * @param drivers every bare EFI display driver
 * @param tables every video BIOS table of Intel's that lies outside of a ROM
 * @param deadEnds what could not be opened
 * @param verdict the answer in one word
 * @param findings what there is to say of it, worst first
 * @param parts all parts that were looked at
 */
public record Extraction(
    FileKind kind,
    List<FoundRom> roms,
    List<FoundDriver> drivers,
    List<FoundTable> tables,
    List<DeadEnd> deadEnds,
    ExtractVerdict verdict,
    List<Finding> findings,
    List<Part> parts) {
  /**
   * Copies the lists.
   *
   * @param kind what the file itself is
   * @param roms each with all its places
   * @param drivers bare EFI display drivers
   * @param tables Intel's video BIOS tables outside of ROMs
   * @param deadEnds what could not be opened
   * @param verdict the answer in one word
   * @param findings worst first
   * @param parts in the order of the search
   */
  public Extraction {
    roms = List.copyOf(roms);
    drivers = List.copyOf(drivers);
    tables = List.copyOf(tables);
    deadEnds = List.copyOf(deadEnds);
    findings = List.copyOf(findings);
    parts = List.copyOf(parts);
  }

  /**
   * The same, asked for a card: with what there is to say if no ROM is for it.
   *
   * @param card nothing but its vendor and device id is looked at
   * @return this if there are no ROMs or one is {@link DeviceMatch#SAME}; else a copy with the
   *     finding {@link FindingCode#NO_MATCH}
   */
  public Extraction forCard(PciDevice card) {
    if (roms.isEmpty()
        || roms.stream().anyMatch(r -> DeviceMatch.of(r, card) == DeviceMatch.SAME)) {
      return this;
    }
    List<Finding> more = new ArrayList<>(findings);
    more.add(Finding.of(FindingCode.NO_MATCH, new Range(0, 0), new Argument.Term(card.id())));
    more.sort(Finding.WORST_FIRST);
    return new Extraction(kind, roms, drivers, tables, deadEnds, verdict, more, parts);
  }
}
