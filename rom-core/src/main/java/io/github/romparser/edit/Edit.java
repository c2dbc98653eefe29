package io.github.romparser.edit;

import io.github.romparser.bytes.Slice;
import java.util.List;

/**
 * An edit that was made.
 *
 * @param bytes the result, at offset 0: a new array if any byte was changed, otherwise possibly the
 *     view that was given; nothing is changed in place
 * @param steps what was done, what was kept on purpose and what is worth knowing, in this order of
 *     events; offsets are those of the file that was edited, or of the result where one was built
 */
public record Edit(Slice bytes, List<EditStep> steps) implements EditResult {
  /**
   * Copies the list.
   *
   * @param bytes the result, at offset 0; not copied
   * @param steps copied; what was done and what is worth knowing, in order
   */
  public Edit {
    steps = List.copyOf(steps);
  }

  /** {@return whether anything was done; if not, the result has the same bytes as the input} */
  public boolean changed() {
    return steps.stream().anyMatch(step -> step.code().mark() == EditCode.Mark.DONE);
  }
}
