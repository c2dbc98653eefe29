package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;

/** Decodes blocks that are told apart by their container and go on where the one before ended. */
public interface BlockDecoder extends AutoCloseable {

  /** How the decoding of a block ended. */
  enum Ending {
    /** It gave all its bytes. */
    DONE,
    /** Its input ends too early. */
    TRUNCATED,
    /** It is not what it should be. */
    DAMAGED
  }

  /**
   * Decodes the next block. What it gave stays, even if it did not end well; but then there is no
   * use in another.
   *
   * @param packed its bytes
   * @param size how many bytes it gives
   * @return {@link Ending#DONE} if it gave so many bytes, else why it gave fewer
   */
  Ending add(Slice packed, int size);

  /** {@return what all blocks gave, at offset 0} Nothing may be decoded afterwards. */
  Slice toSlice();

  @Override
  default void close() {}
}
