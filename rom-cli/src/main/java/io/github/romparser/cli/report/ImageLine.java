package io.github.romparser.cli.report;

import io.github.romparser.cli.console.PciIds;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.rom.header.PciDataStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An image in one line. */
public final class ImageLine {

  private ImageLine() {}

  /** The line. */
  public static String of(RomImage image, PciIds names, OpenedDrivers drivers) {
    PciDataStructure data = image.dataStructure();
    List<String> parts = new ArrayList<>();
    parts.add("#" + image.index() + " " + type(data.codeType()));
    int more = image.deviceList().map(DeviceList::ids).map(List::size).orElse(0);
    parts.add(
        String.format(Locale.US, "%04x:%04x", data.vendorId(), data.deviceId())
            + (more > 0 ? " and " + more + " more" : ""));
    if (data.classCode() != 0) {
      parts.add(
          String.format(Locale.US, "class %06x", data.classCode())
              + names.classCode(data.classCode()).map(n -> " (" + n + ")").orElse(""));
    }
    if (image instanceof LegacyImage legacy) {
      parts.add(
          legacy.sums().initialization().stream()
              .mapToObj(sum -> sum == 0 ? "checksum good" : "CHECKSUM WRONG")
              .findFirst()
              .orElse("checksum cannot be told"));
    } else if (image instanceof EfiImage efi) {
      parts.add(efi(efi.efi()));
      drivers
          .of(efi)
          .filter(driver -> driver.pe().isPresent())
          .ifPresent(driver -> parts.add(driver.signed() ? "signed" : "not signed"));
    }
    if (data.last()) {
      parts.add("LAST");
    }
    long missing = image.effectiveLength() - image.bytes().length();
    if (missing > 0) {
      parts.add("CUT OFF, " + TextReport.bytes(missing) + " missing");
    }
    if (image.vendorLength().isPresent() && image.vendorLength().getAsLong() != image.pciLength()) {
      parts.add(String.format(Locale.US, "PCI length %,d", image.pciLength()));
    }
    return String.join(", ", parts);
  }

  /** What a code type stands for. */
  public static String type(int codeType) {
    return CodeType.of(codeType)
        .map(CodeType::title)
        .orElseGet(() -> String.format(Locale.US, "unknown type %02x", codeType));
  }

  static String efi(EfiRomHeader header) {
    return machine(header.machine())
        + " "
        + subsystem(header.subsystem())
        + ", "
        + compression(header.compression());
  }

  /** What a PE machine type stands for. */
  public static String machine(int machine) {
    return EfiMachine.of(machine)
        .map(EfiMachine::title)
        .orElseGet(() -> String.format(Locale.US, "machine %04x", machine));
  }

  static String subsystem(int subsystem) {
    return switch (subsystem) {
      case 10 -> "application";
      case 11 -> "boot service driver";
      case 12 -> "run-time driver";
      default -> "subsystem " + subsystem;
    };
  }

  static String compression(int compression) {
    return switch (compression) {
      case 0 -> "not compressed";
      case 1 -> "compressed";
      default -> "compression " + compression;
    };
  }
}
