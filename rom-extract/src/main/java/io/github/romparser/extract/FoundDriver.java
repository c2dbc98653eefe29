package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import java.util.List;

/**
 * A bare EFI display driver that was found: to be wrapped before any firmware runs it.
 *
 * @param bytes the PE or TE file
 * @param sha256 over {@code bytes}, in lower-case hex digits
 * @param machine the PE machine type
 * @param name what its strings say it is
 * @param sources where it was found, in the order of the search
 */
public record FoundDriver(
    Slice bytes, String sha256, int machine, String name, List<Source> sources) {
  /**
   * Copies the list of places.
   *
   * @param bytes the PE or TE file
   * @param sha256 over {@code bytes}, in lower-case hex digits
   * @param machine the PE machine type
   * @param name what its strings say it is
   * @param sources where it was found; the list that is copied
   */
  public FoundDriver {
    sources = List.copyOf(sources);
  }
}
