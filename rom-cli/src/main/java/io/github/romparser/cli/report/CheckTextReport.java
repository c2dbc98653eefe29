package io.github.romparser.cli.report;

import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * The report of {@code check} for people: the verdict in the first line, then why, then what to do.
 */
public final class CheckTextReport {

  private final PrintWriter out;
  private final FindingText findings;
  private final boolean colour;
  private final boolean trace;

  /**
   * Writes to standard output.
   *
   * @param colour whether to colour
   * @param trace whether to write what each consumer does, step by step
   */
  public CheckTextReport(Console console, boolean colour, boolean trace) {
    this.out = console.out();
    this.findings = new FindingText(console, colour);
    this.colour = colour;
    this.trace = trace;
  }

  /** Writes the verdicts on one file. */
  public void write(String name, RomFile rom, List<Verdict> verdicts) {
    Map<Finding, List<Target>> all = CheckText.findings(verdicts);
    String verdict = Plain.text(name) + ": " + CheckText.verdict(rom, verdicts, all.isEmpty());
    out.println(colour ? "\u001b[1m" + verdict + "\u001b[0m" : verdict);
    if (!all.isEmpty()) {
      out.println();
    }
    all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Finding.WORST_FIRST))
        .forEach(
            entry ->
                findings.write(entry.getKey(), name, concerns(entry.getValue(), verdicts.size())));
    if (trace) {
      verdicts.forEach(this::trace);
    }
    out.flush();
  }

  private static String concerns(List<Target> targets, int all) {
    return targets.size() == all
        ? ""
        : " (" + String.join(", ", targets.stream().map(Target::id).toList()) + ")";
  }

  private void trace(Verdict verdict) {
    out.println(verdict.target().id() + ", step by step:");
    verdict.trace().forEach(step -> out.println("  " + Plain.text(step)));
    out.println();
  }
}
