package io.github.romparser.edit;

import io.github.romparser.finding.Argument;
import java.util.List;

/** Carries a refusal out of the middle of an edit. Never leaves this package. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  Refused(RefusalCode code, Argument... arguments) {
    this(code, List.of(arguments));
  }

  Refused(RefusalCode code, List<Argument> arguments) {
    super(code.id(), null, false, false);
    this.refusal = new Refusal(code, arguments);
  }

  Refusal refusal() {
    return refusal;
  }
}
