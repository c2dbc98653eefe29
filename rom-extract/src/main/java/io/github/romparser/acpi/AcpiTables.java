package io.github.romparser.acpi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ACPI tables of a file: binary tables one behind the other, the text of acpidump, or a
 * registry export.
 *
 * @param tables in the order of the file; offsets of binary ones count from the start of the file
 * @param text whether they were written as text, so that offsets count from the start of each table
 * @param findings tables that are cut, sums that are wrong, bytes behind a table that are none
 */
public record AcpiTables(List<AcpiTable> tables, boolean text, List<Finding> findings) {

  /** No machine has as many. */
  static final int MOST = 4096;

  /**
   * Copies the lists.
   *
   * @param tables copied; in the order of the file
   * @param text whether they were written as text
   * @param findings copied; what is wrong with the tables
   */
  public AcpiTables {
    tables = List.copyOf(tables);
    findings = List.copyOf(findings);
  }

  /**
   * Reads all tables of a file.
   *
   * @param file binary tables from its first byte on, or one of the texts
   * @return the tables, of binary ones at most 4096, and what is wrong with them; an empty list
   *     where there is none
   */
  public static AcpiTables read(Slice file) {
    Optional<AcpiTable> first = AcpiTable.read(file);
    return first.isPresent() ? binary(file) : text(file);
  }

  private static AcpiTables binary(Slice file) {
    List<AcpiTable> tables = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    long at = 0;
    while (at < file.length() && tables.size() < MOST) {
      Optional<AcpiTable> table = AcpiTable.read(file.from(at));
      if (table.isEmpty()) {
        break;
      }
      tables.add(table.get());
      findings.addAll(table.get().findings());
      at += table.get().length();
    }
    if (at < file.length()) {
      findings.add(
          Finding.of(
              FindingCode.TABLE_LENGTH,
              Range.between(file.offset() + at, file.end()),
              new Argument.Term(tables.get(tables.size() - 1).signature()),
              new Argument.Size(tables.get(tables.size() - 1).length()),
              new Argument.Size(file.length() - at)));
    }
    findings.sort(Finding.WORST_FIRST);
    return new AcpiTables(tables, false, findings);
  }

  private static AcpiTables text(Slice file) {
    DumpText dump = DumpText.read(file);
    List<AcpiTable> tables = List.of();
    if (dump instanceof DumpText.Tables found) {
      tables = found.tables();
    } else if (dump instanceof DumpText.Values found) {
      tables =
          found.values().stream().flatMap(value -> AcpiTable.read(value.bytes()).stream()).toList();
    }
    List<Finding> findings = new ArrayList<>();
    tables.forEach(table -> findings.addAll(table.findings()));
    findings.sort(Finding.WORST_FIRST);
    return new AcpiTables(tables, true, findings);
  }
}
