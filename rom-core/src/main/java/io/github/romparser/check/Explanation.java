package io.github.romparser.check;

import java.util.List;
import java.util.Optional;

/**
 * What a line of a log means.
 *
 * @param message which message it is
 * @param device the PCI address in the line, as {@code dddd:bb:ss.f}
 * @param values the values of the message, in the order of {@link LogLine#names()}; an empty text
 *     where the line does not have one
 * @param firstWord what the value of a ROM's first two bytes means, where the message prints them
 */
public record Explanation(
    LogLine message, Optional<String> device, List<String> values, Optional<FirstWord> firstWord) {
  /**
   * Copies the list.
   *
   * @param message which message it is
   * @param device the PCI address in the line; empty if there is none
   * @param values copied; in the order of {@link LogLine#names()}
   * @param firstWord what a ROM's first two bytes mean; empty if the message does not print them
   */
  public Explanation {
    values = List.copyOf(values);
  }

  /** {@return what happened, as plain English sentences} */
  public String meaning() {
    return message.fill(message.text(), values)
        + firstWord.map(word -> ": " + word.meaning() + ".").orElse("");
  }

  /** {@return what to do about it, as plain English sentences} */
  public String advice() {
    return firstWord.map(FirstWord::advice).orElseGet(() -> message.fill(message.help(), values));
  }
}
