package io.github.romparser.cli.report;

import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    Map<Finding, List<Target>> all = findings(verdicts);
    String verdict = Plain.text(name) + ": " + verdict(rom, verdicts, all.isEmpty());
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

  /**
   * Every finding once, at its worst, with the consumers for which it is that bad. The same thing
   * may keep one consumer from taking the ROM and be a warning to another.
   */
  private static Map<Finding, List<Target>> findings(List<Verdict> verdicts) {
    Map<Finding, List<Target>> worst = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      for (Verdict verdict : verdicts) {
        for (Finding finding : verdict.findings()) {
          boolean worse =
              worst.keySet().stream()
                  .anyMatch(f -> f.severity() != severity && f.as(severity).equals(finding));
          if (finding.severity() == severity && !worse) {
            worst.computeIfAbsent(finding, f -> new ArrayList<>()).add(verdict.target());
          }
        }
      }
    }
    return worst;
  }

  private static String verdict(RomFile rom, List<Verdict> verdicts, boolean silent) {
    List<String> yes =
        verdicts.stream().filter(Verdict::accepted).map(v -> v.target().id()).toList();
    List<String> no =
        verdicts.stream().filter(v -> !v.accepted()).map(v -> v.target().id()).toList();
    if (no.isEmpty()) {
      boolean clean = silent && rom.prefix().isEmpty() && rom.trailing().isEmpty();
      return "usable for " + and(yes) + (clean ? "; nothing to trim, no hex editing needed" : "");
    }
    return "NOT usable for "
        + and(no)
        + (worst(verdicts) == Severity.NOTE ? ", and nothing has to be done" : "")
        + (yes.isEmpty() ? "" : "; usable for " + and(yes));
  }

  /** The worst that is said of the consumers that do not take the ROM. */
  private static Severity worst(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> !verdict.accepted())
        .flatMap(verdict -> verdict.findings().stream())
        .map(Finding::severity)
        .min(Severity::compareTo)
        .orElse(Severity.ERROR);
  }

  private static String and(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
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
