package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.acpi.DumpSource;
import io.github.romparser.acpi.RomDump;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.OutputFile;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The reports of {@code acpi rom}. Where the ROM goes to standard output, they do not. */
public final class RomDumpReport {

  /** Pieces come by the dozen; so many files are named one by one. */
  private static final int FEW = 8;

  private final PrintWriter out;
  private final FindingText findings;
  private final OutputFile output;

  /**
   * A report.
   *
   * @param output where the ROM goes
   */
  public RomDumpReport(Console console, boolean colour, OutputFile output) {
    this.out = output.isStandardOutput() ? console.err() : console.out();
    this.findings = new FindingText(console, out, colour);
    this.output = output;
  }

  /** Writes it. */
  public void write(RomDump dump, boolean json) throws IOException {
    if (json) {
      json(dump);
    } else {
      text(dump);
    }
    out.flush();
  }

  private void text(RomDump dump) {
    List<DumpSource> sources = dump.sources();
    for (DumpSource source : sources.subList(0, Math.min(FEW, sources.size()))) {
      line(
          "%s: %s, %s, %,d bytes",
          Plain.text(source.name()),
          source.format().title(),
          pieces(source.chunks()),
          source.bytes());
    }
    if (sources.size() > FEW) {
      line("and %,d more files", sources.size() - FEW);
    }
    line("");
    if (dump.rom().isPresent()) {
      RomDump.Rom rom = dump.rom().get();
      RomImage first = rom.chain().images().get(0);
      int images = rom.chain().images().size();
      line(
          "%s: %04x:%04x, %,d bytes, %s",
          output.isStandardOutput() ? "standard output" : Plain.text(output.name()),
          first.dataStructure().vendorId(),
          first.dataStructure().deviceId(),
          rom.bytes().length(),
          images == 1 ? "1 image" : images + " images");
      line("  sha256 %s", Sha256.hex(rom.bytes()));
    } else {
      line("no ROM, so nothing is written");
    }
    line("");
    String name = dump.rom().isPresent() ? output.name() : sources.get(0).name();
    dump.findings().forEach(finding -> findings.write(finding, name, ""));
  }

  private static String pieces(int count) {
    return count == 1 ? "1 piece" : String.format(Locale.US, "%,d pieces", count);
  }

  private void json(RomDump dump) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    json.writeArrayFieldStart("sources");
    for (DumpSource source : dump.sources()) {
      json.writeStartObject();
      json.writeStringField("name", source.name());
      json.writeNumberField("size", source.size());
      json.writeStringField("format", source.format().id());
      json.writeNumberField("chunks", source.chunks());
      json.writeNumberField("bytes", source.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("chunks", dump.chunks());
    json.writeNumberField("length", dump.length());
    if (dump.rom().isPresent()) {
      RomDump.Rom rom = dump.rom().get();
      PciDataStructure first = rom.chain().images().get(0).dataStructure();
      json.writeObjectFieldStart("rom");
      json.writeStringField("file", output.name());
      json.writeNumberField("size", rom.bytes().length());
      json.writeStringField("sha256", Sha256.hex(rom.bytes()));
      json.writeStringField("vendorId", hex4(first.vendorId()));
      json.writeStringField("deviceId", hex4(first.deviceId()));
      json.writeNumberField("images", rom.chain().images().size());
      json.writeNumberField("tail", rom.tail());
      json.writeEndObject();
    } else {
      json.writeNullField("rom");
    }
    JsonParts.findings(json, dump.findings());
    json.writeEndObject();
    json.flush();
    out.print('\n');
  }

  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.US, format, values));
  }
}
