package io.github.romparser.cli.report;

import io.github.romparser.acpi.ssdt.AcpiPath;
import io.github.romparser.acpi.ssdt.FakeBattery;
import io.github.romparser.acpi.ssdt.FwCfgName;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomFile;
import java.util.List;
import java.util.Optional;

/**
 * Tables that were made for a ROM, or why there are none.
 *
 * @param name what the input is called
 * @param file what was read
 * @param rom the ROM in it
 * @param device the device of the guest that it is for
 * @param fwCfg the name that the table asks QEMU for; empty if the tables hold the ROM
 * @param tables what was written, with the names of the files
 * @param source whether they are source text
 * @param lines what the machine has to be told; empty if nothing was written
 * @param refusal why nothing was written
 * @param remarks what is worth knowing
 */
public record SsdtResult(
    String name,
    RomFile file,
    Slice rom,
    AcpiPath device,
    Optional<FwCfgName> fwCfg,
    FakeBattery battery,
    List<Table> tables,
    boolean source,
    Optional<GuestLines> lines,
    Optional<Finding> refusal,
    List<String> remarks) {

  /**
   * A table that was written.
   *
   * @param file its name
   * @param oemTableId what tells it from others
   * @param bytes the file
   */
  public record Table(String file, String oemTableId, Slice bytes) {}

  /** Copies the lists. */
  public SsdtResult {
    tables = List.copyOf(tables);
    remarks = List.copyOf(remarks);
  }
}
