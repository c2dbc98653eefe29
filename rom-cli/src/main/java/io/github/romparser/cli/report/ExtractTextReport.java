package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.extract.DeadEnd;
import io.github.romparser.extract.DeviceMatch;
import io.github.romparser.extract.FoundDriver;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.FoundTable;
import io.github.romparser.extract.Source;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomImage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report of {@code extract} for people. */
public final class ExtractTextReport {

  /** So many places of one thing, and so many dead ends, are shown without {@code --verbose}. */
  private static final int FEW = 4;

  private static final int MOST_IMAGES = 8;

  private final PrintWriter out;
  private final boolean colour;
  private final boolean verbose;
  private final PciIds names;
  private final FindingText findings;
  private boolean begun;

  /**
   * Writes to standard output.
   *
   * @param verbose whether to tell every place and every dead end
   * @param names names of vendors and devices
   */
  public ExtractTextReport(Console console, boolean colour, boolean verbose, PciIds names) {
    this.out = console.out();
    this.colour = colour;
    this.verbose = verbose;
    this.names = names;
    this.findings = new FindingText(console, colour);
  }

  /** Writes what was found in a file. */
  public void write(ExtractResult result) {
    if (begun) {
      line("");
    }
    begun = true;
    line("%s", bold(Plain.text(result.name()) + ": " + title(result)));
    for (FoundRom rom : result.extraction().roms()) {
      rom(result, rom);
    }
    for (FoundDriver driver : result.extraction().drivers()) {
      driver(result, driver);
    }
    for (FoundTable table : result.extraction().tables()) {
      line("");
      line(
          "  %sIntel video BIOS table (%s), %,d bytes",
          file(result, table.sha256()), Plain.text(table.name()), table.bytes().length());
      sources(table.sources());
    }
    deadEnds(result.extraction().deadEnds());
    if (!result.extraction().findings().isEmpty()) {
      line("");
      result.extraction().findings().forEach(finding -> findings.write(finding, result.name(), ""));
    } else {
      line("");
    }
    out.flush();
  }

  /** What was found, in one line. */
  public static String title(ExtractResult result) {
    int roms = result.extraction().roms().size();
    List<String> parts = new ArrayList<>();
    parts.add(count(roms, "option ROM"));
    int drivers = result.extraction().drivers().size();
    if (drivers > 0) {
      parts.add(count(drivers, "bare EFI display driver"));
    }
    int tables = result.extraction().tables().size();
    if (tables > 0) {
      parts.add(count(tables, "video BIOS table"));
    }
    String where =
        result.folder().isPresent() && !result.files().isEmpty()
            ? ", written to " + Plain.text(result.folder().get())
            : "";
    return switch (result.extraction().verdict()) {
      case FOUND, NO_ROM -> String.join(", ", parts) + where;
      case NOT_UNPACKABLE -> String.join(", ", parts) + "; not all could be unpacked" + where;
      case ALREADY_A_ROM -> "an option ROM itself" + where;
    };
  }

  private void rom(ExtractResult result, FoundRom rom) {
    line("");
    Optional<DeviceMatch> match = result.match(rom);
    String mark =
        match
            .map(
                m ->
                    switch (m) {
                      case SAME -> bold(", FOR THE DEVICE ASKED FOR");
                      case FAMILY -> ", same family as the device asked for";
                      case OTHER -> "";
                    })
            .orElse("");
    String what =
        String.format(
            Locale.US,
            "%s%s, %,d bytes, %s%s",
            file(result, rom.sha256()),
            id(rom, names),
            rom.bytes().length(),
            images(rom),
            mark);
    List<String> lines = FindingText.wrap(what, FindingText.WIDTH - 4);
    line("  %s", lines.get(0));
    lines.stream().skip(1).forEach(more -> line("    %s", more));
    sources(rom.sources());
  }

  /** Which device a ROM is for. */
  public static String id(FoundRom rom, PciIds names) {
    String id = String.format(Locale.US, "%04x:%04x", rom.vendorId(), rom.deviceId());
    return names
        .vendor(rom.vendorId())
        .map(
            v ->
                id
                    + " "
                    + v
                    + names.device(rom.vendorId(), rom.deviceId()).map(d -> " " + d).orElse(""))
        .orElse(id);
  }

  /** Which images a ROM has. */
  public static String images(FoundRom rom) {
    List<String> parts = new ArrayList<>();
    List<RomImage> images = rom.rom().chains().get(0).images();
    for (RomImage image : images.subList(0, Math.min(images.size(), MOST_IMAGES))) {
      String type = ImageLine.type(image.dataStructure().codeType());
      parts.add(
          image instanceof EfiImage efi
              ? type + " " + ImageLine.machine(efi.efi().machine())
              : type);
    }
    if (images.size() > MOST_IMAGES) {
      parts.add((images.size() - MOST_IMAGES) + " more images");
    }
    return String.join(" + ", parts);
  }

  private void driver(ExtractResult result, FoundDriver driver) {
    line("");
    line(
        "  %s%s, %s, %,d bytes, a driver without ROM header",
        file(result, driver.sha256()),
        Plain.text(driver.name()),
        ImageLine.machine(driver.machine()),
        driver.bytes().length());
    sources(driver.sources());
    String file = result.file(driver.sha256()).map(f -> path(result, f)).orElse("DRIVER.efi");
    line("      to use it: rom-parser wrap %s --device vvvv:dddd -o gop.rom", file);
  }

  private static String path(ExtractResult result, String file) {
    String folder = result.folder().orElse("");
    return Plain.text(folder.endsWith("/") ? folder + file : folder + "/" + file);
  }

  private static String file(ExtractResult result, String sha256) {
    return result.file(sha256).map(f -> f + "  ").orElse("");
  }

  private void sources(List<Source> sources) {
    int most = verbose ? sources.size() : Math.min(sources.size(), FEW);
    for (Source source : sources.subList(0, most)) {
      path(
          String.format(
              Locale.US, "at 0x%x in %s", source.offset(), String.join(" > ", source.path())));
    }
    if (most < sources.size()) {
      line("      and in %s more", count(sources.size() - most, "place"));
    }
  }

  private void path(String text) {
    List<String> lines = FindingText.wrap(Plain.text(text), FindingText.WIDTH - 8);
    line("      %s", lines.get(0));
    for (String more : lines.subList(1, lines.size())) {
      line("        %s", more);
    }
  }

  private void deadEnds(List<DeadEnd> ends) {
    if (ends.isEmpty()) {
      return;
    }
    line("");
    line("  not opened:");
    int most = verbose ? ends.size() : Math.min(ends.size(), FEW);
    for (DeadEnd end : ends.subList(0, most)) {
      String detail = end.trouble().detail().isEmpty() ? "" : ": " + end.trouble().detail();
      path(
          String.format(
              Locale.US,
              "%s%s; at 0x%x in %s",
              end.trouble().reason().id(),
              detail,
              end.trouble().offset(),
              String.join(" > ", end.path())));
    }
    if (most < ends.size()) {
      line("      and %,d more (--verbose)", ends.size() - most);
    }
  }

  private static String count(int count, String what) {
    return String.format(
        Locale.US, "%s %s%s", count == 0 ? "no" : "" + count, what, count == 1 ? "" : "s");
  }

  private String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.US, format, values));
  }
}
