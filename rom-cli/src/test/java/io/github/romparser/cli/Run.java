package io.github.romparser.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the program inside the test's own JVM.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record Run(int status, String out, String err) {

  /** Runs with nothing on standard input. */
  public static Run of(String... args) {
    return with(new byte[0], args);
  }

  /** Runs with bytes on standard input. */
  public static Run with(byte[] in, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(new ByteArrayInputStream(in), new PrintWriter(out), new PrintWriter(err), args);
    return new Run(status, out.toString(), err.toString());
  }
}
