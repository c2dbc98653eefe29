package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.check.PciDevice;
import io.github.romparser.check.Verdict;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** The report of {@code check} for programs, described by a schema beside it. */
public final class CheckJsonReport {

  private final PrintWriter out;

  /** Writes to the given stream. */
  public CheckJsonReport(PrintWriter out) {
    this.out = out;
  }

  /** Writes the verdicts on one file. */
  public void write(String name, RomFile rom, Optional<PciDevice> device, List<Verdict> verdicts)
      throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    JsonParts.file(json, name, rom);
    json.writeStringField("device", device.map(PciDevice::id).orElse(null));
    json.writeArrayFieldStart("targets");
    for (Verdict verdict : verdicts) {
      json.writeStartObject();
      json.writeStringField("target", verdict.target().id());
      json.writeBooleanField("accepted", verdict.accepted());
      JsonParts.number(json, "image", verdict.image());
      JsonParts.findings(json, verdict.findings());
      json.writeArrayFieldStart("trace");
      for (String step : verdict.trace()) {
        json.writeString(step);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }
}
