package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.efi.PeImage;
import io.github.romparser.export.Export;
import io.github.romparser.rom.RomFile;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of {@code export}: the files that were written, and what could not be. */
public final class ExportReport {

  private final Console console;
  private final String name;
  private final RomFile rom;
  private final String folder;
  private final List<Written> files = new ArrayList<>();
  private final List<Failed> failures = new ArrayList<>();
  private int left;

  /**
   * A file that was written.
   *
   * @param path as it was opened
   * @param kind {@code image} or {@code driver}
   * @param what it is, for people
   */
  private record Written(
      String path,
      String kind,
      String what,
      int chain,
      int image,
      long offset,
      long size,
      String sha256,
      boolean complete,
      boolean decompressed) {}

  /** A piece that was not written, why, and whether its image itself is missing. */
  private record Failed(String name, int chain, int image, long offset, String reason) {}

  /**
   * A report that nothing is in yet.
   *
   * @param name what the file is called
   * @param folder what the pieces are written to
   */
  public ExportReport(Console console, String name, RomFile rom, String folder) {
    this.console = console;
    this.name = name;
    this.rom = rom;
    this.folder = folder;
  }

  /** Takes note of a file, once it is written. */
  public void written(Export.Piece piece, String path) {
    boolean complete = !(piece instanceof Export.WholeImage whole) || whole.complete();
    boolean decompressed = piece instanceof Export.Driver driver && driver.compressed();
    files.add(
        new Written(
            path,
            piece instanceof Export.Driver ? "driver" : "image",
            what(piece),
            piece.chain(),
            piece.image().index(),
            piece.image().offset(),
            piece.bytes().length(),
            Sha256.hex(piece.bytes()),
            complete,
            decompressed));
  }

  /** Takes note of a piece that could not be made. */
  public void failed(Export piece) {
    String reason =
        piece instanceof Export.NoDriver none
            ? none.failure()
                .map(
                    failure ->
                        String.format(
                            Locale.US,
                            "the driver cannot be decompressed: at 0x%x %s",
                            failure.offset(),
                            DecompressionText.of(failure.reason())))
                .orElse("the driver begins outside of its image, or its compression is not known")
            : "left out: all files together would have more than 512 MiB";
    failures.add(
        new Failed(
            piece.name(), piece.chain(), piece.image().index(), piece.image().offset(), reason));
  }

  /** Takes note of how many images were left out because there are too many. */
  public void left(int images) {
    this.left = images;
  }

  /** Whether there is a ROM and all of it was written. */
  public boolean complete() {
    return !files.isEmpty() && failures.isEmpty() && left == 0;
  }

  /**
   * Writes it.
   *
   * @param json whether for programs
   */
  public void end(boolean json) throws IOException {
    if (json) {
      document(console.out());
    } else {
      text(console.out());
    }
    if (rom.chains().isEmpty()) {
      console.error(name + ": There is no option ROM in this file (" + rom.kind().title() + ").");
    }
    for (Failed failed : failures) {
      console.error(
          String.format(
              Locale.US,
              "%s: image #%d at 0x%x: %s",
              name,
              failed.image(),
              failed.offset(),
              failed.reason()));
    }
    if (left > 0) {
      console.error(name + ": " + left + " more images are left out; real ROMs have fewer than 10");
    }
  }

  private void text(PrintWriter out) {
    if (files.isEmpty()) {
      return;
    }
    out.println(Plain.text(name) + ":");
    for (Written file : files) {
      out.println(
          "  "
              + Plain.text(file.path())
              + ": "
              + TextReport.bytes(file.size())
              + ", sha256 "
              + file.sha256());
      out.println("    " + file.what());
    }
    out.flush();
  }

  private static String what(Export.Piece piece) {
    if (piece instanceof Export.Driver driver) {
      return "the driver of #"
          + driver.image().index()
          + (driver.compressed() ? ", decompressed: " : ", as it is: ")
          + driver.pe().map(ExportReport::executable).orElse("no executable");
    }
    return ImageLine.of(piece.image(), PciIds.none(), OpenedDrivers.none());
  }

  private static String executable(PeImage pe) {
    String format =
        switch (pe.format()) {
          case PE32 -> "PE32";
          case PE32_PLUS -> "PE32+";
          case TE -> "TE";
        };
    return format
        + ", "
        + ImageLine.machine(pe.machine())
        + " "
        + ImageLine.subsystem(pe.subsystem())
        + (pe.signed() ? ", signed" : ", not signed");
  }

  private void document(PrintWriter out) throws IOException {
    try (JsonGenerator json = JsonParts.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
      JsonParts.file(json, name, rom);
      json.writeStringField("output", files.isEmpty() ? null : folder);
      json.writeArrayFieldStart("files");
      for (Written file : files) {
        written(json, file);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("failures");
      for (Failed failed : failures) {
        json.writeStartObject();
        json.writeStringField("name", failed.name());
        json.writeNumberField("chain", failed.chain());
        json.writeNumberField("image", failed.image());
        json.writeNumberField("offset", failed.offset());
        json.writeStringField("message", failed.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("imagesLeftOut", left);
      json.writeEndObject();
    }
    out.println();
  }

  private static void written(JsonGenerator json, Written file) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", file.path());
    json.writeNumberField("size", file.size());
    json.writeStringField("sha256", file.sha256());
    json.writeStringField("what", file.kind());
    json.writeNumberField("chain", file.chain());
    json.writeNumberField("image", file.image());
    json.writeNumberField("offset", file.offset());
    json.writeBooleanField("complete", file.complete());
    json.writeBooleanField("decompressed", file.decompressed());
    json.writeEndObject();
  }
}
