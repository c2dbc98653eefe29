package io.github.romparser.extract;

/** Is told how a search goes on, by the thread that called it. */
public interface ExtractListener {

  /** Wants to know nothing. */
  ExtractListener NONE = new ExtractListener() {};

  /**
   * A part was looked at.
   *
   * @param done how many bytes of the file were accounted for
   * @param size how many bytes the file has
   */
  default void progress(long done, long size) {}

  /**
   * A ROM was found that was not found before.
   *
   * @param rom with the first place where it was found
   */
  default void found(FoundRom rom) {}
}
