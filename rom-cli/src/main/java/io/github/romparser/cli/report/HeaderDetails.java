package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Plain;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.FcodeImage;
import io.github.romparser.rom.ImageSums;
import io.github.romparser.rom.IsaRom;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.Prefix;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.VendorImage;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.rom.header.FcodeHeader;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.LegacyRomHeader;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.PnpHeader;
import io.github.romparser.rom.header.RomDirectory;
import io.github.romparser.rom.header.UndiHeader;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Every field of every header. */
public final class HeaderDetails {

  /** Takes what there is to say, in its order. */
  public interface Sheet {
    /** A header, or an image, begins. */
    void head(String text);

    /** A part of it begins. */
    void part(String text);

    /** A field of what began last. */
    void field(String name, String value);
  }

  private final Sheet out;
  private final OpenedDrivers drivers;

  /** Writes to a sheet; what is in the drivers comes from {@code drivers}. */
  public HeaderDetails(Sheet out, OpenedDrivers drivers) {
    this.out = out;
    this.drivers = drivers;
  }

  /** Writes all that a file has. */
  public void write(RomFile rom) {
    rom.prefix().ifPresent(this::prefix);
    rom.isaRom().ifPresent(this::isa);
    for (RomChain chain : rom.chains()) {
      ImageDigests digests = new ImageDigests(rom.bytes().length());
      for (RomImage image : chain.images()) {
        image(image, digests);
      }
    }
  }

  /** Writes about a ROM without PCI data structure. */
  public void isa(IsaRom isa) {
    head("ISA ROM at 0x0");
    legacy(isa.legacy());
    isa.pnp().forEach(this::pnp);
  }

  /** Writes about what stands before the first chain. */
  public void prefix(Prefix prefix) {
    prefix.ifr().ifPresent(this::ifr);
    prefix.ifr().flatMap(IfrHeader::directory).or(prefix::directory).ifPresent(this::directory);
  }

  private void ifr(IfrHeader ifr) {
    head("NVGI at 0x%x", ifr.offset());
    field("version", "%d", ifr.version());
    field("fixed data", "%s", TextReport.bytes(ifr.fixedSize()));
    field("all data", "%s", TextReport.bytes(ifr.totalSize()));
    field("subsystem", "%04x:%04x", ifr.subsystemVendorId(), ifr.subsystemId());
    field("ROM offset", "%s", place(ifr.romOffset()));
  }

  private void directory(RomDirectory directory) {
    head("RFRD at 0x%x", directory.offset());
    field("version", "%d", directory.version());
    field("length", "%s", TextReport.bytes(directory.length()));
    field("ROM offset", "0x%x from the start of the flash", directory.romOffset());
    field("ROM length", "0x%x", directory.romLength());
  }

  /** Writes about an image. */
  public void image(RomImage image, ImageDigests digests) {
    head(
        "#%d %s at 0x%x",
        image.index(), ImageLine.type(image.dataStructure().codeType()), image.offset());
    field("signature", "%s", image.header().signature().id());
    field("data structure", "+0x%x", image.header().dataStructurePointer());
    if (image instanceof LegacyImage legacy) {
      legacy(legacy.legacy());
    } else if (image instanceof EfiImage efi) {
      efi(efi);
    } else if (image instanceof FcodeImage fcode) {
      fcode(fcode);
    } else if (image instanceof VendorImage vendor) {
      vendor
          .nbsi()
          .ifPresent(
              nbsi -> {
                field("data", "+0x%x", nbsi.dataPointer());
                field("block size", "0x%x", nbsi.blockSize());
              });
    }
    dataStructure(image);
    image.npde().ifPresent(npde -> npde(npde, image.dataStructure()));
    if (image instanceof LegacyImage legacy) {
      legacy.pnp().forEach(this::pnp);
      legacy.undi().ifPresent(this::undi);
      legacy
          .configurationUtility()
          .ifPresent(
              utility -> {
                part("configuration utility header", utility.offset());
                field("length", "%,d bytes", utility.lengthBlocks() * PciDataStructure.BLOCK);
                field("name", "%s", utility.name());
                field("revision", "%d", utility.revision());
              });
    }
    drivers.tables(image).ifPresent(tables -> new VendorDetails(this::field).write(tables));
    sums(image.sums());
    field("sha256", "%s", digests.sha256(image).orElse("not computed"));
  }

  private void legacy(LegacyRomHeader header) {
    field("initialisation size", "%s", TextReport.bytes(header.initializationLength()));
    field(
        "entry",
        "%08x%s",
        header.entry(),
        header.entryTarget().isPresent()
            ? String.format(Locale.US, ", goes to +0x%x", header.entryTarget().getAsInt())
            : "");
    field("$PnP pointer", "+0x%x", header.pnpPointer());
    field("UNDI pointer", "+0x%x", header.undiPointer());
  }

  private void efi(EfiImage image) {
    EfiRomHeader header = image.efi();
    field("initialisation size", "%s", TextReport.bytes(header.initializationLength()));
    field(
        "EFI signature",
        "0x%08x, %s",
        header.signature(),
        header.signatureValid() ? "valid" : "NOT valid");
    field("subsystem", "%d, %s", header.subsystem(), ImageLine.subsystem(header.subsystem()));
    field("machine", "%04x, %s", header.machine(), ImageLine.machine(header.machine()));
    field(
        "compression", "%d, %s", header.compression(), ImageLine.compression(header.compression()));
    field("driver", "+0x%x", header.imageOffset());
    image
        .compressedSize()
        .ifPresent(size -> field("compressed size", "%s", TextReport.bytes(size)));
    image.originalSize().ifPresent(size -> field("original size", "%s", TextReport.bytes(size)));
    drivers
        .of(image)
        .ifPresentOrElse(
            driver -> new DriverDetails(this::field).write(driver),
            () -> field("executable", "cannot be taken out"));
  }

  private void fcode(FcodeImage image) {
    field("FCode program", "+0x%x", image.programPointer());
    image.program().ifPresent(this::program);
  }

  private void program(FcodeHeader program) {
    field("start", "%02x, %s", program.start(), program.startName());
    field("format", "%02x", program.format());
    field("checksum", "0x%04x", program.checksum());
    field("length", "%s", TextReport.bytes(program.length()));
  }

  private void dataStructure(RomImage image) {
    PciDataStructure data = image.dataStructure();
    part(data.signature().name(), data.offset());
    field("vendor:device", "%04x:%04x", data.vendorId(), data.deviceId());
    if (data.length() >= PciDataStructure.LENGTH_3) {
      field("device list", "%s", data.pointer08() == 0 ? "none" : list(image));
    } else {
      field("product data", "+0x%x", data.pointer08());
    }
    field("structure length", "%s", TextReport.bytes(data.length()));
    field("revision", "%d", data.revision());
    field("class", "%06x", data.classCode());
    field("image length", "%s", TextReport.bytes(image.pciLength()));
    field("code revision", "0x%04x", data.codeRevision());
    field("code type", "%02x", data.codeType());
    field("indicator", "%02x, %s", data.indicator(), data.last() ? "last" : "not last");
    data.maxRunTimeBlocks()
        .ifPresent(
            blocks -> field("run-time length", "%,d bytes", blocks * PciDataStructure.BLOCK));
    data.configurationUtilityPointer()
        .ifPresent(pointer -> field("configuration utility", "+0x%x", pointer));
    data.dmtfClpPointer().ifPresent(pointer -> field("DMTF CLP entry", "+0x%x", pointer));
  }

  private static String list(RomImage image) {
    List<Integer> ids = image.deviceList().map(DeviceList::ids).orElse(List.of());
    return ids.isEmpty()
        ? "empty"
        : ids.stream()
            .map(id -> String.format(Locale.US, "%04x", id))
            .collect(Collectors.joining(" "));
  }

  private void npde(Npde npde, PciDataStructure data) {
    part(Npde.SIGNATURE, npde.offset());
    field("revision", "0x%04x", npde.revision());
    field("structure length", "%s", TextReport.bytes(npde.length()));
    field("sub-image length", "%s", TextReport.bytes(npde.subImageLength()));
    field("last", "%s", npde.last(data) ? "yes" : "no");
    npde.flags().ifPresent(flags -> field("flags", "%02x", flags));
    npde.gopVersion().ifPresent(version -> field("GOP version", "0x%05x", version));
    if (npde.subsystemVendorId().isPresent()) {
      field(
          "subsystem",
          "%04x:%04x",
          npde.subsystemVendorId().getAsInt(),
          npde.subsystemId().orElse(0));
    }
  }

  private void pnp(PnpHeader pnp) {
    part(PnpHeader.SIGNATURE, pnp.offset());
    field("revision", "%d", pnp.revision());
    field("length", "%s", TextReport.bytes(pnp.length()));
    field("next", "+0x%x", pnp.nextPointer());
    field("sum", "%02x", pnp.sum());
    field("device id", "%08x", pnp.deviceId());
    field("manufacturer", "%s", Plain.text(pnp.manufacturer()));
    field("product", "%s", Plain.text(pnp.product()));
    field("device type", "%06x", pnp.deviceType());
    field("indicators", "%02x", pnp.indicators());
    field(
        "vectors",
        "boot connection +0x%x, disconnect +0x%x, bootstrap +0x%x, static resource +0x%x",
        pnp.bootConnectionVector(),
        pnp.disconnectVector(),
        pnp.bootstrapEntryVector(),
        pnp.staticResourceVector());
  }

  private void undi(UndiHeader undi) {
    part(UndiHeader.SIGNATURE, undi.offset());
    field("length", "%s", TextReport.bytes(undi.length()));
    field("sum", "%02x", undi.sum());
    field("revision", "%d", undi.revision());
    field(
        "UNDI revision",
        "%d.%d.%d",
        undi.undiRevision() >>> 16,
        undi.undiRevision() >>> 8 & 0xff,
        undi.undiRevision() & 0xff);
    field("loader", "+0x%x", undi.loader());
    field(
        "sizes",
        "stack %,d, data %,d, code %,d bytes",
        undi.stackSize(),
        undi.dataSize(),
        undi.codeSize());
    field("bus", "%s", Plain.text(undi.bus()));
  }

  private void sums(ImageSums sums) {
    out.part("sums");
    field("over the PCI length", "%s", sum(sums.pci()));
    field("over the NPDE length", "%s", sum(sums.vendor()));
    field("over the init size", "%s", sum(sums.initialization()));
  }

  private static String sum(OptionalInt sum) {
    return sum.isPresent() ? String.format(Locale.US, "%02x", sum.getAsInt()) : "none";
  }

  private static String place(OptionalLong value) {
    return value.isPresent() ? "0x" + Long.toHexString(value.getAsLong()) : "unknown";
  }

  private void head(String format, Object... values) {
    out.head(String.format(Locale.US, format, values));
  }

  private void part(String name, long offset) {
    out.part(String.format(Locale.US, "%s at 0x%x", name, offset));
  }

  private void field(String name, String format, Object... values) {
    out.field(name, String.format(Locale.US, format, values));
  }
}
