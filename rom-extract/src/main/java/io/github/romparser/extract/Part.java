package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import java.util.Optional;

/**
 * A part of what was searched, in the tree of all parts. Its bytes are not kept.
 *
 * @param number place in the order of the search, from 0, which is the file itself
 * @param parent number of the part that it is in; -1 for the file itself
 * @param provenance the way to it
 * @param kind what it is
 * @param format id of the format; empty where none was recognised
 * @param range its bytes, from the start of the innermost file or decoded section that it is in
 * @param decoded whether its bytes had to be decoded; they are a new file then, and the range
 *     begins at 0
 */
public record Part(
    int number,
    int parent,
    Provenance provenance,
    Kind kind,
    Optional<String> format,
    Range range,
    boolean decoded) {

  /** What a part is. */
  public enum Kind {
    /** A container that was recognised. */
    CONTAINER,
    /** Bytes that nothing is known of; they were searched. */
    AREA,
    /** Bytes that are all 0x00 or all 0xff. */
    PADDING,
    /** An option ROM. */
    ROM,
    /** Something else that was looked for. */
    PRODUCT,
    /** It could not be decoded. */
    DEAD_END
  }
}
