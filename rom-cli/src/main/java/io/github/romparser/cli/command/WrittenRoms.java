package io.github.romparser.cli.command;

import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.extract.output.OutputDir;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes ROMs into a folder, the same bytes once. */
final class WrittenRoms {

  private final Console console;
  private final Optional<OutputDir> dir;
  private final Map<String, String> files = new HashMap<>();
  private boolean failed;

  /** Writes nothing without a folder. */
  WrittenRoms(Console console, Optional<OutputDir> dir) {
    this.console = console;
    this.dir = dir;
  }

  /** Writes one and tells the name of the file; a failure is told in a line on standard error. */
  Optional<String> write(String name, String sha256, Slice bytes) {
    if (dir.isEmpty()) {
      return Optional.empty();
    }
    if (!files.containsKey(sha256)) {
      try {
        files.put(sha256, dir.get().write(name, bytes));
      } catch (IOException e) {
        console.error(FailureText.of(dir.get().folder().resolve(name).toString(), e));
        failed = true;
      }
    }
    return Optional.ofNullable(files.get(sha256));
  }

  /** Whether one could not be written. */
  boolean failed() {
    return failed;
  }
}
