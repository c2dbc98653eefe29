package io.github.romparser.acpi;

import io.github.romparser.finding.Finding;
import java.util.List;

/**
 * What the AML of some tables says of ROMs.
 *
 * @param tables the tables, also those without AML
 * @param methods ROM methods, in the order of the tables
 * @param roms ROMs in Buffers, each once
 * @param findings what to do about ROMs that are not in the tables, and what is wrong; offsets are
 *     those of the table that is meant
 */
public record AmlScan(
    List<AcpiTable> tables,
    List<RomMethod> methods,
    List<EmbeddedRom> roms,
    List<Finding> findings) {

  /**
   * Copies the lists.
   *
   * @param tables copied; with those that hold no AML
   * @param methods copied; in the order of the tables
   * @param roms copied; each ROM once
   * @param findings copied; what to do about other ROMs, and what is wrong
   */
  public AmlScan {
    tables = List.copyOf(tables);
    methods = List.copyOf(methods);
    roms = List.copyOf(roms);
    findings = List.copyOf(findings);
  }
}
