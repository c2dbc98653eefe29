package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;
import static io.github.romparser.cli.report.JsonParts.number;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.vendor.VendorTables;
import io.github.romparser.vendor.amd.AmdTables;
import io.github.romparser.vendor.amd.AtomFirmwareInfo;
import io.github.romparser.vendor.amd.AtomMasterTable;
import io.github.romparser.vendor.amd.AtomRomHeader;
import io.github.romparser.vendor.amd.AtomStrings;
import io.github.romparser.vendor.amd.AtomTable;
import io.github.romparser.vendor.generic.GenericFamily;
import io.github.romparser.vendor.generic.GenericTables;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.gop.GopFamily;
import io.github.romparser.vendor.gop.Maker;
import io.github.romparser.vendor.intel.BdbBlock;
import io.github.romparser.vendor.intel.ChildDevice;
import io.github.romparser.vendor.intel.DvoPort;
import io.github.romparser.vendor.intel.GeneralDefinitions;
import io.github.romparser.vendor.intel.IntelTables;
import io.github.romparser.vendor.intel.VbiosBuild;
import io.github.romparser.vendor.intel.Vbt;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what an image's maker says in it: an object whose {@code kind} tells its other fields. */
final class JsonVendor {

  private final JsonGenerator json;

  JsonVendor(JsonGenerator json) {
    this.json = json;
  }

  void write(Optional<VendorTables> tables) throws IOException {
    if (tables.isEmpty()) {
      json.writeNullField("vendor");
      return;
    }
    json.writeObjectFieldStart("vendor");
    if (tables.get() instanceof AmdTables amd) {
      amd(amd);
    } else if (tables.get() instanceof IntelTables intel) {
      intel(intel.vbt());
    } else if (tables.get() instanceof GopDriver gop) {
      gop(gop);
    } else if (tables.get() instanceof GenericTables generic) {
      generic(generic);
    } else {
      new JsonNvidia(json).write(tables.get());
    }
    json.writeEndObject();
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, value.isEmpty() ? null : value);
  }

  private void amd(AmdTables amd) throws IOException {
    json.writeStringField("kind", "amd");
    json.writeStringField("generation", amd.generation().name().toLowerCase(Locale.ROOT));
    AtomStrings strings = amd.strings();
    text("partNumber", strings.partNumber());
    text("version", strings.version());
    text("product", strings.product());
    text("date", strings.date());
    text("configFile", strings.configFile());
    text("changeList", strings.changeList());
    text("buildNumber", strings.buildNumber());
    text("configuration", strings.configuration());
    text("copyright", strings.copyright());
    strings("strings", strings.names());
    boolean board = amd.board().isPresent();
    json.writeStringField("subsystemVendorId", board ? hex4(amd.board().getAsInt() >>> 16) : null);
    json.writeStringField("subsystemId", board ? hex4(amd.board().getAsInt() & 0xffff) : null);
    json.writeNumberField("checksumByte", amd.checksumByte());
    if (amd.header().isPresent()) {
      AtomRomHeader header = amd.header().get();
      json.writeObjectFieldStart("header");
      json.writeNumberField("offset", header.offset());
      json.writeNumberField("size", header.size());
      json.writeNumberField("formatRevision", header.formatRevision());
      json.writeNumberField("contentRevision", header.contentRevision());
      json.writeStringField("signature", header.signature());
      number(json, "pspDirectoryPointer", header.pspDirectoryPointer());
      json.writeEndObject();
    } else {
      json.writeNullField("header");
    }
    if (amd.firmware().isPresent()) {
      AtomFirmwareInfo info = amd.firmware().get();
      json.writeObjectFieldStart("firmwareInfo");
      json.writeNumberField("offset", info.offset());
      json.writeNumberField("formatRevision", info.formatRevision());
      json.writeNumberField("contentRevision", info.contentRevision());
      json.writeStringField(
          "firmwareRevision", String.format(Locale.US, "%08x", info.firmwareRevision()));
      number(json, "engineClock", info.engineClock());
      number(json, "memoryClock", info.memoryClock());
      number(json, "coreVoltage", info.coreVoltage());
      json.writeEndObject();
    } else {
      json.writeNullField("firmwareInfo");
    }
    master("commandTables", amd.commands());
    master("dataTables", amd.data());
  }

  private void master(String name, Optional<AtomMasterTable> present) throws IOException {
    if (present.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeArrayFieldStart(name);
    for (AtomTable table : present.get().tables()) {
      json.writeStartObject();
      json.writeNumberField("index", table.index());
      json.writeStringField("name", table.name());
      json.writeNumberField("offset", table.offset());
      json.writeNumberField("size", table.size());
      json.writeNumberField("formatRevision", table.formatRevision());
      json.writeNumberField("contentRevision", table.contentRevision());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void intel(Vbt vbt) throws IOException {
    json.writeStringField("kind", "intel");
    json.writeStringField("platform", vbt.header().platform());
    json.writeStringField("version", vbt.build().map(VbiosBuild::number).orElse(null));
    json.writeStringField("signOn", vbt.build().map(VbiosBuild::text).orElse(null));
    json.writeNumberField("vbtOffset", vbt.header().offset());
    json.writeNumberField("vbtVersion", vbt.header().version());
    json.writeNumberField("vbtSize", vbt.header().vbtSize());
    number(json, "checksum", vbt.sum());
    if (vbt.bdb().isPresent()) {
      json.writeNumberField("bdbVersion", vbt.bdb().get().version());
    } else {
      json.writeNullField("bdbVersion");
    }
    json.writeArrayFieldStart("blocks");
    for (BdbBlock block : vbt.blocks()) {
      json.writeStartObject();
      json.writeNumberField("id", block.id());
      text("name", block.name());
      json.writeNumberField("offset", block.offset());
      json.writeNumberField("size", block.size());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("outputs");
    for (ChildDevice child :
        vbt.definitions().map(GeneralDefinitions::children).orElse(List.of())) {
      if (child.used()) {
        json.writeStartObject();
        json.writeStringField("deviceType", hex4(child.deviceType()));
        json.writeStringField("port", child.port().map(DvoPort::title).orElse(null));
        json.writeNumberField("ddcPin", child.ddcPin());
        json.writeStringField("auxChannel", child.auxLetter().map(String::valueOf).orElse(null));
        json.writeBooleanField("internal", child.internal());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void gop(GopDriver gop) throws IOException {
    json.writeStringField("kind", "efi-driver");
    json.writeStringField("maker", gop.maker().map(Maker::title).orElse(null));
    json.writeStringField("drives", gop.kind().id());
    json.writeStringField("name", gop.name().orElse(null));
    json.writeStringField("chips", gop.chips().orElse(null));
    json.writeStringField("family", gop.family().map(GopFamily::title).orElse(null));
    json.writeStringField("version", gop.version().orElse(null));
    json.writeStringField("date", gop.date().orElse(null));
    number(json, "bindingVersion", gop.bindingVersion());
    number(json, "npdeVersion", gop.npdeVersion());
  }

  private void generic(GenericTables generic) throws IOException {
    json.writeStringField("kind", "text");
    json.writeStringField("family", generic.family().map(GenericFamily::title).orElse(null));
    json.writeStringField("version", generic.version().orElse(null));
    strings("strings", generic.strings());
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
