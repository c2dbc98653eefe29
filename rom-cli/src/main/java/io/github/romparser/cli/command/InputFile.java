package io.github.romparser.cli.command;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.rom.FileAccess;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A ROM file that was named on the command line. */
final class InputFile {

  private InputFile() {}

  /**
   * Reads it; empty, after one line on standard error, if that fails. {@code -} is standard input.
   */
  static Optional<RomFile> read(Console console, String name) {
    return read(console, name, false);
  }

  /** The same, with the stack trace of a failure if asked for. */
  static Optional<RomFile> read(Console console, String name, boolean trace) {
    boolean stdin = name.equals("-");
    try {
      ByteInput input = stdin ? ByteInput.of(name, console.in()) : ByteInput.of(Path.of(name));
      RomFile rom = RomReader.read(input.read());
      return Optional.of(
          !stdin && rom.kind() == FileKind.OPTION_ROM
              ? FileAccess.finding(Path.of(name)).map(rom::with).orElse(rom)
              : rom);
    } catch (IOException e) {
      console.error(FailureText.of(name, e));
      if (trace) {
        e.printStackTrace(console.err());
      }
    } catch (IllegalArgumentException e) {
      console.error(name + ": not a file name");
    }
    return Optional.empty();
  }
}
