package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;
import static io.github.romparser.cli.report.JsonParts.number;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.vendor.VendorTables;
import io.github.romparser.vendor.nvidia.BiosStrings;
import io.github.romparser.vendor.nvidia.BiosVersion;
import io.github.romparser.vendor.nvidia.BitTable;
import io.github.romparser.vendor.nvidia.BitToken;
import io.github.romparser.vendor.nvidia.BuildData;
import io.github.romparser.vendor.nvidia.EditSign;
import io.github.romparser.vendor.nvidia.FalconEntry;
import io.github.romparser.vendor.nvidia.FalconTable;
import io.github.romparser.vendor.nvidia.Generation;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import io.github.romparser.vendor.nvidia.SubsystemIds;
import io.github.romparser.vendor.nvidia.UefiData;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Writes what NVIDIA's VBIOS says of itself. */
final class JsonNvidia {

  private final JsonGenerator json;

  JsonNvidia(JsonGenerator json) {
    this.json = json;
  }

  void write(VendorTables tables) throws IOException {
    NvidiaTables nvidia = (NvidiaTables) tables;
    json.writeStringField("kind", "nvidia");
    text("version", nvidia.version().map(BiosVersion::text));
    text("generation", nvidia.generation().map(Generation::title));
    text("date", nvidia.date());
    build(nvidia.build());
    strings(nvidia.strings());
    subsystem(nvidia.subsystem());
    if (nvidia.uefi().isPresent()) {
      UefiData uefi = nvidia.uefi().get();
      json.writeObjectFieldStart("uefi");
      json.writeNumberField("minimumVersion", uefi.minimumVersion());
      json.writeNumberField("compatibilityLevel", uefi.compatibilityLevel());
      number(json, "flags", uefi.flags());
      json.writeEndObject();
    } else {
      json.writeNullField("uefi");
    }
    bit(nvidia.bit());
    json.writeStringField(
        "bmpVersion",
        nvidia
            .bmp()
            .map(bmp -> String.format(Locale.US, "%d.%d", bmp.major(), bmp.minor()))
            .orElse(null));
    number(json, "pllTable", nvidia.pllTable());
    falcon(nvidia.falcon());
    json.writeArrayFieldStart("editSigns");
    for (EditSign sign : nvidia.editSigns().stream().sorted().toList()) {
      json.writeString(sign.name().toLowerCase(Locale.ROOT));
    }
    json.writeEndArray();
    json.writeObjectFieldStart("signatureMaterial");
    json.writeNumberField("pemCertificates", nvidia.signatures().pemCertificates());
    json.writeBooleanField("fwsecProduction", nvidia.signatures().fwsecProduction());
    json.writeBooleanField("fwsecDebug", nvidia.signatures().fwsecDebug());
    json.writeEndObject();
  }

  private void text(String name, Optional<String> value) throws IOException {
    json.writeStringField(name, value.orElse(null));
  }

  private void build(Optional<BuildData> present) throws IOException {
    if (present.isEmpty()) {
      json.writeNullField("build");
      return;
    }
    BuildData build = present.get();
    json.writeObjectFieldStart("build");
    json.writeStringField("version", build.version().text());
    text("date", build.date());
    text("product", build.product());
    text("board", build.board());
    text("sku", build.sku());
    text("guid", build.guid());
    number(json, "features", build.features());
    json.writeEndObject();
  }

  private void strings(Optional<BiosStrings> strings) throws IOException {
    line("signOn", strings, BiosStrings::signOn);
    line("versionText", strings, BiosStrings::version);
    line("copyright", strings, BiosStrings::copyright);
    line("oem", strings, BiosStrings::oem);
    line("boardVendor", strings, BiosStrings::vendor);
    line("product", strings, BiosStrings::product);
    line("productRevision", strings, BiosStrings::revision);
  }

  private void line(
      String name, Optional<BiosStrings> strings, Function<BiosStrings, Optional<String>> get)
      throws IOException {
    text(name, strings.flatMap(get));
  }

  private void subsystem(Optional<SubsystemIds> ids) throws IOException {
    text("subsystemVendorId", ids.map(i -> hex4(i.vendorId())));
    text("subsystemId", ids.map(i -> hex4(i.deviceId())));
    json.writeArrayFieldStart("subsystemSources");
    if (ids.isPresent()) {
      for (SubsystemIds.Claim claim : ids.get().claims()) {
        json.writeStartObject();
        json.writeStringField("source", claim.source().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("offset", claim.range().offset());
        json.writeStringField("vendorId", hex4(claim.vendorId()));
        json.writeStringField("deviceId", hex4(claim.deviceId()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void bit(Optional<BitTable> present) throws IOException {
    if (present.isEmpty()) {
      json.writeNullField("bit");
      return;
    }
    BitTable bit = present.get();
    json.writeObjectFieldStart("bit");
    json.writeNumberField("offset", bit.offset());
    json.writeStringField("version", hex4(bit.version()));
    number(json, "checksum", bit.sum());
    json.writeArrayFieldStart("tokens");
    for (BitToken token : bit.tokens()) {
      json.writeStartObject();
      json.writeStringField("id", id(token.id()));
      json.writeStringField("name", token.title().orElse(null));
      json.writeNumberField("dataVersion", token.dataVersion());
      json.writeNumberField("size", token.size());
      json.writeNumberField("pointer", token.pointer());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static String id(int token) {
    return token > ' ' && token < 0x7f
        ? String.valueOf((char) token)
        : String.format(Locale.US, "0x%02x", token);
  }

  private void falcon(Optional<FalconTable> present) throws IOException {
    if (present.isEmpty()) {
      json.writeNullField("falcon");
      return;
    }
    json.writeObjectFieldStart("falcon");
    json.writeNumberField("offset", present.get().offset());
    json.writeArrayFieldStart("entries");
    for (FalconEntry entry : present.get().entries()) {
      json.writeStartObject();
      json.writeNumberField("application", entry.application());
      json.writeNumberField("target", entry.target());
      json.writeNumberField("pointer", entry.pointer());
      number(json, "descriptorOffset", entry.descriptor());
      number(json, "descriptorVersion", entry.descriptorVersion());
      number(json, "descriptorSize", entry.descriptorSize());
      number(json, "signatures", entry.signatures());
      json.writeBooleanField("fwsec", entry.fwsec());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
