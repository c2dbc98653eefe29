package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * What decoding gave.
 *
 * @param bytes the bytes, or as many of them as could be had; a view of their own at offset 0
 * @param trouble why they are not all, or may be wrong; empty if all is well
 */
public record Decoded(Slice bytes, Optional<Trouble> trouble) {

  /**
   * {@return all bytes, without trouble}
   *
   * @param bytes a view of their own at offset 0
   */
  public static Decoded of(Slice bytes) {
    return new Decoded(bytes, Optional.empty());
  }

  /**
   * {@return some of the bytes, or bytes that may be wrong, and why}
   *
   * @param bytes as many as could be had; a view of their own at offset 0
   * @param trouble why they are not all, or may be wrong
   */
  public static Decoded partly(Slice bytes, Trouble trouble) {
    return new Decoded(bytes, Optional.of(trouble));
  }

  /**
   * {@return no bytes, and why}
   *
   * @param trouble why nothing could be decoded
   */
  public static Decoded none(Trouble trouble) {
    return new Decoded(Slice.of(new byte[0]), Optional.of(trouble));
  }
}
