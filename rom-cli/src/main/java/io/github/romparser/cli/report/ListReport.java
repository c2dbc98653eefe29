package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.check.PciDevice;
import io.github.romparser.cli.console.Plain;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of {@code list}: a line a file, or a line for all files with the same ROM. */
public final class ListReport {

  /** Digits of a digest that are shown; the whole one is in JSON. */
  private static final int DIGITS = 12;

  private final PrintWriter out;

  /** Writes to the given stream. */
  public ListReport(PrintWriter out) {
    this.out = out;
  }

  /** Writes columns for people; they are as wide as the widest entry needs. */
  public void text(List<ListEntry> entries, boolean byContent) {
    List<List<String>> rows = new ArrayList<>();
    if (byContent) {
      for (List<ListEntry> same : groups(entries)) {
        ListEntry first = same.get(0);
        rows.add(row(first, first.content().size(), first.content().sha256(), same));
      }
    } else {
      entries.forEach(entry -> rows.add(row(entry, entry.size(), entry.sha256(), List.of(entry))));
    }
    int[] widths = new int[7];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 2 ? blanks + row.get(i) : row.get(i) + blanks).append("  ");
      }
      out.println(line + row.get(7));
    }
    out.flush();
  }

  private static List<String> row(
      ListEntry entry, long size, String sha256, List<ListEntry> files) {
    List<String> names = new ArrayList<>();
    for (ListEntry file : files) {
      names.add(Plain.text(file.name()) + note(file));
    }
    return List.of(
        entry.device().map(PciDevice::id).orElse("-"),
        entry.device().isPresent() ? hex6(entry.device().get()) : "-",
        String.format(Locale.US, "%,d", size),
        sha256.substring(0, DIGITS),
        entry.imageSummary(),
        entry.version().orElse("-"),
        entry.kind() + (entry.chains() > 1 ? " (" + entry.chains() + " ROMs)" : ""),
        String.join(files.size() > 1 ? ", " : "", names));
  }

  private static String note(ListEntry entry) {
    return entry.nameId().isPresent()
        ? String.format(
            Locale.US, " (the name says %04x, the ROM does not)", entry.nameId().getAsInt())
        : "";
  }

  /** Files with the same ROM, in the order in which the first of each was named. */
  private static Collection<List<ListEntry>> groups(List<ListEntry> entries) {
    Map<String, List<ListEntry>> groups = new LinkedHashMap<>();
    for (ListEntry entry : entries) {
      groups.computeIfAbsent(entry.content().sha256(), k -> new ArrayList<>()).add(entry);
    }
    return groups.values();
  }

  /** Writes one document for programs. */
  public void json(List<ListEntry> entries, boolean byContent) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    if (byContent) {
      json.writeArrayFieldStart("contents");
      for (List<ListEntry> same : groups(entries)) {
        ListEntry first = same.get(0);
        json.writeStartObject();
        json.writeStringField("sha256", first.content().sha256());
        json.writeNumberField("size", first.content().size());
        identity(json, first);
        files(json, same, false);
        json.writeEndObject();
      }
      json.writeEndArray();
    } else {
      files(json, entries, true);
    }
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }

  private static void files(JsonGenerator json, List<ListEntry> entries, boolean whole)
      throws IOException {
    json.writeArrayFieldStart("files");
    for (ListEntry entry : entries) {
      json.writeStartObject();
      json.writeStringField("name", entry.name());
      json.writeNumberField("size", entry.size());
      json.writeStringField("sha256", entry.sha256());
      json.writeStringField("kind", entry.kind());
      if (whole) {
        identity(json, entry);
      }
      json.writeStringField("version", entry.version().orElse(null));
      json.writeNumberField("chains", entry.chains());
      json.writeObjectFieldStart("content");
      json.writeNumberField("offset", entry.content().offset());
      json.writeNumberField("size", entry.content().size());
      json.writeStringField("sha256", entry.content().sha256());
      json.writeEndObject();
      json.writeStringField(
          "nameContradicts",
          entry.nameId().isPresent() ? JsonParts.hex4(entry.nameId().getAsInt()) : null);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void identity(JsonGenerator json, ListEntry entry) throws IOException {
    if (entry.device().isPresent()) {
      PciDevice device = entry.device().get();
      json.writeStringField("vendorId", JsonParts.hex4(device.vendorId()));
      json.writeStringField("deviceId", JsonParts.hex4(device.deviceId()));
      json.writeStringField("classCode", hex6(device));
    } else {
      json.writeNullField("vendorId");
      json.writeNullField("deviceId");
      json.writeNullField("classCode");
    }
    json.writeArrayFieldStart("images");
    for (ListEntry.Image image : entry.images()) {
      json.writeStartObject();
      json.writeNumberField("codeType", image.codeType());
      json.writeStringField(
          "machine",
          image.machine().isPresent() ? JsonParts.hex4(image.machine().getAsInt()) : null);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String hex6(PciDevice device) {
    return String.format(Locale.US, "%06x", device.classCode().orElse(0));
  }
}
