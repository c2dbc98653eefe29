package io.github.romparser.extract;

/** The answer of a search in one word. */
public enum ExtractVerdict {
  /** At least one option ROM was found. */
  FOUND("found"),
  /** Everything could be unpacked, and there is no option ROM in it. */
  NO_ROM("no-rom"),
  /** There is none in what could be unpacked, and not all could. */
  NOT_UNPACKABLE("not-unpackable"),
  /** The file is an option ROM itself. */
  ALREADY_A_ROM("already-a-rom");

  private final String id;

  ExtractVerdict(String id) {
    this.id = id;
  }

  /** {@return the name in reports, such as {@code no-rom}} */
  public String id() {
    return id;
  }
}
