package io.github.romparser.cli.command;

import io.github.romparser.cli.console.ColourMode;
import io.github.romparser.finding.Severity;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code show}. */
final class ShowOptions {

  static final String EXIT_HEADING = "%nExit status:%n";
  static final String EXIT_0 = "0:nothing at or above --fail-on was found";
  static final String EXIT_1 = "1:something was";
  static final String EXIT_2 = "2:wrong usage, unreadable input, or output that failed";

  /** How a report is written. */
  enum Format {
    TEXT,
    JSON,
    CLASSIC
  }

  /** From which severity on a finding makes the exit status 1. */
  enum FailOn {
    ERROR,
    WARNING,
    NOTE,
    NEVER;

    Optional<Severity> severity() {
      return this == NEVER ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json, or classic: what awilliam's rom-parser prints.")
  private Format format = Format.TEXT;

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Every field of every header.")
  private boolean[] verbose = {};

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "Exit with 1 from this level on: error (default), warning, note, never.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--pci-ids",
      paramLabel = "FILE",
      description = "Take names of vendors and devices from here instead of the system's pci.ids.")
  private @Nullable Path pciIds;

  @Mixin private HtmlOption html = new HtmlOption();

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always, never.")
  private ColourMode colour = ColourMode.AUTO;

  Format format() {
    return json ? Format.JSON : format;
  }

  boolean verbose() {
    return verbose.length > 0;
  }

  boolean trace() {
    return verbose.length > 1;
  }

  FailOn failOn() {
    return failOn;
  }

  Optional<Path> pciIds() {
    return Optional.ofNullable(pciIds);
  }

  HtmlOption html() {
    return html;
  }

  ColourMode colour() {
    return colour;
  }
}
