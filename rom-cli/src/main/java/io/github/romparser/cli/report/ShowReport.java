package io.github.romparser.cli.report;

import io.github.romparser.vendor.RomContents;
import java.io.Closeable;
import java.io.IOException;

/** Writes what was read of one file after another. Closing ends the document, not the stream. */
public sealed interface ShowReport extends Closeable permits TextReport, JsonReport, ClassicReport {

  /**
   * Writes about one file.
   *
   * @param name the file's name as it was given
   * @param contents the file and what is in its images
   */
  void write(String name, RomContents contents) throws IOException;
}
