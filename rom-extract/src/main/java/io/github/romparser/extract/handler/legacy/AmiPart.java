package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Slice;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a part of an AMIBIOS (coreboot bios_extract, src/amideco.c and ami.c; AMIBIOS 95 to
 * 8). Offset and size of the fields, in bytes: address of the part before (0, 4), size (4, 2), id
 * (6, 1), flags (7, 1), where it is loaded to or, for a PCI ROM, its ids (8, 4), packed size (12,
 * 4), size (16, 4). A part that is stored begins where those two sizes would be.
 *
 * @param at where the header begins, from the start of the container
 * @param before address of the part before, as it is written
 * @param shortSize its size if it is stored and not too large for it
 * @param id which part it is
 * @param stored whether it is not compressed
 * @param place where it is loaded to, or ids
 * @param packed bytes of the compressed part
 * @param size bytes of the part
 */
record AmiPart(
    long at,
    long before,
    int shortSize,
    int id,
    boolean stored,
    long place,
    long packed,
    long size) {

  /** A header with both sizes. */
  static final int HEADER = 20;

  /** A header without them. */
  static final int STORED_HEADER = 12;

  /** The size of a large stored part, and 4 more bytes, stand in front of its header. */
  static final int LARGE_HEADER = 8;

  private static final int FLAG_STORED = 0x80;

  /** AMD's CIM-X, which are never compressed, whatever their flags say. */
  private static final int NORTH_BRIDGE = 0x40;

  private static final int SOUTH_BRIDGE = 0x60;

  private static final int PCI_ROM = 0x20;
  private static final int LANGUAGE = 0x21;

  /** No part of an AMIBIOS is larger: the largest chip that it was written to has 4 MiB. */
  private static final long LARGEST = 16L << 20;

  /** What stands instead of the address in the last part. */
  private static final int LAST = 0xffff;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00, "POST"),
          Map.entry(0x01, "setup server"),
          Map.entry(0x02, "runtime"),
          Map.entry(0x03, "DIM"),
          Map.entry(0x04, "setup client"),
          Map.entry(0x05, "remote server"),
          Map.entry(0x06, "DMI data"),
          Map.entry(0x07, "Green PC"),
          Map.entry(0x08, "interface"),
          Map.entry(0x09, "MP"),
          Map.entry(0x0a, "notebook"),
          Map.entry(0x0b, "Int-10"),
          Map.entry(0x0c, "ROM-ID"),
          Map.entry(0x0d, "Int-13"),
          Map.entry(0x0e, "OEM logo"),
          Map.entry(0x0f, "ACPI table"),
          Map.entry(0x10, "ACPI AML"),
          Map.entry(0x11, "P6 microcode"),
          Map.entry(0x12, "configuration"),
          Map.entry(0x13, "DMI code"),
          Map.entry(0x14, "system health"),
          Map.entry(0x15, "memory sizing"),
          Map.entry(0x16, "memory test"),
          Map.entry(0x17, "debug"),
          Map.entry(0x18, "display manager"),
          Map.entry(0x19, "display manager font"),
          Map.entry(0x1a, "small logo"),
          Map.entry(0x1b, "SLAB"),
          Map.entry(PCI_ROM, "PCI add-on ROM"),
          Map.entry(LANGUAGE, "language"),
          Map.entry(0x22, "user defined"),
          Map.entry(0x23, "ASCII font"),
          Map.entry(0x24, "Big5 font"),
          Map.entry(0x25, "OEM logo"),
          Map.entry(0x2a, "user ROM"),
          Map.entry(0x2b, "PXE code"),
          Map.entry(0x2c, "AMI font"),
          Map.entry(0x2d, "battery refresh"),
          Map.entry(0x2e, "user ROM"),
          Map.entry(0x30, "font database"),
          Map.entry(0x31, "OEM logo data"),
          Map.entry(0x32, "graphic logo code"),
          Map.entry(0x33, "graphic logo data"),
          Map.entry(0x34, "action logo code"),
          Map.entry(0x35, "action logo data"),
          Map.entry(0x36, "virus"),
          Map.entry(0x37, "online menu"),
          Map.entry(0x38, "first language"),
          Map.entry(0x39, "second language"),
          Map.entry(0x3a, "third language"),
          Map.entry(NORTH_BRIDGE, "AMD CIM-X north bridge"),
          Map.entry(SOUTH_BRIDGE, "AMD CIM-X south bridge"),
          Map.entry(0x70, "OSD bitmaps"));

  /** Reads the header at a place; empty if there is no room for one. */
  static Optional<AmiPart> read(Slice image, long at) {
    if (!image.has(at, HEADER)) {
      return Optional.empty();
    }
    int id = image.u8(at + 6);
    return Optional.of(
        new AmiPart(
            at,
            image.u32(at),
            image.u16(at + 4),
            id,
            (image.u8(at + 7) & FLAG_STORED) != 0 || id == NORTH_BRIDGE || id == SOUTH_BRIDGE,
            image.u32(at + 8),
            image.u32(at + 12),
            image.u32(at + 16)));
  }

  /** Whether no part is told to be before this one. */
  boolean last() {
    return (before & LAST) == LAST || before >>> 16 == LAST;
  }

  /** Where its bytes begin. */
  long content() {
    return at + (stored ? STORED_HEADER : HEADER);
  }

  /** How many bytes of the image it says it has. */
  long length(Slice image) {
    if (!stored) {
      return packed;
    }
    boolean large = shortSize == 0 || shortSize == LAST;
    return large && image.has(at - LARGE_HEADER, LARGE_HEADER)
        ? image.u32(at - LARGE_HEADER)
        : shortSize;
  }

  /** Whether its sizes can be true. */
  boolean plausible(Slice image) {
    long length = length(image);
    return length > 0 && image.has(content(), length) && (stored || (size > 0 && size <= LARGEST));
  }

  /** What it is called, with its ids if it has some. */
  String name() {
    String name = NAMES.getOrDefault(id, String.format(Locale.US, "part %02x", id));
    return switch (id) {
      case PCI_ROM -> String.format(Locale.US, "%s %04x:%04x", name, place & 0xffff, place >>> 16);
      case LANGUAGE -> {
        int first = (int) (place >>> 8 & 0xff);
        int second = (int) (place & 0xff);
        yield letter(first) && letter(second) ? name + " " + (char) first + (char) second : name;
      }
      default -> name;
    };
  }

  private static boolean letter(int value) {
    return value > ' ' && value < 0x7f;
  }
}
