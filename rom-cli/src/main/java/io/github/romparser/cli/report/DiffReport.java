package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.compare.ByteDiff;
import io.github.romparser.compare.DiffNote;
import io.github.romparser.compare.ImageDiff;
import io.github.romparser.compare.RomDiff;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The report of {@code diff}. */
public final class DiffReport {

  /** Longer lists of images are cut; JSON has all of them. */
  private static final int MOST_ROWS = 24;

  /** So many ranges stand in a line; JSON has more. */
  private static final int MOST_RANGES = 6;

  private final PrintWriter out;
  private final String nameA;
  private final String nameB;

  /** Writes to the given stream, with the names of the files as they were given. */
  public DiffReport(PrintWriter out, String nameA, String nameB) {
    this.out = out;
    this.nameA = nameA;
    this.nameB = nameB;
  }

  /** Writes for people. */
  public void text(RomDiff diff) {
    DiffContents contents = new DiffContents(diff);
    out.println("A  " + file(nameA, diff.a()));
    out.println("B  " + file(nameB, diff.b()));
    around("before the ROM", diff.samePrefix(), RomDiff.prefix(diff.a()), RomDiff.prefix(diff.b()));
    List<ImageDiff> images = diff.images();
    for (int i = 0; i < images.size() && i < MOST_ROWS; i++) {
      row(label(images.get(i)), what(images.get(i)));
      contents.lines(images.get(i)).forEach(line -> row("", line));
    }
    if (images.size() > MOST_ROWS) {
      row("...", (images.size() - MOST_ROWS) + " more images, all of them with --json");
    }
    around("behind the ROM", diff.sameTail(), RomDiff.tail(diff.a()), RomDiff.tail(diff.b()));
    for (DiffNote note : diff.notes()) {
      List<String> lines = FindingText.wrap(note.text(), 94);
      for (int i = 0; i < lines.size(); i++) {
        out.println((i == 0 ? "note: " : "      ") + lines.get(i));
      }
    }
    String subject = diff.subject().map(side -> " (" + side + ")").orElse("");
    out.println("verdict: " + diff.verdict().id() + subject + ": " + diff.verdict().text());
    out.flush();
  }

  private static String file(String name, RomFile rom) {
    return Plain.text(name)
        + ": "
        + TextReport.bytes(rom.bytes().length())
        + ", "
        + rom.kind().title();
  }

  private void row(String label, String what) {
    String start = String.format(Locale.US, "  %-34s  ", label);
    List<String> lines = FindingText.wrap(what, Math.max(40, 100 - start.length()));
    for (int i = 0; i < lines.size(); i++) {
      out.println((i == 0 ? start : " ".repeat(start.length())) + lines.get(i));
    }
  }

  /** Which image it is. */
  public static String label(ImageDiff pair) {
    RomImage image = pair.either();
    PciDataStructure data = image.dataStructure();
    String type =
        image instanceof EfiImage efi
            ? ImageLine.type(data.codeType()) + " " + ImageLine.machine(efi.efi().machine())
            : ImageLine.type(data.codeType());
    return String.format(
        Locale.US, "#%d %s %04x:%04x", image.index(), type, data.vendorId(), data.deviceId());
  }

  /** What there is to say of two images. */
  public static String what(ImageDiff pair) {
    return switch (pair.state()) {
      case IDENTICAL -> "identical, " + TextReport.bytes(pair.either().bytes().length());
      case ONLY_A -> "only in A, " + TextReport.bytes(pair.either().bytes().length());
      case ONLY_B -> "only in B, " + TextReport.bytes(pair.either().bytes().length());
      case NOT_COMPARED -> "not compared: the images claim to overlap";
      case DIFFERENT -> bytes(pair.bytes().orElseThrow());
    };
  }

  private static String bytes(ByteDiff diff) {
    List<String> parts = new ArrayList<>();
    if (diff.lengthA() == diff.lengthB()) {
      parts.add("same length");
    } else {
      parts.add(
          String.format(Locale.US, "%,d bytes in A, %,d in B", diff.lengthA(), diff.lengthB()));
    }
    if (diff.oneBeginsTheOther()) {
      parts.add("the shorter one is the beginning of the longer one");
    } else {
      parts.add(
          String.format(
              Locale.US,
              "%s differ%s in %,d range%s:",
              TextReport.bytes(diff.bytes()),
              diff.bytes() == 1 ? "s" : "",
              diff.ranges(),
              diff.ranges() == 1 ? "" : "s"));
      List<String> ranges = new ArrayList<>();
      diff.first().stream().limit(MOST_RANGES).map(DiffReport::range).forEach(ranges::add);
      if (diff.ranges() > MOST_RANGES) {
        ranges.add("...");
      }
      return String.join(", ", parts) + " " + String.join(" ", ranges);
    }
    return String.join(", ", parts);
  }

  private static String range(Range range) {
    return range.length() == 1
        ? String.format(Locale.US, "0x%x", range.offset())
        : String.format(Locale.US, "0x%x-0x%x", range.offset(), range.end() - 1);
  }

  private void around(String label, boolean same, Slice a, Slice b) {
    around(same, a, b).ifPresent(what -> row(label, what));
  }

  /** What there is to say of the bytes around two ROMs; empty where there are none. */
  public static Optional<String> around(boolean same, Slice a, Slice b) {
    if (a.length() == 0 && b.length() == 0) {
      return Optional.empty();
    }
    String what;
    if (same) {
      what = "identical, " + stretch(a);
    } else if (b.length() == 0) {
      what = "only in A, " + stretch(a);
    } else if (a.length() == 0) {
      what = "only in B, " + stretch(b);
    } else {
      what = stretch(a) + " in A, " + stretch(b) + " in B";
    }
    return Optional.of(what);
  }

  private static String stretch(Slice bytes) {
    OptionalInt fill = bytes.fill();
    return TextReport.bytes(bytes.length())
        + (fill.isPresent() ? String.format(Locale.US, " of 0x%02x", fill.getAsInt()) : "");
  }

  /** Writes one document for programs. */
  public void json(RomDiff diff) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    file(json, "a", nameA, diff.a());
    file(json, "b", nameB, diff.b());
    json.writeStringField("verdict", diff.verdict().id());
    json.writeStringField(
        "subject", diff.subject().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(null));
    json.writeBooleanField("equal", diff.verdict().equal());
    json.writeArrayFieldStart("images");
    DiffContents contents = new DiffContents(diff);
    for (ImageDiff pair : diff.images()) {
      image(json, pair, contents);
    }
    json.writeEndArray();
    around(json, "prefix", diff.samePrefix(), RomDiff.prefix(diff.a()), RomDiff.prefix(diff.b()));
    around(json, "trailing", diff.sameTail(), RomDiff.tail(diff.a()), RomDiff.tail(diff.b()));
    json.writeArrayFieldStart("notes");
    for (DiffNote note : diff.notes()) {
      json.writeStartObject();
      json.writeStringField("code", note.id());
      json.writeStringField("message", note.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }

  private static void file(JsonGenerator json, String field, String name, RomFile rom)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("name", name);
    json.writeNumberField("size", rom.bytes().length());
    json.writeStringField("sha256", Sha256.hex(rom.bytes()));
    json.writeStringField("kind", rom.kind().id());
    json.writeEndObject();
  }

  private static void image(JsonGenerator json, ImageDiff pair, DiffContents contents)
      throws IOException {
    PciDataStructure data = pair.either().dataStructure();
    json.writeStartObject();
    json.writeNumberField("codeType", data.codeType());
    json.writeStringField("codeTypeName", ImageLine.type(data.codeType()));
    json.writeStringField(
        "machine",
        pair.either() instanceof EfiImage efi ? JsonParts.hex4(efi.efi().machine()) : null);
    side(json, "a", pair.a(), contents.a());
    side(json, "b", pair.b(), contents.b());
    json.writeStringField("state", pair.state().id());
    if (pair.bytes().isPresent()) {
      ByteDiff bytes = pair.bytes().get();
      json.writeNumberField("differingBytes", bytes.bytes());
      json.writeNumberField("differingRanges", bytes.ranges());
    } else {
      json.writeNullField("differingBytes");
      json.writeNullField("differingRanges");
    }
    json.writeArrayFieldStart("ranges");
    for (Range range : pair.bytes().map(ByteDiff::first).orElse(List.of())) {
      json.writeStartObject();
      json.writeNumberField("offset", range.offset());
      json.writeNumberField("length", range.length());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void side(
      JsonGenerator json, String field, Optional<RomImage> image, OpenedDrivers drivers)
      throws IOException {
    if (image.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    json.writeNumberField("index", image.get().index());
    json.writeNumberField("offset", image.get().offset());
    json.writeNumberField("length", image.get().bytes().length());
    json.writeStringField("vendorId", JsonParts.hex4(image.get().dataStructure().vendorId()));
    json.writeStringField("deviceId", JsonParts.hex4(image.get().dataStructure().deviceId()));
    JsonParts.number(json, "initChecksum", image.get().sums().initialization());
    json.writeStringField(
        "version", drivers.tables(image.get()).flatMap(VendorLine::version).orElse(null));
    json.writeStringField(
        "authenticodeSha256", DiffContents.authenticode(drivers, image).orElse(null));
    json.writeEndObject();
  }

  private static void around(JsonGenerator json, String field, boolean same, Slice a, Slice b)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("lengthA", a.length());
    json.writeNumberField("lengthB", b.length());
    json.writeBooleanField("same", same);
    json.writeEndObject();
  }
}
