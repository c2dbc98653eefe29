package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.extract.DeadEnd;
import io.github.romparser.extract.DeviceMatch;
import io.github.romparser.extract.FoundDriver;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.FoundTable;
import io.github.romparser.extract.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The report of {@code extract} for programs: of one file its report, of several a list of them.
 */
public final class ExtractJsonReport {

  private final JsonGenerator json;

  private ExtractJsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one document. */
  public static void write(PrintWriter out, List<ExtractResult> results, boolean several)
      throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    ExtractJsonReport report = new ExtractJsonReport(json);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    if (several) {
      json.writeArrayFieldStart("files");
      for (ExtractResult result : results) {
        json.writeStartObject();
        report.result(result);
        json.writeEndObject();
      }
      json.writeEndArray();
    } else {
      report.result(results.get(0));
    }
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }

  private void result(ExtractResult result) throws IOException {
    json.writeObjectFieldStart("file");
    json.writeStringField("name", result.name());
    json.writeNumberField("size", result.size());
    json.writeStringField("sha256", result.sha256());
    json.writeStringField("kind", result.extraction().kind().id());
    json.writeEndObject();
    json.writeArrayFieldStart("roms");
    for (FoundRom rom : result.extraction().roms()) {
      rom(result, rom);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("drivers");
    for (FoundDriver driver : result.extraction().drivers()) {
      json.writeStartObject();
      json.writeStringField("kind", "gop");
      json.writeStringField("file", result.file(driver.sha256()).orElse(null));
      json.writeStringField("sha256", driver.sha256());
      json.writeNumberField("size", driver.bytes().length());
      json.writeStringField("machine", hex4(driver.machine()));
      json.writeStringField("name", driver.name());
      sources(driver.sources());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("videoBiosTables");
    for (FoundTable table : result.extraction().tables()) {
      json.writeStartObject();
      json.writeStringField("file", result.file(table.sha256()).orElse(null));
      json.writeStringField("sha256", table.sha256());
      json.writeNumberField("size", table.bytes().length());
      json.writeStringField("name", table.name());
      sources(table.sources());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("deadEnds");
    for (DeadEnd end : result.extraction().deadEnds()) {
      json.writeStartObject();
      path(end.path());
      json.writeNumberField("offset", end.trouble().offset());
      json.writeStringField("reason", end.trouble().reason().id());
      json.writeStringField("detail", end.trouble().detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("verdict", result.extraction().verdict().id());
    JsonParts.findings(json, result.extraction().findings());
  }

  private void rom(ExtractResult result, FoundRom rom) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", result.file(rom.sha256()).orElse(null));
    json.writeStringField("sha256", rom.sha256());
    json.writeNumberField("size", rom.bytes().length());
    json.writeStringField("vendorId", hex4(rom.vendorId()));
    json.writeStringField("deviceId", hex4(rom.deviceId()));
    json.writeStringField("classCode", String.format(Locale.US, "%06x", rom.classCode()));
    json.writeArrayFieldStart("codeTypes");
    for (int type : rom.codeTypes()) {
      json.writeNumber(type);
    }
    json.writeEndArray();
    json.writeStringField("match", result.match(rom).map(DeviceMatch::id).orElse(null));
    sources(rom.sources());
    json.writeEndObject();
  }

  private void sources(List<Source> sources) throws IOException {
    json.writeArrayFieldStart("sources");
    for (Source source : sources) {
      json.writeStartObject();
      path(source.path());
      json.writeNumberField("offset", source.offset());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void path(List<String> path) throws IOException {
    json.writeArrayFieldStart("path");
    for (String element : path) {
      json.writeString(element);
    }
    json.writeEndArray();
  }
}
