package io.github.romparser.cli.report;

import io.github.romparser.acpi.AcpiTable;
import io.github.romparser.acpi.AcpiTables;
import io.github.romparser.acpi.DumpSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of some files.
 *
 * @param tables all of them, in the order of the files
 * @param names of the file of each
 */
public record ScannedTables(List<AcpiTable> tables, List<String> names) {

  /** Copies the lists. */
  public ScannedTables {
    tables = List.copyOf(tables);
    names = List.copyOf(names);
  }

  /** Reads the tables of all files. */
  public static ScannedTables of(List<DumpSource.Input> inputs) {
    List<AcpiTable> tables = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (DumpSource.Input input : inputs) {
      for (AcpiTable table : AcpiTables.read(input.bytes()).tables()) {
        tables.add(table);
        names.add(input.name());
      }
    }
    return new ScannedTables(tables, names);
  }

  /** What to call a table: its file, and which it is. */
  String name(int table) {
    AcpiTable t = tables.get(table);
    return names.get(table) + ", " + t.signature() + " " + t.oemTableId();
  }
}
