package io.github.romparser.extract.spi;

/** An allowance did not suffice. Not for handlers to catch. */
public final class OverAllowance extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was too little. */
  public enum Kind {
    /** The decoded bytes. */
    BYTES,
    /** The work on one part. */
    WORK,
    /** The time, or somebody cancelled the search. */
    TIME,
    /** The memory of work that is done ahead; to be tried again in its turn. */
    AHEAD
  }

  /** What was too little, which decides how the search goes on. */
  private final Kind kind;

  /**
   * Without a stack trace, which would cost more than it tells.
   *
   * @param kind what was too little
   * @param message in few words
   */
  public OverAllowance(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** {@return what was too little} */
  public Kind kind() {
    return kind;
  }
}
