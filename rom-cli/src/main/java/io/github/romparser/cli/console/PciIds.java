package io.github.romparser.cli.console;

import io.github.romparser.bytes.ByteInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names of vendors, devices and classes from a {@code pci.ids} file (its own header describes the
 * format: a vendor's line begins with its id, a device's with a tab, a class with "C").
 *
 * <p>A handful of ids out of 36,000 lines are asked for, so the bytes are searched instead of being
 * turned into a table: that would take ten times as long as reading a ROM. As ids are in order in
 * such a file, high ones and classes are looked for from its end.
 */
public final class PciIds {

  private static final List<Path> SYSTEM =
      List.of(
          Path.of("/usr/share/hwdata/pci.ids"),
          Path.of("/usr/share/misc/pci.ids"),
          Path.of("/usr/share/pci.ids"));

  /**
   * A system property that names the file to take instead, for systems that keep it elsewhere and
   * for runs that shall not depend on the system.
   */
  public static final String PROPERTY = "rom.pci.ids";

  /** Vendors from here on are nearer to the end of the file; classes stand behind all vendors. */
  private static final int SECOND_HALF = 0x1900;

  private byte @Nullable [] read;
  private final Map<String, Integer> sections = new HashMap<>();

  private PciIds(byte @Nullable [] read) {
    this.read = read;
  }

  /** No names at all. */
  public static PciIds none() {
    return new PciIds(new byte[0]);
  }

  /** The names in a file. */
  public static PciIds of(Path file) throws IOException {
    return new PciIds(ByteInput.of(file).read().toByteArray());
  }

  /**
   * The names that the system has; none if there is no such file or it cannot be read. The file is
   * read when the first name is asked for.
   */
  public static PciIds ofSystem() {
    return new PciIds(null);
  }

  private byte[] bytes() {
    if (read == null) {
      read = system();
    }
    return read;
  }

  private static byte[] system() {
    String named = System.getProperty(PROPERTY, "");
    for (Path file : named.isEmpty() ? SYSTEM : List.of(Path.of(named))) {
      if (Files.isReadable(file)) {
        try {
          return Files.readAllBytes(file);
        } catch (IOException e) {
          // Names are a convenience: without them ids are shown alone.
        }
      }
    }
    return new byte[0];
  }

  /** The name of a vendor. */
  public Optional<String> vendor(int vendor) {
    return name(vendorLine(vendor), 6);
  }

  /** The name of a vendor's device. */
  public Optional<String> device(int vendor, int device) {
    return name(below(vendorLine(vendor), "\t" + hex(device, 4) + "  "), 7);
  }

  /** The name of a class, as close as there is one: subclass or base class. */
  public Optional<String> classCode(int classCode) {
    int base = section("C " + hex(classCode >>> 16, 2) + "  ", true);
    Optional<String> subclass = name(below(base, "\t" + hex(classCode >>> 8 & 0xff, 2) + "  "), 5);
    return subclass.isPresent() ? subclass : name(base, 6);
  }

  private static String hex(int value, int digits) {
    return HexFormat.of().toHexDigits(value, digits);
  }

  private int vendorLine(int vendor) {
    return section(hex(vendor, 4) + "  ", vendor >= SECOND_HALF);
  }

  /** The place of the line that begins with a text, or -1. */
  private int section(String start, boolean fromEnd) {
    Integer known = sections.get(start);
    if (known == null) {
      known = fromEnd ? last(start) : first(start);
      sections.put(start, known);
    }
    return known;
  }

  private int first(String start) {
    int at = 0;
    while (at >= 0 && !startsWith(at, start)) {
      at = next(at);
    }
    return at;
  }

  private int last(String start) {
    byte[] bytes = bytes();
    for (int at = bytes.length - start.length(); at >= 0; at--) {
      if ((at == 0 || bytes[at - 1] == '\n') && startsWith(at, start)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * The place of the line that begins with a text among those below a section's, or -1. They end at
   * a line that begins neither with a tab nor as a comment.
   */
  private int below(int section, String start) {
    int at = section < 0 ? -1 : next(section);
    while (at >= 0 && (startsWith(at, "\t") || startsWith(at, "#"))) {
      if (startsWith(at, start)) {
        return at;
      }
      at = next(at);
    }
    return -1;
  }

  private boolean startsWith(int at, String start) {
    byte[] bytes = bytes();
    if (at + start.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if (bytes[at + i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The start of the line behind the one that a place is in, or -1. */
  private int next(int at) {
    byte[] bytes = bytes();
    for (int i = at; i < bytes.length - 1; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private Optional<String> name(int line, int skip) {
    if (line < 0) {
      return Optional.empty();
    }
    byte[] bytes = bytes();
    int stop = line + skip;
    while (stop < bytes.length && bytes[stop] != '\n') {
      stop++;
    }
    String name = new String(bytes, line + skip, stop - line - skip, StandardCharsets.UTF_8);
    return Optional.of(Plain.text(name.strip())).filter(n -> !n.isEmpty());
  }
}
