package io.github.romparser.cli.report;

import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What consumers make of a ROM, in the words that all reports for people use. */
public final class CheckText {

  private CheckText() {}

  /**
   * Every finding once, at its worst, with the consumers for which it is that bad. The same thing
   * may keep one consumer from taking the ROM and be a warning to another.
   */
  public static Map<Finding, List<Target>> findings(List<Verdict> verdicts) {
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

  /**
   * Who takes a ROM and who does not.
   *
   * @param silent whether there is no finding
   */
  public static String verdict(RomFile rom, List<Verdict> verdicts, boolean silent) {
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
}
