package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Product;
import io.github.romparser.extract.spi.Trouble;
import java.util.List;
import java.util.Optional;

/**
 * What looking at one part gave. It depends on nothing but the part.
 *
 * @param kind what the part is
 * @param format id of its format
 * @param range its bytes
 * @param decodedBytes how many bytes were decoded for it
 * @param inputBytes from how many
 * @param entries what is in it, in its order
 * @param troubles what is wrong
 * @param outcome whether it is done
 */
record Analysis(
    Part.Kind kind,
    Optional<String> format,
    Range range,
    long decodedBytes,
    long inputBytes,
    List<Entry> entries,
    List<Trouble> troubles,
    Outcome outcome) {

  /** Whether a part is done. */
  enum Outcome {
    /** It is. */
    DONE,
    /** It was done ahead and took too much memory for that; it is to be done in its turn. */
    LATER,
    /** The search is to end. */
    STOPPED
  }

  /** Something in a part. */
  sealed interface Entry {}

  /** A part that is to be looked at. */
  record More(Work work) implements Entry {}

  /**
   * A ROM.
   *
   * @param bytes the whole chain
   */
  record Rom(Slice bytes) implements Entry {}

  /** Something else that was looked for. */
  record Other(Product product) implements Entry {}

  /** Bytes in which there is nothing. */
  record Rest(Part.Kind kind, Range range) implements Entry {}

  /** Copies the lists. */
  Analysis {
    entries = List.copyOf(entries);
    troubles = List.copyOf(troubles);
  }

  /** Not done. */
  static Analysis not(Outcome outcome, Work work) {
    return new Analysis(
        Part.Kind.AREA, Optional.empty(), work.range(), 0, 0, List.of(), List.of(), outcome);
  }

  /** Nothing but trouble. */
  static Analysis failed(Work work, Trouble trouble) {
    return new Analysis(
        Part.Kind.DEAD_END,
        work.handler().map(h -> h.info().id()),
        work.range(),
        0,
        0,
        List.of(),
        List.of(trouble),
        Outcome.DONE);
  }
}
