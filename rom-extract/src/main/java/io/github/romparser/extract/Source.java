package io.github.romparser.extract;

import java.util.List;

/**
 * Where something was found.
 *
 * @param path the way there, see {@link Provenance#path}
 * @param offset where it begins, in bytes from the start of the innermost file or decoded section
 *     on the way
 */
public record Source(List<String> path, long offset) {
  /**
   * Copies the path.
   *
   * @param path the list that is copied
   * @param offset in bytes from the start of the last file or decoded section of the path
   */
  public Source {
    path = List.copyOf(path);
  }
}
