package io.github.romparser.cli.console;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of vendors, devices and classes from a {@code pci.ids} file (its own header describes the
 * format: a vendor's line begins with its id, a device's with a tab, a class with "C").
 *
 * <p>A handful of ids out of 36,000 lines are asked for, so the bytes are searched instead of being
 * turned into a table: that would take ten times as long as reading a ROM.
 */
public final class PciIds {

  private static final List<Path> SYSTEM =
      List.of(
          Path.of("/usr/share/hwdata/pci.ids"),
          Path.of("/usr/share/misc/pci.ids"),
          Path.of("/usr/share/pci.ids"));

  private final Slice bytes;

  private PciIds(Slice bytes) {
    this.bytes = bytes;
  }

  /** No names at all. */
  public static PciIds none() {
    return new PciIds(Slice.of(new byte[0]));
  }

  /** The names in a file. */
  public static PciIds of(Path file) throws IOException {
    return new PciIds(ByteInput.of(file).read());
  }

  /** The names that the system has; none if there is no such file or it cannot be read. */
  public static PciIds ofSystem() {
    for (Path file : SYSTEM) {
      if (Files.isReadable(file)) {
        try {
          return of(file);
        } catch (IOException e) {
          // Names are a convenience: without them ids are shown alone.
        }
      }
    }
    return none();
  }

  /** The name of a vendor. */
  public Optional<String> vendor(int vendor) {
    return name(line(0, hex(vendor, 4) + "  ", ""), 6);
  }

  /** The name of a vendor's device. */
  public Optional<String> device(int vendor, int device) {
    return name(line(line(0, hex(vendor, 4) + "  ", ""), "\t" + hex(device, 4) + "  ", "\t"), 7);
  }

  /** The name of a class, as close as there is one: subclass or base class. */
  public Optional<String> classCode(int classCode) {
    int base = line(0, "C " + hex(classCode >>> 16, 2) + "  ", "");
    Optional<String> subclass =
        name(line(base, "\t" + hex(classCode >>> 8 & 0xff, 2) + "  ", "\t"), 5);
    return subclass.isPresent() ? subclass : name(base, 6);
  }

  private static String hex(int value, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "x", value);
  }

  /**
   * The place of the first line behind {@code from} that begins with a text, or -1. The search ends
   * at a line that begins neither with {@code inside} nor with a comment.
   */
  private int line(int from, String start, String inside) {
    if (from < 0) {
      return -1;
    }
    int at = inside.isEmpty() ? from : next(from);
    while (at >= 0) {
      if (bytes.startsWith(at, start)) {
        return at;
      }
      if (!bytes.startsWith(at, inside) && !bytes.startsWith(at, "#")) {
        return -1;
      }
      at = next(at);
    }
    return -1;
  }

  /** The start of the line behind the one that a place is in, or -1. */
  private int next(int at) {
    int end = bytes.indexOf("\n", at);
    return end < 0 || end + 1 >= bytes.length() ? -1 : end + 1;
  }

  private Optional<String> name(int line, int skip) {
    if (line < 0) {
      return Optional.empty();
    }
    int end = bytes.indexOf("\n", line);
    int stop = end < 0 ? bytes.length() : end;
    String name =
        new String(
            bytes.clamp(line + skip, stop - line - skip).toByteArray(), StandardCharsets.UTF_8);
    return Optional.of(Plain.text(name.strip())).filter(n -> !n.isEmpty());
  }
}
