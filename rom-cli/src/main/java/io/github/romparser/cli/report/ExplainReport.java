package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.check.Explanation;
import io.github.romparser.check.LogLine;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report of {@code explain}: each line that is known, and how many are not. */
public final class ExplainReport {

  /** Longer lines are cut in the report, in characters. */
  private static final int LONGEST = 300;

  /** So many lines that are not known are shown; a whole kernel log has thousands. */
  private static final int MOST_UNKNOWN = 3;

  /** So many lines that are known are reported. */
  private static final int MOST_KNOWN = 10_000;

  private final PrintWriter out;
  private final Console console;
  private final String arrow;
  private final List<Line> known = new ArrayList<>();
  private final List<Line> unknown = new ArrayList<>();
  private long unknownCount;

  /** Writes to standard output; what is not known goes to standard error. */
  public ExplainReport(Console console) {
    this.console = console;
    this.out = console.out();
    this.arrow = console.shows("→") ? "→" : "->";
  }

  /**
   * A line of the text.
   *
   * @param text the line, without blanks around it, cut
   * @param explanation empty if it is not known
   */
  private record Line(String text, Optional<Explanation> explanation) {}

  private void read(String text) {
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              Line told =
                  new Line(
                      line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line,
                      LogLine.explain(line));
              if (told.explanation().isPresent()) {
                if (known.size() < MOST_KNOWN) {
                  known.add(told);
                }
              } else if (unknownCount++ < MOST_UNKNOWN) {
                unknown.add(told);
              }
            });
  }

  /**
   * Writes for people.
   *
   * @return whether a line was known
   */
  public boolean text(String text) {
    read(text);
    boolean first = true;
    for (Line line : known) {
      Explanation explanation = line.explanation().orElseThrow();
      out.print(first ? "" : "\n");
      first = false;
      out.println(Plain.text(line.text()));
      out.println(
          "  " + explanation.message().program() + " (" + explanation.message().reference() + ")");
      FindingText.wrap(Plain.text(explanation.meaning()), FindingText.WIDTH - 2)
          .forEach(part -> out.println("  " + part));
      List<String> advice =
          FindingText.wrap(
              Plain.text(explanation.advice()), FindingText.WIDTH - 3 - arrow.length());
      for (int i = 0; i < advice.size(); i++) {
        out.println("  " + (i == 0 ? arrow : " ".repeat(arrow.length())) + " " + advice.get(i));
      }
    }
    out.flush();
    unknown();
    return !known.isEmpty();
  }

  /** In a log with lines that are known, those that are not are only counted. */
  private void unknown() {
    if (known.isEmpty()) {
      unknown.forEach(line -> console.error("not a known message: " + line.text()));
      if (unknownCount == 0) {
        console.error("no line given");
      }
    }
    long more = known.isEmpty() ? unknownCount - unknown.size() : unknownCount;
    if (more > 0) {
      console.error(
          String.format(
              Locale.US,
              "%,d %sline%s with nothing about ROMs that is known",
              more,
              known.isEmpty() ? "more " : "",
              more == 1 ? "" : "s"));
    }
  }

  /**
   * Writes one document for programs.
   *
   * @return whether a line was known
   */
  public boolean json(String text) throws IOException {
    read(text);
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    json.writeArrayFieldStart("lines");
    for (Line line : known) {
      Explanation explanation = line.explanation().orElseThrow();
      json.writeStartObject();
      json.writeStringField("line", line.text());
      json.writeStringField("message", explanation.message().id());
      json.writeStringField("program", explanation.message().program());
      json.writeStringField("reference", explanation.message().reference());
      json.writeStringField("device", explanation.device().orElse(null));
      json.writeObjectFieldStart("values");
      List<String> names = explanation.message().names();
      for (int i = 0; i < names.size(); i++) {
        String value = explanation.values().get(i);
        json.writeStringField(names.get(i), value.isEmpty() ? null : value);
      }
      json.writeEndObject();
      json.writeStringField("meaning", explanation.meaning());
      json.writeStringField("advice", explanation.advice());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("unknownLines", unknownCount);
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
    return !known.isEmpty();
  }
}
