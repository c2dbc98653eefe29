package io.github.romparser.cli.command;

import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.OutputFile;
import java.io.IOException;

/** Where a page goes that was asked for. */
record HtmlOutput(Console console, OutputFile file) {

  /** Writes it, and says in a line on standard error if that failed; tells the exit status. */
  int write(Slice page) {
    try {
      file.write(page);
      return ExitStatus.FINE;
    } catch (IOException e) {
      console.error(FailureText.of(file.name(), e));
      return ExitStatus.TROUBLE;
    }
  }
}
