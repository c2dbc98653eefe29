package io.github.romparser.scan;

import io.github.romparser.extract.DeadEnd;
import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one file. It depends on the file's bytes and the options alone, unless the time
 * was over.
 *
 * @param name the file, as it was named
 * @param uri the file exactly, where its name is no text (on Linux: not of the encoding of the
 *     locale), so that the name has U+FFFD in place of some bytes; else empty
 * @param size in bytes
 * @param sha256 over the file, in lower-case hex digits; empty if it was not read
 * @param kind id of the {@link io.github.romparser.rom.FileKind}; empty if it was not read
 * @param roms the option ROMs in it
 * @param findings what there is to say of it
 * @param verdict of the search inside; empty if there was none
 * @param deadEnds what could not be opened
 * @param problem why it was not read; empty if it was
 */
public record ScanRow(
    String name,
    Optional<String> uri,
    long size,
    Optional<String> sha256,
    Optional<String> kind,
    List<ScanRom> roms,
    List<Finding> findings,
    Optional<ExtractVerdict> verdict,
    List<DeadEnd> deadEnds,
    Optional<String> problem) {
  /**
   * Copies the lists.
   *
   * @param name the file, as it was named
   * @param uri the file exactly, where its name is no text
   * @param size in bytes
   * @param sha256 in lower-case hex digits; empty if it was not read
   * @param kind id of the {@link io.github.romparser.rom.FileKind}; empty if it was not read
   * @param roms the option ROMs in it
   * @param findings what there is to say of it
   * @param verdict of the search inside; empty if there was none
   * @param deadEnds what could not be opened
   * @param problem why it was not read; empty if it was
   */
  public ScanRow {
    roms = List.copyOf(roms);
    findings = List.copyOf(findings);
    deadEnds = List.copyOf(deadEnds);
  }

  /**
   * {@return the row of a file that was not read}
   *
   * @param name the file, as it was named
   * @param size in bytes; 0 if it is not known
   * @param problem a plain reason, such as {@code Permission denied}
   */
  public static ScanRow unread(String name, long size, String problem) {
    return new ScanRow(
        name,
        Optional.empty(),
        size,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(problem));
  }

  /** The same row, of a file whose name is no text. */
  ScanRow at(String exactly) {
    return new ScanRow(
        name, Optional.of(exactly), size, sha256, kind, roms, findings, verdict, deadEnds, problem);
  }
}
