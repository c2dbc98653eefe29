package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Plain;
import io.github.romparser.vendor.VendorTables;
import io.github.romparser.vendor.amd.AmdTables;
import io.github.romparser.vendor.generic.GenericFamily;
import io.github.romparser.vendor.generic.GenericTables;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.gop.GopFamily;
import io.github.romparser.vendor.gop.Maker;
import io.github.romparser.vendor.intel.ChildDevice;
import io.github.romparser.vendor.intel.DvoPort;
import io.github.romparser.vendor.intel.GeneralDefinitions;
import io.github.romparser.vendor.intel.IntelTables;
import io.github.romparser.vendor.intel.VbiosBuild;
import io.github.romparser.vendor.intel.Vbt;
import io.github.romparser.vendor.nvidia.BiosStrings;
import io.github.romparser.vendor.nvidia.BiosVersion;
import io.github.romparser.vendor.nvidia.BuildData;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an image's maker says in it, in one line. */
public final class VendorLine {

  private static final int LONGEST = 72;

  private VendorLine() {}

  /** The line; empty if there is nothing worth a line. */
  public static Optional<String> of(VendorTables tables) {
    List<String> parts = parts(tables);
    return parts.isEmpty() ? Optional.empty() : Optional.of(Plain.text(String.join(", ", parts)));
  }

  /** The version alone, with what it is the version of; for a list of files. */
  static Optional<String> version(VendorTables tables) {
    Optional<String> version = Optional.empty();
    if (tables instanceof NvidiaTables nvidia) {
      version = nvidia.version().map(BiosVersion::text);
    } else if (tables instanceof AmdTables amd) {
      version = present(amd.strings().partNumber()).or(() -> present(amd.strings().version()));
    } else if (tables instanceof IntelTables intel) {
      version = intel.vbt().build().map(VbiosBuild::number);
    } else if (tables instanceof GenericTables generic) {
      version =
          generic.version().map(v -> generic.family().map(f -> f.title() + " ").orElse("") + v);
    } else if (tables instanceof GopDriver gop) {
      String what = gop.kind() == GopDriver.Kind.DISPLAY ? "GOP " : "EFI ";
      version = gop.version().map(v -> what + v);
    }
    return version.map(Plain::text);
  }

  /** The version of an EFI driver. */
  static Optional<String> driverVersion(VendorTables tables) {
    return tables instanceof GopDriver gop ? gop.version() : Optional.empty();
  }

  private static List<String> parts(VendorTables tables) {
    if (tables instanceof NvidiaTables nvidia) {
      return nvidia(nvidia);
    }
    if (tables instanceof AmdTables amd) {
      return amd(amd);
    }
    if (tables instanceof IntelTables intel) {
      return intel(intel.vbt());
    }
    return tables instanceof GopDriver gop ? gop(gop) : generic((GenericTables) tables);
  }

  private static List<String> nvidia(NvidiaTables nvidia) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "NVIDIA VBIOS"
            + nvidia.version().map(v -> " " + v.text()).orElse(" without a version")
            + nvidia.generation().map(g -> " (" + g.title() + ")").orElse(""));
    nvidia
        .build()
        .flatMap(BuildData::date)
        .or(nvidia::date)
        .ifPresent(date -> parts.add("built " + date));
    nvidia
        .subsystem()
        .ifPresent(
            ids ->
                parts.add(
                    String.format(Locale.US, "board %04x:%04x", ids.vendorId(), ids.deviceId())));
    nvidia.strings().flatMap(BiosStrings::signOn).ifPresent(text -> parts.add(quoted(text)));
    if (!nvidia.editSigns().isEmpty()) {
      parts.add("CHANGED after it was built");
    }
    return parts;
  }

  private static List<String> amd(AmdTables amd) {
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (amd.generation()) {
              case ATI -> "ATI VBIOS";
              case ATOM -> "AMD ATOM BIOS";
              case ATOMFIRMWARE -> "AMD ATOM firmware";
            }
            + present(amd.strings().version()).map(v -> " " + v).orElse(""));
    present(amd.strings().partNumber()).ifPresent(part -> parts.add("part " + part));
    present(amd.strings().date()).ifPresent(date -> parts.add("built " + date));
    amd.board()
        .ifPresent(
            ids ->
                parts.add(String.format(Locale.US, "board %04x:%04x", ids >>> 16, ids & 0xffff)));
    present(amd.strings().product())
        .filter(text -> !text.equals(amd.strings().partNumber()))
        .ifPresent(text -> parts.add(quoted(text)));
    return parts;
  }

  private static List<String> intel(Vbt vbt) {
    List<String> parts = new ArrayList<>();
    parts.add("Intel VBT " + vbt.header().platform());
    vbt.bdb().ifPresent(bdb -> parts.add("blocks version " + bdb.version()));
    vbt.build().ifPresent(build -> parts.add("build " + build.number()));
    String outputs =
        vbt.definitions().map(GeneralDefinitions::children).orElse(List.of()).stream()
            .filter(ChildDevice::used)
            .flatMap(child -> child.port().stream())
            .map(DvoPort::title)
            .distinct()
            .collect(Collectors.joining(" "));
    if (!outputs.isEmpty()) {
      parts.add("outputs " + outputs);
    }
    return parts;
  }

  private static List<String> generic(GenericTables generic) {
    String version = generic.version().map(v -> " " + v).orElse("");
    Optional<String> family = generic.family().map(GenericFamily::title);
    if (family.isPresent()) {
      return List.of(family.get() + version);
    }
    return generic.strings().stream()
        .limit(1)
        .flatMap(
            text ->
                Stream.concat(
                    Stream.of(quoted(text)), generic.version().map(v -> "version " + v).stream()))
        .toList();
  }

  private static List<String> gop(GopDriver gop) {
    String what =
        gop.maker().map(Maker::title).map(maker -> maker + " ").orElse("")
            + (gop.kind() == GopDriver.Kind.DISPLAY ? "display driver" : "driver")
            + gop.version().map(v -> " " + v).orElse("")
            + gop.family().map(GopFamily::title).map(f -> " (" + f + ")").orElse("");
    List<String> parts = new ArrayList<>();
    parts.add(Character.toUpperCase(what.charAt(0)) + what.substring(1));
    gop.date().ifPresent(date -> parts.add("built " + date));
    gop.name().ifPresent(text -> parts.add(quoted(text)));
    return parts;
  }

  private static Optional<String> present(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  private static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line) + '"';
  }
}
