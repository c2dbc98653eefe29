package io.github.romparser.rom;

/** Why a walk along a chain ended. */
public enum EndReason {
  /** The last image is marked as the last. */
  LAST("last"),
  /** The file ends where the next image should begin. */
  END_OF_FILE("end-of-file"),
  /** An image, or the headers of the next one, reach past the end of the file. */
  PAST_END("past-end"),
  /** Where the next image should begin there is none. */
  NO_IMAGE("no-image"),
  /** An image that is not the last has length 0. */
  ZERO_LENGTH("zero-length"),
  /** The file has more images than are read, see {@link RomReader#MOST_IMAGES}. */
  LIMIT("limit");

  private final String id;

  EndReason(String id) {
    this.id = id;
  }

  /** {@return the name in reports, such as {@code end-of-file}} */
  public String id() {
    return id;
  }
}
