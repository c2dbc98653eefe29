package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.acpi.dump.Attempt;
import io.github.romparser.acpi.dump.DisplayDevice;
import io.github.romparser.acpi.dump.DumpWay;
import io.github.romparser.acpi.dump.Worth;
import io.github.romparser.acpi.ssdt.AcpiPath;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomFile;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report of {@code dump}. */
public final class DumpReport {

  private final PrintWriter out;

  /**
   * A report.
   *
   * @param outputTaken whether standard output carries the ROM itself, so that the report has to go
   *     to standard error
   */
  public DumpReport(Console console, boolean outputTaken) {
    this.out = outputTaken ? console.err() : console.out();
  }

  /** For people. */
  public void text(DumpResult result) {
    DisplayDevice device = result.dump().device();
    out.println(
        device.address()
            + ", "
            + device.device().id()
            + String.format(Locale.US, ", class %06x", device.device().classCode().orElse(0))
            + (device.bootVga() ? ", the display that the machine was started with" : ""));
    for (Attempt attempt : result.dump().attempts()) {
      String line = String.format(Locale.US, "  %-10s  ", title(attempt.way())) + words(attempt);
      List<String> lines = FindingText.wrap(Plain.text(line.strip()), FindingText.WIDTH - 14);
      for (int i = 0; i < lines.size(); i++) {
        out.println((i == 0 ? "  " : " ".repeat(14)) + lines.get(i));
      }
    }
    Optional<Attempt> best = result.dump().best();
    if (best.isPresent() && result.output().isPresent()) {
      RomFile rom = best.get().rom().orElseThrow();
      String name = result.output().get();
      out.println(
          (name.equals("-") ? "Standard output" : Plain.text(name))
              + ": "
              + TextReport.bytes(rom.bytes().length())
              + ", sha256 "
              + Sha256.hex(rom.bytes()));
      rom.findings().stream()
          .filter(finding -> finding.severity().atLeast(Severity.WARNING))
          .forEach(f -> out.println("  " + f.severity().id() + " " + code(f)));
    }
    out.flush();
  }

  private static String code(Finding finding) {
    return finding.code().id() + ": " + finding.message();
  }

  private static String title(DumpWay way) {
    return switch (way) {
      case SYSFS -> "sysfs rom";
      case VFCT -> "VFCT";
      case ROM_METHOD -> "_ROM";
    };
  }

  private static String words(Attempt attempt) {
    String detail = attempt.detail().orElse("");
    return switch (attempt.outcome()) {
      case READ -> read(attempt);
      case NOT_NEEDED -> "not tried: the card's own ROM is there";
      case NEEDS_ROOT -> "only root may read this: try sudo";
      case NO_ROM_BAR ->
          "the device has no ROM BAR; in laptops firmware keeps the ROM instead of the card";
      case FAILED -> detail + failedAdvice(attempt.way());
      case NOT_A_ROM -> "what was read is no ROM: " + detail;
      case INCOMPLETE -> "what was read is not whole: " + detail;
      case NO_TABLE -> "there is no such table; only AMD's firmware makes it";
      case NOT_IN_TABLE -> "the table has no ROM for this device";
      case NO_PATH -> "firmware has no ACPI name for this device";
      case NO_MODULE ->
          "the kernel module acpi_call is not loaded: as root, apt install acpi-call-dkms; modprobe"
              + " acpi_call";
      case NO_METHOD -> "the device has no method _ROM";
      case NOT_LIVE -> "a copy of /sys has no kernel that could be asked";
      case VANISHED -> "the device vanished while it was read";
    };
  }

  private static String failedAdvice(DumpWay way) {
    return way == DumpWay.SYSFS
        ? "; the card may be asleep or in use: the kernel log says more (dmesg)"
        : "";
  }

  private static String read(Attempt attempt) {
    String size = TextReport.bytes(attempt.rom().map(RomFile::bytes).map(Slice::length).orElse(0));
    return size + attempt.worth().map(worth -> ": " + words(worth)).orElse("");
  }

  private static String words(Worth worth) {
    return switch (worth) {
      case CARD -> "the card's own ROM";
      case FIRMWARE_COPY -> "the copy that firmware keeps for drivers";
      case TABLE_COPY ->
          "a copy that firmware made when the machine started; it may have been changed";
      case SHADOW ->
          "the copy in memory of the ROM that ran when the machine started, not the card's own: it"
              + " may have been changed and lacks the EFI driver";
    };
  }

  /** For programs. */
  public void json(DumpResult result) throws IOException {
    DisplayDevice device = result.dump().device();
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    json.writeObjectFieldStart("device");
    json.writeStringField("address", device.address());
    json.writeStringField("vendorId", JsonParts.hex4(device.device().vendorId()));
    json.writeStringField("deviceId", JsonParts.hex4(device.device().deviceId()));
    json.writeStringField(
        "classCode",
        device.device().classCode().isPresent()
            ? String.format(Locale.US, "%06x", device.device().classCode().getAsInt())
            : null);
    json.writeBooleanField("bootVga", device.bootVga());
    json.writeStringField("acpiPath", device.acpiPath().map(AcpiPath::toString).orElse(null));
    json.writeEndObject();
    json.writeArrayFieldStart("attempts");
    for (Attempt attempt : result.dump().attempts()) {
      json.writeStartObject();
      json.writeStringField("way", attempt.way().id());
      json.writeStringField("outcome", attempt.outcome().id());
      json.writeStringField("detail", attempt.detail().orElse(null));
      json.writeStringField("worth", attempt.worth().map(Worth::id).orElse(null));
      if (attempt.rom().isPresent()) {
        json.writeNumberField("length", attempt.rom().get().bytes().length());
        json.writeStringField("sha256", Sha256.hex(attempt.rom().get().bytes()));
      } else {
        json.writeNullField("length");
        json.writeNullField("sha256");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("file", result.output().orElse(null));
    json.writeStringField("way", result.dump().best().map(a -> a.way().id()).orElse(null));
    JsonParts.findings(
        json, result.dump().best().flatMap(Attempt::rom).map(RomFile::findings).orElse(List.of()));
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }
}
