package io.github.romparser.cli.command;

import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.OutputFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that has a report written as a page too, and the one that replaces files. */
final class HtmlOption {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report to a file too, as one HTML page for a browser.")
  private @Nullable String page;

  @Option(names = "--force", description = "Replace existing files.")
  private boolean force;

  /** Whether existing files may be replaced. */
  boolean force() {
    return force;
  }

  /** The name of the page's file. */
  Optional<String> name() {
    return Optional.ofNullable(page);
  }

  /**
   * Where the page goes; empty if none was asked for.
   *
   * @param inputs the names of what is read, which is never written to
   * @throws IOException if it could not be written, which is known before any work is done; the
   *     message begins with its name
   */
  Optional<HtmlOutput> output(Console console, List<String> inputs) throws IOException {
    if (page == null) {
      return Optional.empty();
    }
    if (page.equals("-")) {
      throw new IOException("--html -: standard output has the report itself; give a file");
    }
    OutputFile file = new OutputFile(page, force);
    try {
      file.check(inputs);
    } catch (IOException e) {
      throw new IOException(FailureText.of(page, e), e);
    }
    return Optional.of(new HtmlOutput(console, file));
  }
}
