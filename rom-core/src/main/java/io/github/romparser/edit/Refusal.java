package io.github.romparser.edit;

import io.github.romparser.finding.Argument;
import java.util.List;

/**
 * An edit that was not made, because its result could not be relied on.
 *
 * @param code why
 * @param arguments the values that the texts of the code name, in their order
 */
public record Refusal(RefusalCode code, List<Argument> arguments) implements EditResult {
  /**
   * Copies the arguments.
   *
   * @param code why the edit was not made
   * @param arguments copied; the values that the texts of the code name, in their order
   */
  public Refusal {
    arguments = List.copyOf(arguments);
  }

  /** {@return why the edit was not made, in one or two plain English sentences} */
  public String message() {
    return Template.fill(code.text(), arguments);
  }

  /** {@return what would help, in plain English sentences} */
  public String advice() {
    return Template.fill(code.advice(), arguments);
  }
}
