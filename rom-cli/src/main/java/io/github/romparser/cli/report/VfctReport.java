package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.acpi.AcpiTable;
import io.github.romparser.acpi.DumpSource;
import io.github.romparser.acpi.Vfct;
import io.github.romparser.acpi.VfctImage;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The reports of {@code acpi vfct}. */
public final class VfctReport {

  private final PrintWriter out;
  private final FindingText findings;
  private final DumpSource.Input input;
  private final Optional<String> folder;

  /**
   * Writes to standard output.
   *
   * @param input the file
   * @param folder where images were written, if they were to be
   */
  public VfctReport(
      Console console, boolean colour, DumpSource.Input input, Optional<String> folder) {
    this.out = console.out();
    this.findings = new FindingText(console, colour);
    this.input = input;
    this.folder = folder;
  }

  /**
   * For people.
   *
   * @param files names of the files that were written, by digest
   */
  public void text(Vfct vfct, Map<String, String> files) {
    line(
        "%s: %s",
        Plain.text(input.name()), vfct.table().map(t -> title(t, vfct)).orElse("no VFCT"));
    for (VfctImage image : vfct.images()) {
      line("");
      line(
          "  %s  %04x:%04x, %s, revision %d, %,d bytes",
          image.address(),
          image.vendorId(),
          image.deviceId(),
          subsystem(image),
          image.revision(),
          image.length());
      line("      sha256 %s", image.sha256());
      String digest = image.sha256();
      if (files.containsKey(digest)) {
        line("      wrote  %s", AcpiText.path(folder.orElse(""), files.get(digest)));
      }
    }
    line("");
    vfct.findings().forEach(finding -> findings.write(finding, input.name(), ""));
    out.flush();
  }

  private static String subsystem(VfctImage image) {
    boolean given = image.subsystemVendorId() != 0 || image.subsystemId() != 0;
    return given
        ? String.format(
            Locale.US, "subsystem %04x:%04x", image.subsystemVendorId(), image.subsystemId())
        : "subsystem not told";
  }

  private static String title(AcpiTable table, Vfct vfct) {
    int count = vfct.images().size();
    return String.format(
        Locale.US,
        "ACPI table VFCT (%s), %,d bytes, %s, checksum %s",
        Plain.text(table.oemId() + " " + table.oemTableId()).strip(),
        table.length(),
        count == 1 ? "1 image" : count + " images",
        table.checksumValid() ? "right" : "WRONG");
  }

  /** For programs. */
  public void json(Vfct vfct, Map<String, String> files) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    JsonParts.file(json, input.name(), RomReader.read(input.bytes()));
    json.writeBooleanField(
        "checksumValid", vfct.table().map(AcpiTable::checksumValid).orElse(false));
    json.writeFieldName("table");
    if (vfct.table().isPresent()) {
      AcpiText.table(json, vfct.table().get());
    } else {
      json.writeNull();
    }
    json.writeArrayFieldStart("images");
    for (VfctImage image : vfct.images()) {
      json.writeStartObject();
      json.writeStringField("address", image.address());
      json.writeNumberField("offset", image.offset());
      json.writeStringField("vendorId", hex4(image.vendorId()));
      json.writeStringField("deviceId", hex4(image.deviceId()));
      json.writeStringField("subsystemVendorId", hex4(image.subsystemVendorId()));
      json.writeStringField("subsystemId", hex4(image.subsystemId()));
      json.writeNumberField("revision", image.revision());
      json.writeNumberField("length", image.length());
      json.writeStringField("sha256", image.sha256());
      json.writeStringField("file", files.get(image.sha256()));
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonParts.findings(json, vfct.findings());
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }

  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.US, format, values));
  }
}
