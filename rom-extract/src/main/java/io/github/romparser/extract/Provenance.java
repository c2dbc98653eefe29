package io.github.romparser.extract;

import io.github.romparser.extract.spi.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The way to a part, from the file that was searched.
 *
 * @param parent the way to what it is in; empty for the file itself
 * @param step the last step
 */
public record Provenance(Optional<Provenance> parent, Step step) {

  /** The file that is searched. */
  static Provenance of(String name) {
    return new Provenance(Optional.empty(), Step.element(name));
  }

  /** A step further. */
  Provenance then(Step next) {
    return new Provenance(Optional.of(this), next);
  }

  /**
   * {@return the way as a list: the file that was searched, then each file or container that has to
   * be taken out of the one before, the parts of firmware joined by slashes}
   */
  public List<String> path() {
    Deque<Step> steps = new ArrayDeque<>();
    for (Optional<Provenance> at = Optional.of(this); at.isPresent(); at = at.get().parent()) {
      steps.push(at.get().step());
    }
    List<String> path = new ArrayList<>();
    for (Step next : steps) {
      int last = path.size() - 1;
      if (last >= 0 && next.text().isEmpty()) {
        continue;
      }
      if (next.element() || last <= 0) {
        path.add(next.text());
      } else {
        path.set(last, path.get(last) + "/" + next.text());
      }
    }
    return path;
  }
}
