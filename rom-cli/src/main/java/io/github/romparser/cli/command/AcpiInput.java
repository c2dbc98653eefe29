package io.github.romparser.cli.command;

import io.github.romparser.acpi.DumpSource;
import io.github.romparser.bytes.ByteInput;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.extract.output.OutputDir;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the commands of the ACPI side read and write. */
final class AcpiInput {

  private final Console console;

  AcpiInput(Console console) {
    this.console = console;
  }

  /** Reads files; each that fails costs one line on standard error and is left out. */
  List<DumpSource.Input> read(List<String> names) throws IOException {
    if (Collections.frequency(names, "-") > 1) {
      throw new IOException("standard input can be read only once");
    }
    List<DumpSource.Input> inputs = new ArrayList<>();
    for (String name : names) {
      try {
        ByteInput input =
            name.equals("-") ? ByteInput.of(name, console.in()) : ByteInput.of(Path.of(name));
        inputs.add(new DumpSource.Input(name, input.read()));
      } catch (IOException e) {
        console.error(FailureText.of(name, e));
      } catch (InvalidPathException e) {
        console.error(name + ": not a file name");
      }
    }
    return inputs;
  }

  /** Looks whether a folder can be written to, if one was given. */
  static Optional<OutputDir> folder(@Nullable String name, boolean force) throws IOException {
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OutputDir.of(Path.of(name), force));
    } catch (InvalidPathException e) {
      throw new IOException(name + ": not a file name", e);
    } catch (IOException e) {
      throw new IOException(FailureText.of(name, e), e);
    }
  }
}
