package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import java.util.List;

/**
 * One of Intel's video BIOS tables.
 *
 * @param bytes the table
 * @param sha256 over {@code bytes}, in lower-case hex digits
 * @param name its platform
 * @param sources where it was found, in the order of the search
 */
public record FoundTable(Slice bytes, String sha256, String name, List<Source> sources) {
  /**
   * Copies the list of places.
   *
   * @param bytes the table
   * @param sha256 over {@code bytes}, in lower-case hex digits
   * @param name its platform
   * @param sources where it was found; the list that is copied
   */
  public FoundTable {
    sources = List.copyOf(sources);
  }
}
