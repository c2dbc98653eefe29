package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.cli.console.Console;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** The report of {@code snippet}. */
public final class SnippetReport {

  private final Console console;
  private final PrintWriter out;

  /** Writes to standard output; what is wrong with the ROM goes to standard error. */
  public SnippetReport(Console console) {
    this.console = console;
    this.out = console.out();
  }

  /** Writes what to paste. */
  public void text(Snippet snippet) {
    // The same line ends on every system: the text is for files of Linux.
    out.print(snippet.text());
    out.flush();
  }

  /** Writes one document for programs. */
  public void json(String name, RomFile rom, Snippet snippet) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    JsonParts.file(json, name, rom);
    json.writeStringField("target", snippet.target().id());
    json.writeStringField("host", snippet.host().orElse(null));
    json.writeStringField(
        "subsystemVendorId",
        snippet.subsystemVendorId().isPresent()
            ? JsonParts.hex4(snippet.subsystemVendorId().getAsInt())
            : null);
    json.writeStringField(
        "subsystemId",
        snippet.subsystemId().isPresent()
            ? JsonParts.hex4(snippet.subsystemId().getAsInt())
            : null);
    json.writeStringField("snippet", snippet.text());
    json.writeArrayFieldStart("unknowns");
    for (Snippet.Unknown unknown : snippet.unknowns()) {
      json.writeStartObject();
      json.writeStringField("placeholder", unknown.placeholder());
      json.writeStringField("hint", unknown.hint());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("remarks");
    for (String remark : snippet.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    json.writeBooleanField("usable", !rom.hasFindings(Severity.ERROR));
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }

  /**
   * Says on standard error what keeps the ROM from being used.
   *
   * @return whether there is something
   */
  public boolean warnings(String name, RomFile rom, Snippet snippet) {
    boolean nameless =
        snippet.target() == Snippet.Target.LIBVIRT
            && !snippet.path().map(Path::toString).map(Escapes::isXml).orElse(true);
    if (nameless) {
      console.error(name + ": XML cannot hold this file name; rename the file");
    }
    List<Finding> errors =
        rom.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
    for (Finding error : errors) {
      console.error(
          name
              + ": not usable as it stands: "
              + error.code().id()
              + ": "
              + error.message()
              + error
                  .command()
                  .map(command -> " " + command.replace("FILE", Escapes.shell(name)))
                  .orElse(""));
    }
    return nameless || !errors.isEmpty();
  }
}
