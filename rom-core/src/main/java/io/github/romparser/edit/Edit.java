package io.github.romparser.edit;

import io.github.romparser.bytes.Slice;
import java.util.List;

/**
 * An edit that was made.
 *
 * @param bytes the result, at offset 0; never the array that was edited
 * @param steps what was done, what was kept on purpose and what is worth knowing, in this order of
 *     events; offsets are those of the file that was edited, or of the result where one was built
 */
public record Edit(Slice bytes, List<EditStep> steps) implements EditResult {
  /** Copies the list. */
  public Edit {
    steps = List.copyOf(steps);
  }

  /** Whether anything was done: without it the result has the same bytes as the input. */
  public boolean changed() {
    return steps.stream().anyMatch(step -> step.code().mark() == EditCode.Mark.DONE);
  }
}
