package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Handler;
import java.util.Optional;

/**
 * A part that is still to be looked at.
 *
 * @param provenance the way to it
 * @param content its bytes, or how to get them
 * @param handler who opens it; empty if it is to be searched
 * @param notAtStart a format that does not begin where the part does, because it was just told to
 *     be that
 * @param depth in how many containers it lies
 * @param nesting in how many parts it lies
 */
record Work(
    Provenance provenance,
    Child.Content content,
    Optional<Handler> handler,
    Optional<Handler> notAtStart,
    int depth,
    int nesting) {

  /** The file itself. */
  static Work of(String name, Slice blob) {
    return new Work(
        Provenance.of(name), new Child.Stored(blob), Optional.empty(), Optional.empty(), 0, 0);
  }

  /** Where its bytes stand in the file that its container is in. */
  Range range() {
    return content instanceof Child.Stored stored
        ? stored.bytes().range()
        : ((Child.Packed) content).source();
  }

  /** Whether its bytes have to be decoded. */
  boolean packed() {
    return content instanceof Child.Packed;
  }
}
