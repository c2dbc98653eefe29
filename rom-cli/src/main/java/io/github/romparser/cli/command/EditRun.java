package io.github.romparser.cli.command;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.OutputFile;
import io.github.romparser.cli.report.EditReport;
import io.github.romparser.edit.Edit;
import io.github.romparser.edit.EditResult;
import io.github.romparser.edit.Refusal;
import io.github.romparser.edit.RomEditor;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the inputs, has them edited, writes the result and tells what was done. */
final class EditRun {

  private final Console console;
  private final CommandSpec spec;
  private final EditOptions options;

  EditRun(Console console, CommandSpec spec, EditOptions options) {
    this.console = console;
    this.spec = spec;
    this.options = options;
  }

  /**
   * Edits.
   *
   * @param names the inputs
   * @param edit from what the inputs hold to the result
   */
  int run(List<String> names, Function<List<Slice>, EditResult> edit) throws IOException {
    OutputFile output =
        options.output().orElseThrow(() -> wrong("no output given: -o OUT is missing"));
    String name = output.isStandardOutput() ? "standard output" : output.name();
    List<Slice> inputs;
    try {
      inputs = read(names);
      output.check(names);
    } catch (IOException e) {
      throw told(e, name);
    }
    EditResult result = edit.apply(inputs);
    EditReport report =
        EditReport.of(console, options.json(), output.isStandardOutput(), names, inputs);
    if (result instanceof Edit made) {
      try {
        output.write(made.bytes());
      } catch (IOException e) {
        throw told(e, name);
      }
      report.written(output.name(), made);
      return ExitStatus.FINE;
    }
    report.refused((Refusal) result);
    return ExitStatus.NO;
  }

  /** Tells what is wrong with a ROM and what mends it; nothing is written. */
  int repairs(String name) throws IOException {
    List<Slice> inputs;
    try {
      inputs = read(List.of(name));
    } catch (IOException e) {
      throw told(e, name);
    }
    EditReport.of(console, options.json(), false, List.of(name), inputs)
        .repairs(RomEditor.repairs(RomReader.read(inputs.get(0))));
    return ExitStatus.NO;
  }

  /** A mistake in the arguments. */
  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private List<Slice> read(List<String> names) throws IOException {
    if (Collections.frequency(names, "-") > 1) {
      throw wrong("standard input can be read only once");
    }
    List<Slice> inputs = new ArrayList<>();
    for (String name : names) {
      try {
        inputs.add(
            (name.equals("-") ? ByteInput.of(name, console.in()) : ByteInput.of(Path.of(name)))
                .read());
      } catch (InvalidPathException e) {
        throw new IOException(name + ": not a file name", e);
      } catch (IOException e) {
        throw new IOException(FailureText.of(name, e), e);
      }
    }
    return inputs;
  }

  /** A failure as one line that begins with the name of what failed. */
  private static IOException told(IOException problem, String name) {
    boolean told = problem.getClass() == IOException.class && problem.getCause() != null;
    return told ? problem : new IOException(FailureText.of(name, problem), problem);
  }
}
