package io.github.romparser.extract;

import io.github.romparser.extract.spi.Trouble;
import java.util.List;

/**
 * What could not be opened, or not wholly, and why.
 *
 * @param path the way there, see {@link Provenance#path}
 * @param trouble why
 */
public record DeadEnd(List<String> path, Trouble trouble) {
  /**
   * Copies the path.
   *
   * @param path the list that is copied
   * @param trouble why
   */
  public DeadEnd {
    path = List.copyOf(path);
  }
}
