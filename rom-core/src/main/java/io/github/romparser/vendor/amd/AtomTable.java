package io.github.romparser.vendor.amd;

/**
 * A command or a data table of an ATOM BIOS (Linux atomfirmware.h, {@code
 * atom_common_table_header}).
 *
 * @param index place in the master table, from 0
 * @param name what the drivers call it; empty for commands and where it is not known
 * @param offset of the table, in bytes from the start of the file
 * @param pointer of the master table: the same place, in bytes from the start of the image
 * @param size offset 0x00, 2 bytes: length in bytes with this header; may reach past the end of the
 *     image
 * @param formatRevision offset 0x02, 1 byte
 * @param contentRevision offset 0x03, 1 byte
 */
public record AtomTable(
    int index,
    String name,
    long offset,
    int pointer,
    int size,
    int formatRevision,
    int contentRevision) {

  /** Length of the header that every table has, in bytes. */
  public static final int HEADER = 4;
}
