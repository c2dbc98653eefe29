package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects findings. Of one code only {@link #MOST} are kept, and how many more there were is told:
 * a file made of thousands of broken images must not fill the memory or the screen.
 */
final class FindingList {

  /** The most findings of one code. */
  static final int MOST = 32;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
  private final Range whole;

  FindingList(Range whole) {
    this.whole = whole;
  }

  void add(Finding finding) {
    if (counts.merge(finding.code(), 1, Integer::sum) <= MOST) {
      findings.add(finding);
    }
  }

  /** Adds a finding; what its range has behind the end of the file is cut off. */
  void add(FindingCode code, Range range, Argument... arguments) {
    long start = Math.min(range.offset(), whole.end());
    add(Finding.of(code, Range.between(start, Math.min(range.end(), whole.end())), arguments));
  }

  /** Worst first, then in the order of the file; findings of the same place in the order found. */
  List<Finding> sorted() {
    List<Finding> all = new ArrayList<>(findings);
    counts.forEach(
        (code, count) -> {
          if (count > MOST) {
            all.add(
                Finding.of(
                    FindingCode.MORE_FINDINGS,
                    whole,
                    new Argument.Count(count - MOST),
                    new Argument.Term(code.id())));
          }
        });
    all.sort(Finding.WORST_FIRST);
    return List.copyOf(all);
  }
}
