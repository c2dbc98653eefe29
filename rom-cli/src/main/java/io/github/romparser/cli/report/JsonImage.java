package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;
import static io.github.romparser.cli.report.JsonParts.number;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.FcodeImage;
import io.github.romparser.rom.ImageSums;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.VendorImage;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.ConfigurationUtilityHeader;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.rom.header.FcodeHeader;
import io.github.romparser.rom.header.LegacyRomHeader;
import io.github.romparser.rom.header.NbsiHeader;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.PnpHeader;
import io.github.romparser.rom.header.UndiHeader;
import io.github.romparser.sign.DigestAlgorithm;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes one image of the JSON report. */
final class JsonImage {

  private final JsonGenerator json;
  private final ImageDigests digests;
  private final OpenedDrivers drivers;

  JsonImage(JsonGenerator json, ImageDigests digests, OpenedDrivers drivers) {
    this.json = json;
    this.digests = digests;
    this.drivers = drivers;
  }

  void write(RomImage image) throws IOException {
    PciDataStructure data = image.dataStructure();
    json.writeStartObject();
    json.writeNumberField("index", image.index());
    json.writeNumberField("offset", image.offset());
    json.writeStringField("signature", image.header().signature().id());
    dataStructure(data);
    json.writeStringField("vendorId", hex4(data.vendorId()));
    json.writeStringField("deviceId", hex4(data.deviceId()));
    json.writeArrayFieldStart("deviceList");
    for (int id : image.deviceList().map(DeviceList::ids).orElse(List.of())) {
      json.writeString(hex4(id));
    }
    json.writeEndArray();
    json.writeStringField("classCode", String.format(Locale.US, "%06x", data.classCode()));
    json.writeNumberField("codeRevision", data.codeRevision());
    json.writeNumberField("codeType", data.codeType());
    json.writeStringField(
        "codeTypeName", CodeType.of(data.codeType()).map(CodeType::title).orElse("unknown"));
    json.writeNumberField("indicator", data.indicator());
    json.writeBooleanField("last", data.last());
    json.writeNumberField("pciLength", image.pciLength());
    number(json, "vendorLength", image.vendorLength());
    number(json, "initLength", image.initializationLength());
    blocks("maxRunTimeLength", data.maxRunTimeBlocks());
    number(json, "dmtfClpPointer", data.dmtfClpPointer());
    npde(image);
    sums(image.sums());
    legacy(image);
    efi(image);
    fcode(image);
    nbsi(image);
    new JsonVendor(json).write(drivers.tables(image));
    Optional<String> sha256 = digests.sha256(image);
    if (sha256.isPresent()) {
      json.writeStringField("sha256", sha256.get());
    } else {
      json.writeNullField("sha256");
    }
    json.writeEndObject();
  }

  private void dataStructure(PciDataStructure data) throws IOException {
    json.writeObjectFieldStart("dataStructure");
    json.writeNumberField("offset", data.offset());
    json.writeStringField("signature", data.signature().name());
    json.writeNumberField("length", data.length());
    json.writeNumberField("revision", data.revision());
    json.writeEndObject();
  }

  private void blocks(String name, OptionalInt blocks) throws IOException {
    if (blocks.isPresent()) {
      json.writeNumberField(name, (long) blocks.getAsInt() * PciDataStructure.BLOCK);
    } else {
      json.writeNullField(name);
    }
  }

  private void npde(RomImage image) throws IOException {
    if (image.npde().isEmpty()) {
      json.writeNullField("npde");
      return;
    }
    Npde npde = image.npde().get();
    json.writeObjectFieldStart("npde");
    json.writeNumberField("offset", npde.offset());
    json.writeNumberField("revision", npde.revision());
    json.writeNumberField("length", npde.length());
    json.writeNumberField("subImageLength", npde.subImageLength());
    json.writeBooleanField("last", npde.last(image.dataStructure()));
    number(json, "flags", npde.flags());
    number(json, "gopVersion", npde.gopVersion());
    id("subsystemVendorId", npde.subsystemVendorId());
    id("subsystemId", npde.subsystemId());
    json.writeEndObject();
  }

  private void id(String name, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, hex4(value.getAsInt()));
    } else {
      json.writeNullField(name);
    }
  }

  private void sums(ImageSums sums) throws IOException {
    json.writeObjectFieldStart("checksums");
    number(json, "pciLength", sums.pci());
    number(json, "vendorLength", sums.vendor());
    number(json, "initLength", sums.initialization());
    json.writeEndObject();
  }

  private void legacy(RomImage image) throws IOException {
    if (!(image instanceof LegacyImage legacy)) {
      json.writeNullField("legacy");
      return;
    }
    json.writeObjectFieldStart("legacy");
    entry(json, legacy.legacy());
    pnp(json, legacy.pnp());
    undi(legacy.undi());
    configurationUtility(legacy.configurationUtility());
    json.writeEndObject();
  }

  static void entry(JsonGenerator json, LegacyRomHeader header) throws IOException {
    json.writeStringField("entry", String.format(Locale.US, "%08x", header.entry()));
    number(json, "entryTarget", header.entryTarget());
  }

  static void pnp(JsonGenerator json, List<PnpHeader> chain) throws IOException {
    json.writeArrayFieldStart("pnp");
    for (PnpHeader pnp : chain) {
      json.writeStartObject();
      json.writeNumberField("offset", pnp.offset());
      json.writeNumberField("revision", pnp.revision());
      json.writeNumberField("length", pnp.length());
      json.writeNumberField("checksum", pnp.sum());
      json.writeStringField("deviceId", String.format(Locale.US, "%08x", pnp.deviceId()));
      json.writeStringField("manufacturer", pnp.manufacturer());
      json.writeStringField("product", pnp.product());
      json.writeStringField("deviceType", String.format(Locale.US, "%06x", pnp.deviceType()));
      json.writeNumberField("indicators", pnp.indicators());
      json.writeNumberField("bootConnectionVector", pnp.bootConnectionVector());
      json.writeNumberField("disconnectVector", pnp.disconnectVector());
      json.writeNumberField("bootstrapEntryVector", pnp.bootstrapEntryVector());
      json.writeNumberField("staticResourceVector", pnp.staticResourceVector());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void undi(Optional<UndiHeader> present) throws IOException {
    if (present.isEmpty()) {
      json.writeNullField("undi");
      return;
    }
    UndiHeader undi = present.get();
    json.writeObjectFieldStart("undi");
    json.writeNumberField("offset", undi.offset());
    json.writeNumberField("length", undi.length());
    json.writeNumberField("checksum", undi.sum());
    json.writeNumberField("revision", undi.revision());
    json.writeStringField(
        "undiRevision",
        String.format(
            Locale.US,
            "%d.%d.%d",
            undi.undiRevision() >>> 16,
            undi.undiRevision() >>> 8 & 0xff,
            undi.undiRevision() & 0xff));
    json.writeNumberField("loader", undi.loader());
    json.writeNumberField("stackSize", undi.stackSize());
    json.writeNumberField("dataSize", undi.dataSize());
    json.writeNumberField("codeSize", undi.codeSize());
    json.writeStringField("bus", undi.bus());
    json.writeEndObject();
  }

  private void configurationUtility(Optional<ConfigurationUtilityHeader> present)
      throws IOException {
    if (present.isEmpty()) {
      json.writeNullField("configurationUtility");
      return;
    }
    ConfigurationUtilityHeader header = present.get();
    json.writeObjectFieldStart("configurationUtility");
    json.writeNumberField("offset", header.offset());
    json.writeNumberField("length", (long) header.lengthBlocks() * PciDataStructure.BLOCK);
    json.writeStringField("name", header.name());
    json.writeNumberField("revision", header.revision());
    json.writeEndObject();
  }

  private void efi(RomImage image) throws IOException {
    if (!(image instanceof EfiImage efi)) {
      json.writeNullField("efi");
      return;
    }
    EfiRomHeader header = efi.efi();
    json.writeObjectFieldStart("efi");
    json.writeBooleanField("signatureValid", header.signatureValid());
    json.writeNumberField("subsystem", header.subsystem());
    json.writeStringField("machine", hex4(header.machine()));
    json.writeNumberField("compression", header.compression());
    json.writeNumberField("imageOffset", image.offset() + header.imageOffset());
    number(json, "compressedSize", efi.compressedSize());
    number(json, "originalSize", efi.originalSize());
    Optional<OpenedDriver> driver = drivers.of(efi).filter(opened -> opened.pe().isPresent());
    json.writeStringField("peSha256", driver.map(OpenedDriver::sha256).orElse(null));
    json.writeStringField(
        "authenticodeSha256",
        driver.flatMap(opened -> opened.digest(DigestAlgorithm.SHA256)).orElse(null));
    json.writeStringField("signer", driver.flatMap(OpenedDriver::signer).orElse(null));
    json.writeStringField(
        "driverVersion", drivers.tables(image).flatMap(VendorLine::driverVersion).orElse(null));
    json.writeEndObject();
  }

  private void fcode(RomImage image) throws IOException {
    if (!(image instanceof FcodeImage fcode)) {
      json.writeNullField("fcode");
      return;
    }
    json.writeObjectFieldStart("fcode");
    json.writeNumberField("programOffset", image.offset() + fcode.programPointer());
    if (fcode.program().isPresent()) {
      FcodeHeader program = fcode.program().get();
      json.writeStringField("start", program.startName());
      json.writeNumberField("format", program.format());
      json.writeNumberField("checksum", program.checksum());
      json.writeNumberField("length", program.length());
    }
    json.writeEndObject();
  }

  private void nbsi(RomImage image) throws IOException {
    Optional<NbsiHeader> nbsi =
        image instanceof VendorImage vendor ? vendor.nbsi() : Optional.empty();
    if (nbsi.isEmpty()) {
      json.writeNullField("nbsi");
      return;
    }
    json.writeObjectFieldStart("nbsi");
    json.writeNumberField("dataOffset", image.offset() + nbsi.get().dataPointer());
    json.writeNumberField("blockSize", nbsi.get().blockSize());
    json.writeEndObject();
  }
}
