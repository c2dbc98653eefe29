package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.OptionalLong;

/**
 * A piece of a ROM as it was dumped.
 *
 * @param source index of the input that it comes from
 * @param offset where in the ROM it belongs, in bytes, where names or text say so
 * @param bytes what was read
 * @param cut whether bytes are missing at its end
 */
record Chunk(int source, OptionalLong offset, Slice bytes, boolean cut) {

  Chunk at(long place) {
    return new Chunk(source, OptionalLong.of(place), bytes, cut);
  }

  Chunk anywhere() {
    return new Chunk(source, OptionalLong.empty(), bytes, cut);
  }

  long length() {
    return bytes.length();
  }
}
