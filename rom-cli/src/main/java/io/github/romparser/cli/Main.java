package io.github.romparser.cli;

import io.github.romparser.cli.command.PlainShow;
import io.github.romparser.cli.console.Console;
import io.github.romparser.sign.Sha256;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The program {@code rom-parser}. */
public final class Main {

  private Main() {}

  /** Runs the program and ends the JVM with its exit status. */
  public static void main(String[] args) {
    loadAhead();
    System.exit(run(Console.ofSystem(), args));
  }

  /** Nearly every report has a digest, and the first takes as long to set up as a ROM to read. */
  static void loadAhead() {
    Thread ahead = new Thread(Sha256::load, "ahead");
    ahead.setDaemon(true);
    ahead.start();
  }

  /**
   * Runs the program.
   *
   * @return the exit status, see {@link ExitStatus}
   */
  public static int run(Console console, String... args) {
    List<String> words = Arrays.asList(args);
    int status =
        CommandNames.isPlain(words)
            ? PlainShow.of(console, words)
            : Commands.execute(console, args);
    if (status == ExitStatus.TROUBLE) {
      MistypedCommand.meant(Path.of(""), args)
          .ifPresent(
              name ->
                  console.error(
                      "'" + args[0] + "' is not a command; did you mean '" + name + "'?"));
    }
    return Math.max(status, console.close());
  }

  /** Runs the program with streams of the caller's, for tests. */
  public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    return run(Console.of(in, out, err), args);
  }
}
