package io.github.romparser.cli.command;

import io.github.romparser.cli.console.OutputFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that write a ROM. */
final class EditOptions {

  static final String EXIT_0 = "0:the ROM was written";
  static final String EXIT_1 = "1:refused, or nothing could be done; nothing was written";
  static final String EXIT_2 = "2:wrong usage, unreadable input, or output that failed";

  /** How a report is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The file to write; - is standard output. Never the input.")
  private @Nullable String output;

  @Option(
      names = {"-f", "--force"},
      description = "Replace OUT if it exists.")
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to tell what was done: text (default) or json.")
  private Format format = Format.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  Optional<OutputFile> output() {
    return Optional.ofNullable(output).map(name -> new OutputFile(name, force));
  }

  boolean json() {
    return json || format == Format.JSON;
  }
}
