package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;
import static io.github.romparser.cli.report.JsonParts.number;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.rom.Gap;
import io.github.romparser.rom.IsaRom;
import io.github.romparser.rom.Prefix;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.Walk;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.RomDirectory;
import io.github.romparser.vendor.RomContents;
import io.github.romparser.vendor.VendorTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The report of {@code show} for programs: one JSON document, described by a schema beside it. Of
 * one file it is the file's report; of several it holds a list of them.
 */
public final class JsonReport implements ShowReport {

  private final JsonGenerator json;
  private final PrintWriter out;
  private final boolean several;
  private boolean begun;

  /**
   * Writes to the given stream.
   *
   * @param several whether reports of more than one file are to come
   */
  public JsonReport(PrintWriter out, boolean several) throws IOException {
    this.out = out;
    this.several = several;
    this.json = JsonParts.generator(out);
  }

  @Override
  public void write(String name, RomContents contents) throws IOException {
    RomFile rom = contents.judged();
    begin();
    if (several) {
      json.writeStartObject();
    }
    JsonParts.file(json, name, rom);
    prefix(rom.prefix());
    json.writeArrayFieldStart("chains");
    ImageDigests digests = new ImageDigests(rom.bytes().length());
    OpenedDrivers drivers = new OpenedDrivers(contents);
    for (RomChain chain : rom.chains()) {
      chain(chain, digests, drivers);
    }
    json.writeEndArray();
    isaRom(rom.isaRom(), contents.isaRom());
    json.writeArrayFieldStart("gaps");
    for (Gap gap : rom.gaps()) {
      json.writeStartObject();
      json.writeNumberField("offset", gap.range().offset());
      gap(gap);
    }
    json.writeEndArray();
    if (rom.trailing().isPresent()) {
      json.writeObjectFieldStart("trailing");
      gap(rom.trailing().get());
    } else {
      json.writeNullField("trailing");
    }
    JsonParts.findings(json, rom.findings());
    json.writeEndObject();
    if (!several) {
      end();
    }
  }

  /** Nothing is written before the first file could be read. */
  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    if (several) {
      json.writeArrayFieldStart("files");
    }
  }

  private void end() throws IOException {
    json.flush();
    out.print('\n');
  }

  @Override
  public void close() throws IOException {
    if (several && begun) {
      json.writeEndArray();
      json.writeEndObject();
      end();
    }
    out.flush();
  }

  private void prefix(Optional<Prefix> present) throws IOException {
    if (present.isEmpty()) {
      json.writeNullField("prefix");
      return;
    }
    Prefix prefix = present.get();
    json.writeObjectFieldStart("prefix");
    json.writeNumberField("length", prefix.range().length());
    json.writeStringField("kind", prefix.kind().id());
    if (prefix.ifr().isPresent()) {
      ifr(prefix.ifr().get());
    } else {
      json.writeNullField("ifr");
    }
    Optional<RomDirectory> directory =
        prefix.directory().or(() -> prefix.ifr().flatMap(IfrHeader::directory));
    if (directory.isPresent()) {
      json.writeObjectFieldStart("romDirectory");
      json.writeNumberField("offset", directory.get().offset());
      json.writeNumberField("version", directory.get().version());
      json.writeNumberField("length", directory.get().length());
      json.writeNumberField("romOffset", directory.get().romOffset());
      json.writeNumberField("romLength", directory.get().romLength());
      json.writeEndObject();
    } else {
      json.writeNullField("romDirectory");
    }
    json.writeEndObject();
  }

  private void ifr(IfrHeader ifr) throws IOException {
    json.writeObjectFieldStart("ifr");
    json.writeNumberField("offset", ifr.offset());
    json.writeNumberField("version", ifr.version());
    json.writeNumberField("fixedSize", ifr.fixedSize());
    json.writeNumberField("totalSize", ifr.totalSize());
    json.writeStringField("subsystemVendorId", hex4(ifr.subsystemVendorId()));
    json.writeStringField("subsystemId", hex4(ifr.subsystemId()));
    number(json, "romOffset", ifr.romOffset());
    json.writeEndObject();
  }

  private void chain(RomChain chain, ImageDigests digests, OpenedDrivers drivers)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("offset", chain.offset());
    json.writeNumberField("end", chain.end());
    number(json, "copyOf", chain.copyOf());
    json.writeArrayFieldStart("images");
    JsonImage writer = new JsonImage(json, digests, drivers);
    for (RomImage image : chain.images()) {
      writer.write(image);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("walks");
    walk("pci", chain.pci());
    walk("vendor", chain.vendor());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void walk(String name, Walk walk) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeFieldName("images");
    int[] images = walk.images().stream().mapToInt(Integer::intValue).toArray();
    json.writeArray(images, 0, images.length);
    json.writeStringField("endReason", walk.endReason().id());
    json.writeNumberField("end", walk.end());
    json.writeEndObject();
  }

  private void isaRom(Optional<IsaRom> rom, Optional<VendorTables> tables) throws IOException {
    if (rom.isEmpty()) {
      json.writeNullField("isaRom");
      return;
    }
    json.writeObjectFieldStart("isaRom");
    json.writeNumberField("length", rom.get().length());
    JsonImage.entry(json, rom.get().legacy());
    JsonImage.pnp(json, rom.get().pnp());
    new JsonVendor(json).write(tables);
    json.writeEndObject();
  }

  /** Ends the object that is open. */
  private void gap(Gap gap) throws IOException {
    json.writeNumberField("length", gap.range().length());
    json.writeStringField("fill", gap.fill().id());
    json.writeEndObject();
  }
}
