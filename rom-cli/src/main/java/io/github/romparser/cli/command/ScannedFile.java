package io.github.romparser.cli.command;

import io.github.romparser.cli.report.ScanLine;
import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.scan.ScanRow;
import java.io.IOException;
import java.util.Optional;

/**
 * What is kept of a file until its line is written.
 *
 * @param key what it is known by in the results
 * @param name for messages
 * @param line without its end
 * @param roms how many are in it
 * @param notUnpacked whether there may be more in what could not be opened
 * @param problem why it was not read; empty if it was
 */
record ScannedFile(
    String key, String name, String line, int roms, boolean notUnpacked, Optional<String> problem) {

  static ScannedFile of(ScanRow row) throws IOException {
    return new ScannedFile(
        row.uri().orElse(row.name()),
        row.name(),
        ScanLine.of(row),
        row.roms().size(),
        row.verdict().filter(ExtractVerdict.NOT_UNPACKABLE::equals).isPresent(),
        row.problem());
  }

  /** What it takes in memory, in bytes, at most. */
  long bytes() {
    return 2L * line.length();
  }
}
