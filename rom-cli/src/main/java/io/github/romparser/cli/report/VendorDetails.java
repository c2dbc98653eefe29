package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Plain;
import io.github.romparser.vendor.VendorTables;
import io.github.romparser.vendor.amd.AmdTables;
import io.github.romparser.vendor.amd.AtomMasterTable;
import io.github.romparser.vendor.generic.GenericTables;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.intel.BdbBlock;
import io.github.romparser.vendor.intel.ChildDevice;
import io.github.romparser.vendor.intel.GeneralDefinitions;
import io.github.romparser.vendor.intel.IntelTables;
import io.github.romparser.vendor.intel.Vbt;
import io.github.romparser.vendor.nvidia.BitToken;
import io.github.romparser.vendor.nvidia.BuildData;
import io.github.romparser.vendor.nvidia.EditSign;
import io.github.romparser.vendor.nvidia.FalconEntry;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import io.github.romparser.vendor.nvidia.SubsystemIds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an image's maker says in it, a field a line. */
final class VendorDetails {

  /** Writes a field. */
  @FunctionalInterface
  interface Fields {
    void field(String name, String format, Object... values);
  }

  private final Fields out;

  VendorDetails(Fields out) {
    this.out = out;
  }

  void write(VendorTables tables) {
    if (tables instanceof NvidiaTables nvidia) {
      nvidia(nvidia);
    } else if (tables instanceof AmdTables amd) {
      amd(amd);
    } else if (tables instanceof IntelTables intel) {
      intel(intel.vbt());
    } else if (tables instanceof GopDriver gop) {
      gop(gop);
    } else if (tables instanceof GenericTables generic) {
      generic(generic);
    }
  }

  private void text(String name, Optional<String> value) {
    value.map(Plain::text).filter(v -> !v.isBlank()).ifPresent(v -> out.field(name, "%s", v));
  }

  private void text(String name, String value) {
    text(name, Optional.of(value));
  }

  private void nvidia(NvidiaTables nvidia) {
    text("VBIOS version", nvidia.version().map(v -> v.text()));
    text("generation", nvidia.generation().map(g -> g.title()));
    text("put together", nvidia.date());
    nvidia.build().ifPresent(this::build);
    nvidia
        .strings()
        .ifPresent(
            s -> {
              text("sign-on", s.signOn());
              text("version text", s.version());
              text("copyright", s.copyright());
              text("maker", s.vendor());
              text("product", s.product());
              text("revision", s.revision());
            });
    nvidia.subsystem().ifPresent(this::subsystem);
    nvidia
        .uefi()
        .ifPresent(
            uefi ->
                out.field(
                    "EFI driver needed",
                    "0x%x or later, compatibility level %d",
                    uefi.minimumVersion(),
                    uefi.compatibilityLevel()));
    nvidia
        .bit()
        .ifPresent(
            bit ->
                out.field(
                    "BIT",
                    "at 0x%x, tokens %s",
                    bit.offset(),
                    bit.tokens().stream()
                        .map(BitToken::id)
                        .map(JsonNvidia::id)
                        .collect(Collectors.joining(" "))));
    nvidia
        .bmp()
        .ifPresent(
            bmp -> out.field("BMP", "%d.%d at 0x%x", bmp.major(), bmp.minor(), bmp.offset()));
    nvidia
        .falcon()
        .ifPresent(
            falcon -> {
              out.field("microcode table", "at 0x%x", falcon.offset());
              falcon.entries().forEach(this::falcon);
            });
    if (nvidia.signatures().pemCertificates() > 0) {
      out.field("certificates", "%d, in text form", nvidia.signatures().pemCertificates());
    }
    if (!nvidia.editSigns().isEmpty()) {
      out.field(
          "signs of a change",
          "%s",
          nvidia.editSigns().stream()
              .sorted()
              .map(EditSign::title)
              .collect(Collectors.joining("; ")));
    }
  }

  private void build(BuildData build) {
    out.field(
        "built as", "%s%s", build.version().text(), build.date().map(d -> " on " + d).orElse(""));
    String number =
        List.of(build.product(), build.board(), build.sku()).stream()
            .flatMap(Optional::stream)
            .collect(Collectors.joining("-"));
    text("project, board, SKU", number);
    text("build id", build.guid());
  }

  private void subsystem(SubsystemIds ids) {
    for (SubsystemIds.Claim claim : ids.claims()) {
      out.field(
          "board",
          "%04x:%04x by %s at 0x%x",
          claim.vendorId(),
          claim.deviceId(),
          claim.source().title(),
          claim.range().offset());
    }
  }

  private void falcon(FalconEntry entry) {
    String kind =
        switch (entry.application()) {
          case FalconEntry.FWSEC_PRODUCTION -> " (FWSEC)";
          case FalconEntry.FWSEC_DEBUG -> " (FWSEC for debugging)";
          default -> "";
        };
    out.field(
        "microcode",
        "application 0x%02x%s, target 0x%02x%s",
        entry.application(),
        kind,
        entry.target(),
        entry.descriptor().isPresent()
            ? String.format(Locale.US, ", at 0x%x", entry.descriptor().getAsLong())
            : "");
  }

  private void amd(AmdTables amd) {
    text("part number", amd.strings().partNumber());
    text("product", amd.strings().product());
    text("version", amd.strings().version());
    text("built", amd.strings().date());
    text("build number", amd.strings().buildNumber());
    text("change list", amd.strings().changeList());
    text("configuration", amd.strings().configuration());
    text("config file", amd.strings().configFile());
    text("copyright", amd.strings().copyright());
    text("strings", String.join(", ", amd.strings().names()));
    amd.header()
        .ifPresent(
            header -> {
              out.field(
                  "ATOM header",
                  "at 0x%x, revision %d.%d, %d bytes",
                  header.offset(),
                  header.formatRevision(),
                  header.contentRevision(),
                  header.size());
              out.field("subsystem", "%04x:%04x", header.subsystemVendorId(), header.subsystemId());
              header
                  .pspDirectoryPointer()
                  .ifPresent(pointer -> out.field("PSP directory", "+0x%x", pointer));
            });
    out.field("checksum byte", "0x%02x", amd.checksumByte());
    amd.firmware()
        .ifPresent(
            info -> {
              out.field(
                  "firmware info",
                  "revision %d.%d, firmware %08x",
                  info.formatRevision(),
                  info.contentRevision(),
                  info.firmwareRevision());
              if (info.engineClock().isPresent() && info.memoryClock().isPresent()) {
                out.field(
                    "boot clocks",
                    "engine %s MHz, memory %s MHz",
                    megahertz(info.engineClock().getAsLong()),
                    megahertz(info.memoryClock().getAsLong()));
              }
              info.coreVoltage().ifPresent(v -> out.field("boot voltage", "%d mV", v));
            });
    amd.commands().ifPresent(tables -> master("command tables", tables));
    amd.data().ifPresent(tables -> master("data tables", tables));
  }

  /** From units of 10 kHz. */
  private static String megahertz(long clock) {
    return clock % 100 == 0
        ? Long.toString(clock / 100)
        : String.format(Locale.US, "%.2f", clock / 100.0);
  }

  private void master(String name, AtomMasterTable master) {
    out.field(
        name,
        "at 0x%x, revision %d.%d, %d of %d in use",
        master.offset(),
        master.formatRevision(),
        master.contentRevision(),
        master.tables().size(),
        master.entryCount());
  }

  private void intel(Vbt vbt) {
    out.field(
        "VBT",
        "%s at 0x%x, %d bytes",
        Plain.text(vbt.header().platform()),
        vbt.header().offset(),
        vbt.header().vbtSize());
    vbt.bdb().ifPresent(bdb -> out.field("blocks version", "%d", bdb.version()));
    vbt.build()
        .ifPresent(
            build -> {
              text("build", build.number());
              text("sign-on", build.text());
            });
    if (!vbt.blocks().isEmpty()) {
      out.field(
          "blocks",
          "%s",
          vbt.blocks().stream()
              .map(BdbBlock::id)
              .map(String::valueOf)
              .collect(Collectors.joining(" ")));
    }
    for (ChildDevice child :
        vbt.definitions().map(GeneralDefinitions::children).orElse(List.of())) {
      if (child.used()) {
        out.field(
            "output",
            "%s, type %04x, DDC pin %d%s%s",
            child.port().map(p -> p.title()).orElse("port " + child.dvoPort()),
            child.deviceType(),
            child.ddcPin(),
            child.auxLetter().map(a -> ", AUX " + a).orElse(""),
            child.internal() ? ", internal" : "");
      }
    }
  }

  private void gop(GopDriver gop) {
    text("driver name", gop.name());
    text("driver maker", gop.maker().map(m -> m.title()));
    text("driver version", gop.version());
    text("driver family", gop.family().map(f -> f.title()));
    text("driver chips", gop.chips());
    text("driver built", gop.date());
    gop.bindingVersion().ifPresent(v -> out.field("binding version", "0x%x", v));
  }

  private void generic(GenericTables generic) {
    text("made from", generic.family().map(f -> f.title()));
    text("version", generic.version());
    generic.strings().forEach(text -> text("text", text));
  }
}
