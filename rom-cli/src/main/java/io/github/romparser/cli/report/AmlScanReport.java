package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.acpi.AcpiTable;
import io.github.romparser.acpi.AmlScan;
import io.github.romparser.acpi.EmbeddedRom;
import io.github.romparser.acpi.RomMethod;
import io.github.romparser.acpi.RomOrigin;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The reports of {@code acpi scan}. */
public final class AmlScanReport {

  private final PrintWriter out;
  private final FindingText findings;
  private final ScannedTables tables;
  private final Optional<String> folder;

  /**
   * Writes to standard output.
   *
   * @param tables what was scanned
   * @param folder where ROMs were written, if they were to be
   */
  public AmlScanReport(
      Console console, boolean colour, ScannedTables tables, Optional<String> folder) {
    this.out = console.out();
    this.findings = new FindingText(console, colour);
    this.tables = tables;
    this.folder = folder;
  }

  /**
   * For people.
   *
   * @param files names of the files that were written, by digest
   */
  public void text(AmlScan scan, Map<String, String> files) {
    long aml = scan.tables().stream().filter(AcpiTable::hasAml).count();
    line(
        "%s with AML code, %s, %s in them",
        count(aml, "table"),
        count(scan.methods().size(), "ROM method"),
        count(scan.roms().size(), "ROM"));
    for (RomMethod method : scan.methods()) {
      line("");
      line("  %s", Plain.text(method.path()));
      line("      device  %s", Plain.text(method.device()));
      line("      table   %s", Plain.text(tables.name(method.table())));
      line("      ROM     %s", Plain.text(origin(method.origin(), scan)));
    }
    for (EmbeddedRom rom : scan.roms()) {
      line("");
      line(
          "  %s  %04x:%04x, %,d bytes in %s",
          rom.path().isEmpty() ? "Buffer" : Plain.text(rom.path()),
          rom.first().dataStructure().vendorId(),
          rom.first().dataStructure().deviceId(),
          rom.bytes().length(),
          count(rom.pieces().size(), "Buffer"));
      line("      table   %s", Plain.text(tables.name(rom.table())));
      line("      sha256  %s", rom.sha256());
      String file = files.get(rom.sha256());
      if (file != null) {
        line("      wrote   %s", AcpiText.path(folder.orElse(""), file));
      }
    }
    line("");
    scan.findings().forEach(finding -> findings.write(finding, "-", ""));
    out.flush();
  }

  private static String origin(RomOrigin origin, AmlScan scan) {
    if (origin instanceof RomOrigin.InTable table) {
      return "in the tables: " + scan.roms().get(table.rom()).path();
    }
    if (origin instanceof RomOrigin.InMemory memory) {
      String address =
          memory.address().isPresent()
              ? String.format(Locale.US, "0x%x", memory.address().getAsLong())
              : memory.addressName().orElse("an address that is worked out");
      String length =
          memory.length().isPresent()
              ? String.format(Locale.US, ", %,d bytes", memory.length().getAsLong())
              : "";
      String first =
          memory.offset() > 0 ? String.format(Locale.US, ", from 0x%x on", memory.offset()) : "";
      return memory.spaceName() + " at " + address + length + first + " (" + memory.region() + ")";
    }
    if (origin instanceof RomOrigin.FwCfg file) {
      return "QEMU fw_cfg, " + file.name().orElse("name not known");
    }
    if (origin instanceof RomOrigin.Empty empty) {
      return "0 bytes (" + empty.region() + ")";
    }
    return "not to be seen";
  }

  private static String count(long count, String what) {
    return String.format(
        Locale.US, "%s %s%s", count == 0 ? "no" : count, what, count == 1 ? "" : "s");
  }

  /** For programs. */
  public void json(AmlScan scan, Map<String, String> files) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    json.writeArrayFieldStart("tables");
    for (int i = 0; i < scan.tables().size(); i++) {
      json.writeStartObject();
      json.writeStringField("file", tables.names().get(i));
      json.writeFieldName("header");
      AcpiText.table(json, scan.tables().get(i));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("methods");
    for (RomMethod method : scan.methods()) {
      json.writeStartObject();
      json.writeStringField("path", method.path());
      json.writeStringField("device", method.device());
      json.writeNumberField("table", method.table());
      json.writeNumberField("offset", method.offset());
      json.writeNumberField("arguments", method.arguments());
      origin(json, method.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("roms");
    for (EmbeddedRom rom : scan.roms()) {
      json.writeStartObject();
      json.writeStringField("path", rom.path().isEmpty() ? null : rom.path());
      json.writeArrayFieldStart("pieces");
      for (String piece : rom.pieces()) {
        json.writeString(piece);
      }
      json.writeEndArray();
      json.writeNumberField("table", rom.table());
      json.writeStringField("vendorId", hex4(rom.first().dataStructure().vendorId()));
      json.writeStringField("deviceId", hex4(rom.first().dataStructure().deviceId()));
      json.writeNumberField("size", rom.bytes().length());
      json.writeNumberField("missing", rom.missing());
      json.writeStringField("sha256", rom.sha256());
      json.writeStringField("file", files.get(rom.sha256()));
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonParts.findings(json, scan.findings());
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }

  private static void origin(JsonGenerator json, RomOrigin origin) throws IOException {
    json.writeObjectFieldStart("origin");
    if (origin instanceof RomOrigin.InTable table) {
      json.writeStringField("kind", "table");
      json.writeNumberField("rom", table.rom());
    } else if (origin instanceof RomOrigin.InMemory memory) {
      json.writeStringField("kind", "region");
      json.writeStringField("region", memory.region());
      json.writeStringField("space", memory.spaceName());
      JsonParts.number(json, "address", memory.address());
      json.writeStringField("addressName", memory.addressName().orElse(null));
      JsonParts.number(json, "length", memory.length());
      json.writeNumberField("offset", memory.offset());
    } else if (origin instanceof RomOrigin.FwCfg file) {
      json.writeStringField("kind", "fw-cfg");
      json.writeStringField("name", file.name().orElse(null));
    } else if (origin instanceof RomOrigin.Empty empty) {
      json.writeStringField("kind", "empty");
      json.writeStringField("region", empty.region());
    } else {
      json.writeStringField("kind", "unknown");
    }
    json.writeEndObject();
  }

  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.US, format, values));
  }
}
