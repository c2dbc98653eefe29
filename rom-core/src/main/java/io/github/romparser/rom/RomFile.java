package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file and the option ROMs in it.
 *
 * <p>Where there is a chain, every byte belongs to the prefix, to a chain, to a gap or to the
 * trailing bytes.
 *
 * @param bytes the whole file
 * @param kind what the file is
 * @param chains the chains in the order of the file; none overlaps another
 * @param prefix what stands before the first chain; empty if that begins at byte 0 or there is none
 * @param gaps what stands between two chains, in the order of the file
 * @param trailing what stands behind the last chain; empty if nothing does or there is no chain
 * @param isaRom the ROM without PCI data structure that the file is; only where there is no chain
 * @param findings what is wrong or worth knowing, worst first, then in the order of the file
 */
public record RomFile(
    Slice bytes,
    FileKind kind,
    List<RomChain> chains,
    Optional<Prefix> prefix,
    List<Gap> gaps,
    Optional<Gap> trailing,
    Optional<IsaRom> isaRom,
    List<Finding> findings) {
  /**
   * Copies the lists.
   *
   * @param bytes the whole file
   * @param kind what the file is
   * @param chains copied; the chains in the order of the file
   * @param prefix what stands before the first chain, if anything does
   * @param gaps copied; what stands between two chains, in the order of the file
   * @param trailing what stands behind the last chain, if anything does
   * @param isaRom the ROM without PCI data structure that the file is, if it is one
   * @param findings copied in the order given, which has to be worst first, then that of the file
   */
  public RomFile {
    chains = List.copyOf(chains);
    gaps = List.copyOf(gaps);
    findings = List.copyOf(findings);
  }

  /**
   * {@return the same file with another finding, in its place among the others}
   *
   * @param finding what else is to be said; it is added even if there is one like it
   */
  public RomFile with(Finding finding) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(finding);
    all.sort(Finding.WORST_FIRST);
    return new RomFile(bytes, kind, chains, prefix, gaps, trailing, isaRom, all);
  }

  /**
   * {@return whether any finding is as bad as this or worse}
   *
   * @param severity how bad a finding has to be at least
   */
  public boolean hasFindings(Severity severity) {
    return findings.stream().anyMatch(f -> f.severity().atLeast(severity));
  }
}
