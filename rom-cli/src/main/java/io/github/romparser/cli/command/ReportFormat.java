package io.github.romparser.cli.command;

/** How a report is written. */
enum ReportFormat {
  TEXT,
  JSON
}
