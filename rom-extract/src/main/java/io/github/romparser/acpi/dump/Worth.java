package io.github.romparser.acpi.dump;

/** What a ROM is worth by the way it was taken, the best first. */
public enum Worth {
  /** It was read from the card. */
  CARD("card"),
  /** Firmware keeps a copy for drivers, which is what they get. */
  FIRMWARE_COPY("firmware-copy"),
  /** Firmware put a copy into a table when the machine started; it may be changed. */
  TABLE_COPY("table-copy"),
  /** What is left in memory of the ROM that ran when the machine started; it may be changed. */
  SHADOW("shadow");

  private final String id;

  Worth(String id) {
    this.id = id;
  }

  /** {@return the name in reports, such as {@code table-copy}} */
  public String id() {
    return id;
  }
}
