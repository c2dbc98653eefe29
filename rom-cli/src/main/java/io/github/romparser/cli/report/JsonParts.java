package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomFile;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What JSON reports have in common. */
final class JsonParts {

  /** Version of the schemas; it changes only when a field changes its name or meaning. */
  static final int SCHEMA_VERSION = 1;

  private JsonParts() {}

  /**
   * A generator that indents by two blanks, ends lines with a line feed and leaves the stream open.
   */
  static JsonGenerator generator(PrintWriter out) throws IOException {
    JsonGenerator json =
        new JsonFactory()
            .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
            .createGenerator(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));
    return json;
  }

  static void file(JsonGenerator json, String name, RomFile rom) throws IOException {
    json.writeObjectFieldStart("file");
    json.writeStringField("name", name);
    json.writeNumberField("size", rom.bytes().length());
    json.writeStringField("sha256", Sha256.hex(rom.bytes()));
    json.writeStringField("kind", rom.kind().id());
    json.writeEndObject();
  }

  static void findings(JsonGenerator json, List<Finding> findings) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("code", finding.code().id());
      json.writeStringField("severity", finding.severity().id());
      json.writeNumberField("offset", finding.range().offset());
      json.writeNumberField("length", finding.range().length());
      json.writeStringField("message", finding.message());
      json.writeStringField("advice", finding.advice());
      json.writeStringField("command", finding.command().orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static String hex4(int value) {
    return HexFormat.of().toHexDigits(value, 4);
  }

  static void number(JsonGenerator json, String name, OptionalInt value) throws IOException {
    number(
        json, name, value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty());
  }

  static void number(JsonGenerator json, String name, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsLong());
    } else {
      json.writeNullField(name);
    }
  }
}
