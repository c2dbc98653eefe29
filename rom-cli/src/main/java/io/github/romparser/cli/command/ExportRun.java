package io.github.romparser.cli.command;

import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.OutputFolder;
import io.github.romparser.cli.report.ExportReport;
import io.github.romparser.export.Export;
import io.github.romparser.export.RomExport;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Takes a ROM apart, writes the pieces and tells what they are. */
final class ExportRun {

  private final Console console;
  private final OutputFolder folder;
  private final boolean json;

  ExportRun(Console console, OutputFolder folder, boolean json) {
    this.console = console;
    this.folder = folder;
    this.json = json;
  }

  int export(String name) throws IOException {
    Optional<RomFile> read = InputFile.read(console, name);
    if (read.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    RomFile rom = read.get();
    RomExport pieces = RomExport.of(rom);
    folder.check(pieces.names(), List.of(name));
    ExportReport report = new ExportReport(console, name, rom, folder.name());
    for (Export piece : pieces) {
      if (piece instanceof Export.Piece whole) {
        folder.write(whole.name(), whole.bytes());
        report.written(whole, folder.name(whole.name()));
      } else {
        report.failed(piece);
      }
    }
    report.left(pieces.left());
    report.end(json);
    return report.complete() ? ExitStatus.FINE : ExitStatus.NO;
  }
}
