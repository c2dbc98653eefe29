package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.romparser.extract.DeadEnd;
import io.github.romparser.finding.Finding;
import io.github.romparser.scan.FileScan;
import io.github.romparser.scan.ScanRom;
import io.github.romparser.scan.ScanRow;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A line of the results of {@code scan}: one JSON document a file. */
public final class ScanLine {

  private static final JsonFactory JSON = new JsonFactory();

  /** A file may be cut into any number of ROMs and dead ends; a line tells no more of each. */
  private static final int MOST = 1000;

  private ScanLine() {}

  /** The line of a row, without its end. */
  public static String of(ScanRow row) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
      json.writeStringField("name", row.name());
      json.writeStringField("uri", row.uri().orElse(null));
      json.writeNumberField("size", row.size());
      json.writeStringField("sha256", row.sha256().orElse(null));
      json.writeStringField("kind", row.kind().orElse(null));
      json.writeStringField("verdict", row.verdict().map(v -> v.id()).orElse(null));
      json.writeNumberField("romCount", row.roms().size());
      json.writeArrayFieldStart("roms");
      for (ScanRom rom : row.roms().subList(0, Math.min(MOST, row.roms().size()))) {
        rom(json, rom);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("findings");
      for (Finding finding : row.findings()) {
        json.writeStartObject();
        json.writeStringField("code", finding.code().id());
        json.writeStringField("severity", finding.severity().id());
        json.writeNumberField("offset", finding.range().offset());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("deadEndCount", row.deadEnds().size());
      json.writeArrayFieldStart("deadEnds");
      for (DeadEnd end : row.deadEnds().subList(0, Math.min(MOST, row.deadEnds().size()))) {
        json.writeStartObject();
        path(json, end.path());
        json.writeNumberField("offset", end.trouble().offset());
        json.writeStringField("reason", end.trouble().reason().id());
        json.writeStringField("detail", end.trouble().detail());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("problem", row.problem().orElse(null));
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void rom(JsonGenerator json, ScanRom rom) throws IOException {
    json.writeStartObject();
    path(json, rom.path());
    json.writeNumberField("offset", rom.offset());
    json.writeNumberField("size", rom.size());
    json.writeStringField("sha256", rom.sha256());
    json.writeStringField("vendorId", JsonParts.hex4(rom.vendorId()));
    json.writeStringField("deviceId", JsonParts.hex4(rom.deviceId()));
    json.writeStringField("classCode", HexFormat.of().toHexDigits(rom.classCode(), 6));
    json.writeArrayFieldStart("codeTypes");
    for (int type : rom.codeTypes()) {
      json.writeNumber(type);
    }
    json.writeEndArray();
    json.writeNumberField("places", rom.places());
    json.writeEndObject();
  }

  private static void path(JsonGenerator json, List<String> path) throws IOException {
    json.writeArrayFieldStart("path");
    for (String step : path) {
      json.writeString(step);
    }
    json.writeEndArray();
  }

  /** What a file is known by: its name, or where that is no text, its URI. */
  public static String key(Path file) {
    return FileScan.uri(file).orElse(file.toString());
  }

  /** The {@link #key(Path)} of the file that a line is about; empty if it is no line of results. */
  public static Optional<String> key(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT
          || !"schemaVersion".equals(json.nextFieldName())
          || json.nextIntValue(-1) != JsonParts.SCHEMA_VERSION
          || !"name".equals(json.nextFieldName())) {
        return Optional.empty();
      }
      Optional<String> name = Optional.ofNullable(json.nextTextValue());
      return "uri".equals(json.nextFieldName())
          ? Optional.ofNullable(json.nextTextValue()).or(() -> name)
          : name;
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
