package io.github.romparser.cli.report;

import io.github.romparser.cli.console.PciIds;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.EndReason;
import io.github.romparser.rom.Fill;
import io.github.romparser.rom.Prefix;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.PciDataStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a ROM file consists of, in the words that all reports for people use. */
public final class RomText {

  private RomText() {}

  /** What a file is and which device it is for. */
  public static String title(RomFile rom, PciIds names) {
    if (rom.chains().isEmpty()) {
      return rom.isaRom().isPresent()
          ? rom.kind().title() + " of " + TextReport.bytes(rom.isaRom().get().length())
          : rom.kind().title();
    }
    // The first image may be one of NVIDIA's own, with an id that stands for a whole family.
    RomImage first = headline(rom);
    PciDataStructure data = first.dataStructure();
    String id = String.format(Locale.US, "%04x:%04x", data.vendorId(), data.deviceId());
    String device =
        names
            .vendor(data.vendorId())
            .map(
                v ->
                    " "
                        + v
                        + names
                            .device(data.vendorId(), data.deviceId())
                            .map(d -> " " + d)
                            .orElse(""))
            .orElse("");
    return switch (rom.kind()) {
      case OPTION_ROM, WRAPPED_ROM -> rom.kind().title() + " for " + id + device;
      case NVIDIA_FLASH -> rom.kind().title() + " with an option ROM for " + id + device;
      default ->
          rom.kind().title()
              + (rom.chains().size() == 1
                  ? " with an option ROM for "
                  : " with option ROMs, first for ")
              + id
              + device;
    };
  }

  /** What stands before the first chain. */
  public static String prefix(Prefix prefix) {
    return switch (prefix.kind()) {
      case NVGI -> "NVIDIA flash header" + prefix.ifr().map(RomText::ifr).orElse("");
      case NVFW -> "NVIDIA flash image (NVFW)";
      case VFCT -> "head of the ACPI table";
      case FF -> fill(Fill.FF);
      case ZERO -> fill(Fill.ZERO);
      case UNKNOWN -> "data that is not part of the ROM";
    };
  }

  private static String ifr(IfrHeader ifr) {
    return String.format(
        Locale.US,
        " (NVGI version %d), subsystem %04x:%04x",
        ifr.version(),
        ifr.subsystemVendorId(),
        ifr.subsystemId());
  }

  /** Why a walk ended. */
  public static String reason(EndReason reason) {
    return switch (reason) {
      case LAST -> "marked as last";
      case END_OF_FILE -> "the file ends, and no image is marked as last";
      case PAST_END -> "the file ends too early";
      case NO_IMAGE -> "no image there, and none is marked as last";
      case ZERO_LENGTH -> "an image of length 0";
      case LIMIT -> "too many images";
    };
  }

  /** What a gap looks like. */
  public static String fill(Fill fill) {
    return switch (fill) {
      case FF -> "bytes 0xff only";
      case ZERO -> "bytes 0x00 only";
      case DATA -> "data";
    };
  }

  /** How many findings there are of each severity, as a sentence. */
  public static String count(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "Nothing wrong was found in the headers.";
    }
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        parts.add(count + " " + severity.id() + (count == 1 ? "" : "s"));
      }
    }
    boolean harmless = findings.stream().allMatch(f -> f.severity() == Severity.NOTE);
    return String.join(", ", parts)
        + (harmless ? "; nothing wrong was found in the headers." : ".");
  }

  /** Which image tells what device a file is for. */
  private static RomImage headline(RomFile rom) {
    Optional<RomImage> legacy =
        rom.chains().get(0).images().stream()
            .filter(image -> image.dataStructure().codeType() <= 3)
            .filter(image -> image.dataStructure().vendorId() != 0)
            .findFirst();
    return legacy.orElse(rom.chains().get(0).images().get(0));
  }
}
