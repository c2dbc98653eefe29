package io.github.romparser.finding;

import io.github.romparser.bytes.Range;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something found in a file: what (the code), how bad, where, and the values that go with it.
 *
 * <p>A finding never takes the place of what was parsed; both are kept.
 *
 * @param code what was found
 * @param severity how bad it is here; mostly {@link FindingCode#severity()}
 * @param range the bytes it is about, in bytes from the start of the file
 * @param arguments the values that the texts of the code name, in their order
 */
public record Finding(FindingCode code, Severity severity, Range range, List<Argument> arguments) {

  /** Worst first, then in the order of the file. */
  public static final Comparator<Finding> WORST_FIRST = Finding::compareByWeight;

  /**
   * Copies the arguments.
   *
   * @param code what was found
   * @param severity how bad it is here
   * @param range the bytes it is about, in bytes from the start of the file
   * @param arguments copied; as many as the texts of the code name, in their order
   */
  public Finding {
    arguments = List.copyOf(arguments);
  }

  private int compareByWeight(Finding other) {
    int order = severity.compareTo(other.severity);
    if (order == 0) {
      order = Long.compare(range.offset(), other.range.offset());
    }
    return order == 0 ? code.compareTo(other.code) : order;
  }

  /**
   * Makes a finding with the severity that its code usually has.
   *
   * @param code what was found
   * @param range the bytes it is about, in bytes from the start of the file; of length 0 for a
   *     place
   * @param arguments the values that the texts of the code name, {@code {0}} first
   * @return the finding, with a copy of the arguments
   */
  public static Finding of(FindingCode code, Range range, Argument... arguments) {
    return new Finding(code, code.severity(), range, List.of(arguments));
  }

  /**
   * {@return the same finding with another severity}
   *
   * @param other how bad it is here, whatever its code usually is
   */
  public Finding as(Severity other) {
    return new Finding(code, other, range, arguments);
  }

  /**
   * {@return what is the matter, as one or two plain English sentences} The arguments are filled
   * in.
   *
   * @throws IndexOutOfBoundsException if there are fewer arguments than the text names
   */
  public String message() {
    return fill(code.text());
  }

  /**
   * {@return what to do about it, as plain English sentences} The arguments are filled in.
   *
   * @throws IndexOutOfBoundsException if there are fewer arguments than the text names
   */
  public String advice() {
    return fill(code.advice());
  }

  /**
   * {@return the command that mends it, with FILE and OUT for the files' names; empty if there is
   * none} The arguments are filled in.
   *
   * @throws IndexOutOfBoundsException if there are fewer arguments than the command names
   */
  public Optional<String> command() {
    return code.command().isEmpty() ? Optional.empty() : Optional.of(fill(code.command()));
  }

  /** Puts the arguments into a template: {@code {0}} is the first. */
  private String fill(String template) {
    StringBuilder text = new StringBuilder(template.length() + 32);
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c == '{') {
        int close = template.indexOf('}', at);
        text.append(arguments.get(Integer.parseInt(template.substring(at + 1, close))).text());
        at = close + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }
}
