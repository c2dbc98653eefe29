package io.github.romparser.cli.command;

import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import java.io.IOException;
import java.util.List;

/**
 * {@code show} without any option. It is the commonest call and the shortest: to load and set up a
 * parser of options would take as long as all the rest.
 */
public final class PlainShow {

  private PlainShow() {}

  /** Shows the files and tells the exit status, as {@link ShowCommand} does. */
  public static int of(Console console, List<String> files) {
    try {
      return new ShowRun(console, new ShowOptions()).show(files);
    } catch (IOException | RuntimeException e) {
      console.error(FailureText.reason(e));
      return ExitStatus.TROUBLE;
    }
  }
}
