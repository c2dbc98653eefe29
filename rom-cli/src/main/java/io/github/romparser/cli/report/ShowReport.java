package io.github.romparser.cli.report;

import io.github.romparser.rom.RomFile;
import java.io.Closeable;
import java.io.IOException;

/** Writes what was read of one file after another. Closing ends the document, not the stream. */
public sealed interface ShowReport extends Closeable permits TextReport, JsonReport, ClassicReport {

  /**
   * Writes about one file.
   *
   * @param name the file's name as it was given
   */
  void write(String name, RomFile rom) throws IOException;
}
