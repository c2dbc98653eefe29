package io.github.romparser.extract.spi;

import java.util.Optional;

/**
 * A container that was recognised.
 *
 * @param end the first byte behind it, in bytes from the start of the area that was probed
 * @param step what it is called in a path; empty if the names of its children say enough
 */
public record Found(long end, Optional<Step> step) {

  /**
   * {@return a container without a step of its own}
   *
   * @param end the first byte behind it, in bytes from the start of the area that was probed
   */
  public static Found upTo(long end) {
    return new Found(end, Optional.empty());
  }

  /**
   * {@return a container with a step of its own}
   *
   * @param end the first byte behind it, in bytes from the start of the area that was probed
   * @param step what it is called in a path
   */
  public static Found upTo(long end, Step step) {
    return new Found(end, Optional.of(step));
  }
}
