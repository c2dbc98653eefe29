package io.github.romparser.compare;

import io.github.romparser.rom.RomImage;
import java.util.Locale;
import java.util.Optional;

/**
 * An image of the one file and its counterpart in the other.
 *
 * @param a the image in the first file
 * @param b the image in the second file
 * @param bytes how they differ; empty where there is only one, or where more bytes were claimed
 *     than files have
 */
public record ImageDiff(Optional<RomImage> a, Optional<RomImage> b, Optional<ByteDiff> bytes) {

  /** How the two stand to each other. */
  public enum State {
    /** The same bytes. */
    IDENTICAL,
    /** Other bytes or another length. */
    DIFFERENT,
    /** The second file has no such image. */
    ONLY_A,
    /** The first file has no such image. */
    ONLY_B,
    /** The images of a file claim to overlap so much that they were not compared. */
    NOT_COMPARED;

    /** {@return the name in reports, such as {@code only-a}} */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** {@return how the two stand to each other} */
  public State state() {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent() ? State.ONLY_A : State.ONLY_B;
    }
    return bytes
        .map(diff -> diff.same() ? State.IDENTICAL : State.DIFFERENT)
        .orElse(State.NOT_COMPARED);
  }

  /**
   * {@return the one that there is, that of the first file where there are both}
   *
   * @throws java.util.NoSuchElementException if there is neither
   */
  public RomImage either() {
    return a.or(() -> b).orElseThrow();
  }
}
