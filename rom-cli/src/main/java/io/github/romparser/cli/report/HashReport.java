package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Console;
import io.github.romparser.sign.CaCertificates;
import io.github.romparser.sign.TpmEventLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Tells what {@code hash} found out. */
public sealed interface HashReport permits HashText, HashJson {

  /**
   * What drivers are held against.
   *
   * @param ca the certificates asked about
   * @param log the event log, with its name
   */
  record Against(Optional<CaCertificates> ca, Optional<NamedLog> log) {}

  /** An event log and the name it was given. */
  record NamedLog(String name, TpmEventLog log) {}

  /** Writes about all files. */
  void write(List<HashedFile> files) throws IOException;

  /**
   * A report.
   *
   * @param json whether for programs
   * @param outputTaken whether standard output carries a signature list, so that the report has to
   *     go to standard error
   */
  static HashReport of(
      Console console, boolean json, boolean colour, boolean outputTaken, Against against)
      throws IOException {
    PrintWriter out = outputTaken ? console.err() : console.out();
    return json ? new HashJson(out, against) : new HashText(console, out, colour, against);
  }
}
