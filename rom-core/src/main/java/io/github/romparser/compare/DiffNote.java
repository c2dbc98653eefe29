package io.github.romparser.compare;

import java.util.Locale;

/** What is worth knowing of a difference. */
public enum DiffNote {
  /** Reading a flashed card back. */
  READ_BACK(
      "Two bytes of an AMD image differ, one of them the checksum byte at 0x21, and both sums are"
          + " right: a card that is flashed and read back gives that; it is no sign of tampering."),
  /** What firmware hands over. */
  BOARD_SETTINGS(
      "Few bytes of the image differ and both sums are right: firmware writes settings of the board"
          + " into the copy of an APU's or card's image that it hands over in ACPI tables; the same"
          + " build may look like this."),
  /** Sums. */
  SUM_WRONG_A("The checksum of the legacy image is wrong in A."),
  /** Sums. */
  SUM_WRONG_B("The checksum of the legacy image is wrong in B."),
  /** NVIDIA's images. */
  PRIVATE_IMAGES(
      "NVIDIA's own images are not in both files: Linux gives a ROM without them where they stand"
          + " behind the image that is marked as the last. Firmware does not use them."),
  /** Several ROMs. */
  MORE_CHAINS("A file has more than one ROM; the first ones were compared.");

  private final String text;

  DiffNote(String text) {
    this.text = text;
  }

  /** {@return the name in reports, such as {@code read-back}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return what there is to know, as English sentences} */
  public String text() {
    return text;
  }
}
