package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a section (PI 1.8 volume 3 §3.2.4, EFI_COMMON_SECTION_HEADER): size with this
 * header (offset 0, 3 bytes; all ones if the size is in 4 bytes at 4), type (3).
 *
 * @param bytes all of it, header included, cut at the end of the list
 * @param type what kind of section it is
 * @param headerLength 4, or 8 with a long size
 * @param cut whether its size says that there should be more bytes
 */
record Section(Slice bytes, int type, int headerLength, boolean cut) {

  /** The least header, in bytes. */
  static final int HEADER = 4;

  static final int COMPRESSION = 0x01;
  static final int GUID_DEFINED = 0x02;
  static final int DISPOSABLE = 0x03;
  static final int USER_INTERFACE = 0x15;
  static final int FREEFORM_SUBTYPE = 0x18;
  static final int RAW = 0x19;

  private static final int LONG_HEADER = 8;
  private static final long LONG = 0xff_ffff;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(COMPRESSION, "compressed"),
          Map.entry(GUID_DEFINED, "guided"),
          Map.entry(DISPOSABLE, "disposable"),
          Map.entry(0x10, "pe32"),
          Map.entry(0x11, "pic"),
          Map.entry(0x12, "te"),
          Map.entry(0x13, "dxe depex"),
          Map.entry(0x14, "version"),
          Map.entry(USER_INTERFACE, "ui"),
          Map.entry(0x16, "compat16"),
          Map.entry(0x17, "fv"),
          Map.entry(FREEFORM_SUBTYPE, "freeform"),
          Map.entry(RAW, "raw"),
          Map.entry(0x1b, "pei depex"),
          Map.entry(0x1c, "mm depex"),
          Map.entry(0x20, "postcode"), // Insyde
          Map.entry(0xf0, "postcode")); // Phoenix

  /** Whether the type is one that is known. */
  boolean known() {
    return NAMES.containsKey(type);
  }

  /** What its type is called. */
  String name() {
    return NAMES.getOrDefault(type, String.format(Locale.US, "%02x", type));
  }

  /** What follows the common header. */
  Slice body() {
    return bytes.from(headerLength);
  }

  /** Where the common header is, in bytes from the start of the file that the section is in. */
  Range header() {
    return new Range(bytes.offset(), headerLength);
  }

  /**
   * Reads a section.
   *
   * @param at where it begins, in bytes from the start of {@code list}
   * @return empty if there is none: a size that is less than the header's
   */
  static Optional<Section> read(Slice list, long at) {
    if (!list.has(at, HEADER)) {
      return Optional.empty();
    }
    long size = list.u32(at) & LONG;
    int header = HEADER;
    if (size == LONG && list.has(at, LONG_HEADER)) {
      size = list.u32(at + HEADER);
      header = LONG_HEADER;
    }
    if (size < header) {
      return Optional.empty();
    }
    return Optional.of(
        new Section(list.clamp(at, size), list.u8(at + 3), header, size > list.length() - at));
  }
}
