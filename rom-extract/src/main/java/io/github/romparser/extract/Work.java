package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Companions;
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
 * @param companions the files beside the one that it is in
 * @param depth in how many containers it lies
 * @param nesting in how many parts it lies
 */
record Work(
    Provenance provenance,
    Child.Content content,
    Optional<Handler> handler,
    Optional<Handler> notAtStart,
    Companions companions,
    int depth,
    int nesting) {

  /** The file itself. */
  static Work of(String name, Slice blob, Companions companions) {
    return new Work(
        Provenance.of(name),
        new Child.Stored(blob),
        Optional.empty(),
        Optional.empty(),
        companions,
        0,
        0);
  }

  /** Where its bytes stand in the file that its container is in. */
  Range range() {
    return content instanceof Child.Stored stored
        ? stored.bytes().range()
        : ((Child.Packed) content).source();
  }

  /** How many bytes it is made of. */
  long input() {
    return content instanceof Child.Packed packed ? packed.input() : range().length();
  }

  /** Whether its bytes have to be decoded. */
  boolean packed() {
    return content instanceof Child.Packed;
  }
}
