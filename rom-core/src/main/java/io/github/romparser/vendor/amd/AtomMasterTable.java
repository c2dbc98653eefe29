package io.github.romparser.vendor.amd;

import java.util.List;
import java.util.Optional;

/**
 * The list of all commands or of all data tables (Linux atomfirmware.h, {@code
 * atom_master_data_table_v2_1}): a table header, then a pointer of 2 bytes for every table, in
 * bytes from the start of the image; 0 for a table that is not there.
 *
 * @param offset of the list, in bytes from the start of the file
 * @param size offset 0x00, 2 bytes: length in bytes
 * @param formatRevision offset 0x02, 1 byte: 1 for ATOM BIOS, 2 for atomfirmware
 * @param contentRevision offset 0x03, 1 byte
 * @param entryCount how many places the list has, used or not
 * @param tables those that are there, in the order of the list
 */
public record AtomMasterTable(
    long offset,
    int size,
    int formatRevision,
    int contentRevision,
    int entryCount,
    List<AtomTable> tables) {

  /**
   * Copies the list.
   *
   * @param offset of the list, in bytes from the start of the file
   * @param size length of the list in bytes, as it says
   * @param formatRevision 1 for ATOM BIOS, 2 for atomfirmware
   * @param contentRevision revision within the format
   * @param entryCount how many places the list has, used or not
   * @param tables copied; those that are there
   */
  public AtomMasterTable {
    tables = List.copyOf(tables);
  }

  /**
   * {@return the table at a place of the list; empty if there is none}
   *
   * @param index place in the list, from 0
   */
  public Optional<AtomTable> table(int index) {
    return tables.stream().filter(table -> table.index() == index).findFirst();
  }
}
