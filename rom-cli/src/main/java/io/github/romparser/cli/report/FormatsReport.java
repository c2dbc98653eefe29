package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.extract.spi.FormatInfo;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The formats that {@code extract} opens: as text, JSON, or the table of a Markdown file. */
public final class FormatsReport {

  private static final int INDENT = 4;

  private final PrintWriter out;

  /** Writes to a stream. */
  public FormatsReport(PrintWriter out) {
    this.out = out;
  }

  /** Writes for people: a paragraph a format, and what the words on the proof mean. */
  public void text(List<FormatInfo> formats) {
    for (FormatInfo format : formats) {
      FindingText.wrap(
              format.id() + ": " + format.name() + " (" + format.vendor() + ")", FindingText.WIDTH)
          .forEach(out::println);
      paragraph("reads: ", format.supported());
      if (!format.limitations().isEmpty()) {
        paragraph("not: ", format.limitations());
      }
      paragraph("proved on: ", proof(format.proof()));
      out.println();
    }
    Map<FormatInfo.Proof, Integer> counts = new EnumMap<>(FormatInfo.Proof.class);
    formats.forEach(format -> counts.merge(format.proof(), 1, Integer::sum));
    String sum =
        String.format(
            Locale.US,
            "%d format%s: %d proved on files that vendors published, %d on files of the format's own"
                + " tool, %d on files made after descriptions only.",
            formats.size(),
            formats.size() == 1 ? "" : "s",
            counts.getOrDefault(FormatInfo.Proof.REAL_FILE, 0),
            counts.getOrDefault(FormatInfo.Proof.OWN_TOOL, 0),
            counts.getOrDefault(FormatInfo.Proof.SYNTHETIC, 0));
    FindingText.wrap(sum, FindingText.WIDTH).forEach(out::println);
    out.flush();
  }

  private void paragraph(String label, String text) {
    List<String> lines = FindingText.wrap(label + text, FindingText.WIDTH - INDENT);
    out.println(" ".repeat(INDENT) + lines.get(0));
    String more = " ".repeat(INDENT + 2);
    FindingText.wrap(
            String.join(" ", lines.subList(1, lines.size())), FindingText.WIDTH - INDENT - 2)
        .stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> out.println(more + line));
  }

  private static String proof(FormatInfo.Proof proof) {
    return switch (proof) {
      case REAL_FILE -> "files that vendors published";
      case OWN_TOOL -> "files that the format's own tool made";
      case SYNTHETIC -> "files made after descriptions only";
    };
  }

  /** Writes one document for programs. */
  public void json(List<FormatInfo> formats) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    json.writeArrayFieldStart("formats");
    for (FormatInfo format : formats) {
      json.writeStartObject();
      json.writeStringField("id", format.id());
      json.writeStringField("name", format.name());
      json.writeStringField("vendor", format.vendor());
      json.writeStringField("supported", format.supported());
      json.writeStringField("limitations", format.limitations());
      json.writeStringField("proof", format.proof().id());
      json.writeArrayFieldStart("references");
      for (String reference : format.references()) {
        json.writeString(reference);
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

  /** Writes the table of a Markdown file. */
  public void markdown(List<FormatInfo> formats) {
    out.print("| format | of | reads | does not | proved on |\n|---|---|---|---|---|\n");
    for (FormatInfo format : formats) {
      out.print(
          "| "
              + String.join(
                  " | ",
                  cell(format.name()),
                  cell(format.vendor()),
                  cell(format.supported()),
                  cell(format.limitations()),
                  proofWord(format.proof()))
              + " |\n");
    }
    out.flush();
  }

  private static String proofWord(FormatInfo.Proof proof) {
    return switch (proof) {
      case REAL_FILE -> "real files";
      case OWN_TOOL -> "its own tool";
      case SYNTHETIC -> "synthetic files";
    };
  }

  private static String cell(String text) {
    return text.isEmpty() ? "—" : text.replace("|", "\\|");
  }
}
