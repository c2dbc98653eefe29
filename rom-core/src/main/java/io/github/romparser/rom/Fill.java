package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import java.util.OptionalInt;

/** What bytes outside all chains look like. */
public enum Fill {
  /** All 0xFF. */
  FF("ff"),
  /** All 0x00. */
  ZERO("00"),
  /** Anything else. */
  DATA("data");

  private final String id;

  Fill(String id) {
    this.id = id;
  }

  /** {@return the name in reports: {@code ff}, {@code 00} or {@code data}} */
  public String id() {
    return id;
  }

  /** The fill of some bytes. */
  static Fill of(Slice bytes) {
    OptionalInt value = bytes.fill();
    if (value.isEmpty()) {
      return DATA;
    }
    return switch (value.getAsInt()) {
      case 0xff -> FF;
      case 0x00 -> ZERO;
      default -> DATA;
    };
  }
}
