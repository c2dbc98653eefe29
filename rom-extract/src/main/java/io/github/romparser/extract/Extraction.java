package io.github.romparser.extract;

import io.github.romparser.finding.Finding;
import io.github.romparser.rom.FileKind;
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
  /** Copies the lists. */
  public Extraction {
    roms = List.copyOf(roms);
    drivers = List.copyOf(drivers);
    tables = List.copyOf(tables);
    deadEnds = List.copyOf(deadEnds);
    findings = List.copyOf(findings);
    parts = List.copyOf(parts);
  }
}
