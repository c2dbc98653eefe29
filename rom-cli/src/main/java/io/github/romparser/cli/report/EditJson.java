package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.bytes.Slice;
import io.github.romparser.edit.Edit;
import io.github.romparser.edit.EditStep;
import io.github.romparser.edit.Refusal;
import io.github.romparser.edit.Repair;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * What became of an edit, for programs: one JSON document. {@code output} is null where nothing was
 * written, {@code refusal} where nothing was refused.
 */
final class EditJson implements EditReport {

  private final PrintWriter out;
  private final List<String> names;
  private final List<Slice> inputs;

  EditJson(PrintWriter out, List<String> names, List<Slice> inputs) {
    this.out = out;
    this.names = names;
    this.inputs = inputs;
  }

  @Override
  public void written(String output, Edit edit) throws IOException {
    try (JsonGenerator json = begin()) {
      json.writeFieldName("output");
      file(json, output, edit.bytes());
      json.writeBooleanField("changed", edit.changed());
      steps(json, edit);
      json.writeNullField("refusal");
      json.writeEndObject();
    }
    out.println();
  }

  @Override
  public void refused(Refusal refusal) throws IOException {
    try (JsonGenerator json = begin()) {
      json.writeNullField("output");
      json.writeBooleanField("changed", false);
      json.writeArrayFieldStart("steps");
      json.writeEndArray();
      json.writeFieldName("refusal");
      refusal(json, refusal);
      json.writeEndObject();
    }
    out.println();
  }

  @Override
  public void repairs(List<Repair> repairs) throws IOException {
    try (JsonGenerator json = begin()) {
      json.writeArrayFieldStart("repairs");
      for (Repair repair : repairs) {
        json.writeStartObject();
        json.writeStringField("option", repair.kind().option());
        if (repair.result() instanceof Edit edit) {
          steps(json, edit);
          json.writeNullField("refusal");
        } else if (repair.result() instanceof Refusal refusal) {
          json.writeArrayFieldStart("steps");
          json.writeEndArray();
          json.writeFieldName("refusal");
          refusal(json, refusal);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println();
  }

  private JsonGenerator begin() throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    json.writeArrayFieldStart("files");
    for (int i = 0; i < names.size(); i++) {
      file(json, names.get(i), inputs.get(i));
    }
    json.writeEndArray();
    return json;
  }

  private static void file(JsonGenerator json, String name, Slice bytes) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeNumberField("size", bytes.length());
    json.writeStringField("sha256", Sha256.hex(bytes));
    json.writeEndObject();
  }

  private static void steps(JsonGenerator json, Edit edit) throws IOException {
    json.writeArrayFieldStart("steps");
    for (EditStep step : edit.steps()) {
      json.writeStartObject();
      json.writeStringField("code", step.code().id());
      json.writeStringField("mark", step.code().mark().id());
      json.writeNumberField("offset", step.range().offset());
      json.writeNumberField("length", step.range().length());
      json.writeStringField("message", step.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void refusal(JsonGenerator json, Refusal refusal) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", refusal.code().id());
    json.writeStringField("message", refusal.message());
    json.writeStringField("advice", refusal.advice());
    json.writeEndObject();
  }
}
