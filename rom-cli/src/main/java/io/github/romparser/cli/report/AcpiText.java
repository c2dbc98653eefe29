package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.acpi.AcpiTable;
import io.github.romparser.cli.console.Plain;
import java.io.IOException;

/** What the reports of the ACPI side have in common. */
final class AcpiText {

  private AcpiText() {}

  /** The path of a file in a folder. */
  static String path(String folder, String file) {
    return Plain.text(folder.endsWith("/") ? folder + file : folder + "/" + file);
  }

  /** The header of a table. */
  static void table(JsonGenerator json, AcpiTable table) throws IOException {
    json.writeStartObject();
    json.writeStringField("signature", table.signature());
    json.writeNumberField("length", table.length());
    json.writeNumberField("revision", table.revision());
    json.writeBooleanField("checksumValid", table.checksumValid());
    json.writeStringField("oemId", table.oemId());
    json.writeStringField("oemTableId", table.oemTableId());
    json.writeNumberField("oemRevision", table.oemRevision());
    json.writeEndObject();
  }
}
