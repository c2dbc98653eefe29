package io.github.romparser.edit;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import java.util.List;

/**
 * One thing that was done, or kept, or that is worth knowing of an edit.
 *
 * @param code what
 * @param range the bytes it is about
 * @param arguments the values that the text of the code names, in their order
 */
public record EditStep(EditCode code, Range range, List<Argument> arguments) {
  /**
   * Copies the arguments.
   *
   * @param code what was done, kept or found
   * @param range the bytes it is about
   * @param arguments copied; the values that the text of the code names, in their order
   */
  public EditStep {
    arguments = List.copyOf(arguments);
  }

  static EditStep of(EditCode code, Range range, Argument... arguments) {
    return new EditStep(code, range, List.of(arguments));
  }

  /** {@return the step in one or two plain English sentences} */
  public String message() {
    return Template.fill(code.text(), arguments);
  }
}
