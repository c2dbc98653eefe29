package io.github.romparser.cli.command;

import io.github.romparser.acpi.ssdt.AcpiPath;
import io.github.romparser.acpi.ssdt.FakeBattery;
import io.github.romparser.acpi.ssdt.FwCfgName;
import io.github.romparser.acpi.ssdt.RomSsdt;
import io.github.romparser.acpi.ssdt.SsdtTable;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.OutputSet;
import io.github.romparser.cli.report.GuestLines;
import io.github.romparser.cli.report.SsdtReport;
import io.github.romparser.cli.report.SsdtResult;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a ROM, makes tables for it, writes them and tells what to do with them. */
final class SsdtRun {

  /**
   * Above this a table that reads the ROM byte by byte is slow without virtualization, in bytes.
   */
  private static final int SLOW = 512 << 10;

  private final Console console;
  private final AcpiPath device;
  private final Optional<String> pci;
  private final Optional<FwCfgName> fwCfg;
  private final FakeBattery battery;
  private final boolean source;
  private final boolean json;

  SsdtRun(
      Console console,
      AcpiPath device,
      Optional<String> pci,
      Optional<FwCfgName> fwCfg,
      FakeBattery battery,
      boolean source,
      boolean json) {
    this.console = console;
    this.device = device;
    this.pci = pci;
    this.fwCfg = fwCfg;
    this.battery = battery;
    this.source = source;
    this.json = json;
  }

  /**
   * Makes them.
   *
   * @param output where they go; empty to print source text
   */
  int make(String name, Optional<OutputSet> output) throws IOException {
    Optional<RomFile> read = InputFile.read(console, name);
    if (read.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    RomFile file = read.get();
    Slice rom = rom(file);
    SsdtReport report =
        new SsdtReport(console, output.filter(OutputSet::isStandardOutput).isPresent());
    Optional<Finding> refusal = refusal(file, rom);
    if (refusal.isPresent()) {
      return told(report, result(name, file, rom, List.of(), Optional.empty(), refusal));
    }
    RomSsdt made =
        fwCfg.isPresent()
            ? RomSsdt.fwCfg(fwCfg.get(), device, battery)
            : RomSsdt.embedded(rom, device, battery);
    if (output.isEmpty()) {
      made.tables().forEach(table -> console.out().print(table.asl()));
      console.out().flush();
      return ExitStatus.FINE;
    }
    List<byte[]> contents = made.tables().stream().map(this::content).toList();
    output.get().write(contents, List.of(name));
    List<String> names = output.get().names(contents.size());
    List<SsdtResult.Table> tables = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      tables.add(
          new SsdtResult.Table(
              names.get(i), made.tables().get(i).oemTableId(), Slice.of(contents.get(i))));
    }
    GuestLines lines =
        new GuestLines(
            names.stream().map(this::table).toList(),
            fwCfg,
            name.equals("-") ? Optional.empty() : Optional.of(whole(name)),
            pci);
    return told(report, result(name, file, rom, tables, Optional.of(lines), Optional.empty()));
  }

  private int told(SsdtReport report, SsdtResult result) throws IOException {
    report.warnings(result);
    if (json) {
      report.json(result);
    } else {
      report.text(result);
    }
    return result.refusal().isPresent() ? ExitStatus.NO : ExitStatus.FINE;
  }

  private byte[] content(SsdtTable table) {
    return source ? table.asl().getBytes(StandardCharsets.US_ASCII) : table.aml();
  }

  /** The ROM that begins at byte 0, without what follows it; nothing if none does. */
  private static Slice rom(RomFile file) {
    return file.kind() == FileKind.OPTION_ROM
        ? file.bytes().clamp(0, file.chains().get(0).end())
        : Slice.of(new byte[0]);
  }

  private Optional<Finding> refusal(RomFile file, Slice rom) {
    List<Finding> errors =
        file.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
    if (rom.length() == 0) {
      return Optional.of(
          errors.stream()
              .findFirst()
              .orElseGet(() -> Finding.of(FindingCode.NOT_ROM, file.bytes().range())));
    }
    Optional<Finding> cut =
        errors.stream().filter(f -> f.code() == FindingCode.TRUNCATED).findFirst();
    return cut.isPresent() || fwCfg.isPresent() ? cut : RomSsdt.tooLarge(rom);
  }

  private SsdtResult result(
      String name,
      RomFile file,
      Slice rom,
      List<SsdtResult.Table> tables,
      Optional<GuestLines> lines,
      Optional<Finding> refusal) {
    return new SsdtResult(
        name,
        file,
        rom,
        device,
        fwCfg,
        battery,
        tables,
        source,
        lines,
        refusal,
        lines.isPresent() ? remarks(file, rom, lines.get()) : List.of());
  }

  private List<String> remarks(RomFile file, Slice rom, GuestLines lines) {
    List<String> remarks = new ArrayList<>();
    file.findings().stream()
        .filter(f -> f.severity() == Severity.ERROR)
        .forEach(f -> remarks.add(f.code().id() + ": " + f.message()));
    if (fwCfg.isPresent() && !fwCfg.get().isUsers()) {
      remarks.add(fwCfg.get().text() + ": QEMU wants names of users to begin with opt/");
    }
    if (fwCfg.isPresent() && rom.length() > SLOW) {
      remarks.add("a guest reads such a large ROM slowly through fw_cfg; --embed is faster");
    }
    for (String table : lines.tables()) {
      if (table.contains(":")) {
        remarks.add(table + ": QEMU takes a colon for the end of a name; rename the file");
      }
    }
    return remarks;
  }

  /** The file of a table, also where the source text of it was written. */
  private String table(String name) {
    String whole = whole(name);
    int dot = whole.lastIndexOf('.');
    return source
        ? (dot > whole.lastIndexOf('/') ? whole.substring(0, dot) : whole) + ".aml"
        : whole;
  }

  private static String whole(String name) {
    return name.equals("-") ? name : Path.of(name).toAbsolutePath().normalize().toString();
  }
}
