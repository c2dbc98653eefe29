package io.github.romparser.cli.report;

import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.console.Console;
import io.github.romparser.edit.Edit;
import io.github.romparser.edit.Refusal;
import io.github.romparser.edit.Repair;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Tells what became of an edit. */
public sealed interface EditReport permits EditText, EditJson {

  /** Tells what was done, once the result is written. */
  void written(String output, Edit edit) throws IOException;

  /** Tells why nothing was done. */
  void refused(Refusal refusal) throws IOException;

  /** Tells what could be mended. */
  void repairs(List<Repair> repairs) throws IOException;

  /**
   * A report on the given inputs.
   *
   * @param json whether for programs
   * @param outputTaken whether standard output carries the ROM itself, so that the report has to go
   *     to standard error
   * @param names what the inputs are called
   * @param inputs what they hold
   */
  static EditReport of(
      Console console, boolean json, boolean outputTaken, List<String> names, List<Slice> inputs) {
    PrintWriter out = outputTaken ? console.err() : console.out();
    return json ? new EditJson(out, names, inputs) : new EditText(console, out, names);
  }
}
