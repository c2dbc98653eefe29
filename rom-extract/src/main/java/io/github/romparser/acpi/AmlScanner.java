package io.github.romparser.acpi;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks in the AML of ACPI tables for devices that hand out a ROM, and for ROMs in Buffers.
 *
 * <p>The code is not run. That suffices: nearly all firmwares keep the ROM in memory, which the
 * tables only point to, and the others in Buffers that stand in the table as they are.
 */
public final class AmlScanner {

  private static final List<String> METHODS = List.of("_ROM", "ATRM");

  /** No machine has as many graphics chips. */
  private static final int MOST_METHODS = 256;

  private AmlScanner() {}

  /**
   * Scans tables together: names of one may be used in another.
   *
   * @param tables all that there are, in the order in which the system loads them
   * @return the methods, at most 256, with where each takes its ROM from, and the ROMs in Buffers;
   *     the findings say what to do about a ROM that is elsewhere
   */
  public static AmlScan scan(List<AcpiTable> tables) {
    AmlNamespace names = new AmlNamespace(tables);
    List<EmbeddedRom> roms = EmbeddedRom.find(names.pieces());
    List<RomMethod> methods = new ArrayList<>();
    for (AmlNamespace.Named<AmlObject.Method> found : names.methods(METHODS)) {
      if (methods.size() < MOST_METHODS) {
        AmlObject.Method method = found.object();
        methods.add(
            new RomMethod(
                found.path(),
                method.table(),
                method.from(),
                method.arguments(),
                RomOriginSearch.of(names, found, roms)));
      }
    }
    List<Finding> findings = new ArrayList<>();
    tables.forEach(table -> findings.addAll(table.findings()));
    findings.addAll(findings(tables, methods, roms));
    if (names.full()) {
      findings.add(
          Finding.of(
              FindingCode.AML_LIMIT, new Range(0, 0), new Argument.Count(AmlNamespace.MOST)));
    }
    findings.sort(Finding.WORST_FIRST);
    return new AmlScan(tables, methods, roms, findings);
  }

  /** The Buffers of tables that may hold a ROM. */
  static List<RomPiece> pieces(List<AcpiTable> tables) {
    return new AmlNamespace(tables).pieces();
  }

  private static List<Finding> findings(
      List<AcpiTable> tables, List<RomMethod> methods, List<EmbeddedRom> roms) {
    List<Finding> findings = new ArrayList<>();
    if (tables.stream().noneMatch(AcpiTable::hasAml)) {
      findings.add(Finding.of(FindingCode.AML_NO_TABLE, new Range(0, 0)));
    } else if (methods.isEmpty() && roms.isEmpty()) {
      findings.add(Finding.of(FindingCode.AML_NO_ROM, new Range(0, 0)));
    }
    for (RomMethod method : methods) {
      Range range = new Range(method.offset(), 0);
      Argument path = new Argument.Term(method.path());
      if (method.origin() instanceof RomOrigin.InMemory memory) {
        findings.add(
            Finding.of(
                FindingCode.AML_ROM_ELSEWHERE, range, path, new Argument.Term(place(memory))));
      } else if (method.origin() instanceof RomOrigin.FwCfg file) {
        findings.add(
            Finding.of(
                FindingCode.AML_ROM_FW_CFG,
                range,
                path,
                new Argument.Term(file.name().orElse("of a name that is worked out"))));
      } else if (method.origin() instanceof RomOrigin.Empty) {
        findings.add(Finding.of(FindingCode.AML_ROM_EMPTY, range, path));
      } else if (method.origin() instanceof RomOrigin.Unknown) {
        findings.add(Finding.of(FindingCode.AML_ROM_UNKNOWN, range, path));
      }
    }
    for (EmbeddedRom rom : roms) {
      if (rom.missing() > 0) {
        findings.add(
            Finding.of(
                FindingCode.AML_ROM_CUT,
                new Range(0, rom.bytes().length()),
                new Argument.Term(rom.path().isEmpty() ? "a Buffer" : rom.path()),
                new Argument.Size(rom.missing())));
      }
    }
    return findings;
  }

  /** A region in a few words. */
  private static String place(RomOrigin.InMemory memory) {
    String address =
        memory.address().isPresent()
            ? "0x" + Long.toHexString(memory.address().getAsLong())
            : memory
                .addressName()
                .map(name -> "the address in " + name)
                .orElse("an address that is worked out");
    String length =
        memory.length().isPresent()
            ? String.format(Locale.US, " (%,d bytes)", memory.length().getAsLong())
            : "";
    return memory.spaceName() + " at " + address + length;
  }
}
