package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.EntryName;
import io.github.romparser.extract.handler.uefi.Guid;
import java.util.Optional;
import java.util.Set;

/**
 * A file in a volume of Phoenix' own file system, FFV (coreboot bios_extract, src/phoenix.c and
 * phoenix_extract.py). Offset and size of the header's fields, in bytes: state F8 (0, 1), flags (1,
 * 1), sums (2, 2), size with this header (4, 3), type (7, 1), name (8, 16). A name is a GUID, or
 * eight characters, FF, and seven more.
 *
 * @param at where the header begins, from the start of the container
 * @param size with the header, in bytes
 * @param type what kind of file it is
 * @param name as it is written, or a GUID
 */
record PhoenixFile(long at, long size, int type, String name) {

  static final int HEADER = 24;

  /** A file that is there. */
  static final int PRESENT = 0xf8;

  private static final int SIZE = 4;
  private static final int TYPE = 7;
  private static final int NAME = 8;
  private static final int NAME_LENGTH = 16;

  /** Where a name that is no GUID has its mark, from the start of the name. */
  private static final int NAME_MARK = 8;

  /** A file whose bytes nobody uses. */
  private static final int GAP = 0xf0;

  /**
   * Types of files that consist of sections: SECTION, CEIMAIN, PEIMAIN, DXEMAIN, PEI, DXE, CEI, BB,
   * SDXE, DXESDXE.
   */
  private static final Set<Integer> SECTIONED =
      Set.of(0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0xc2, 0xc4, 0xd0, 0xd1);

  /** Reads the header at a place; empty if there is none, or the file does not fit. */
  static Optional<PhoenixFile> read(Slice image, long at) {
    if (!image.has(at, HEADER) || image.u8(at) != PRESENT) {
      return Optional.empty();
    }
    long size = image.u32(at + SIZE) & 0xff_ffff;
    return size < HEADER || !image.has(at, size)
        ? Optional.empty()
        : Optional.of(
            new PhoenixFile(
                at, size, image.u8(at + TYPE), name(image.slice(at + NAME, NAME_LENGTH))));
  }

  private static String name(Slice bytes) {
    return bytes.u8(NAME_MARK) == 0xff
        ? EntryName.untilNul(bytes.slice(0, NAME_MARK))
            + EntryName.untilNul(bytes.from(NAME_MARK + 1))
        : Guid.read(bytes, 0).toString();
  }

  boolean gap() {
    return type == GAP;
  }

  boolean sectioned() {
    return SECTIONED.contains(type);
  }

  /** What follows the header. */
  Slice content(Slice image) {
    return image.slice(at + HEADER, size - HEADER);
  }

  /** The name; for one like {@code _R01}, which has the letter of a module, what it stands for. */
  String title() {
    return name.matches("_.[0-9A-Z]{2}")
        ? PhoenixModule.typeName(name.charAt(1)) + " " + name.substring(2)
        : name;
  }
}
