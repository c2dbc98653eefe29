package io.github.romparser.acpi.ssdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The place of an object in ACPI's namespace, from its root: {@code \_SB.PCI0.S08.S00}.
 *
 * @param segments the names on the way, each of four characters, padded with {@code _} (ACPI 6.4
 *     §20.2.2); at least one
 */
public record AcpiPath(List<String> segments) {

  /** How many characters a name has in AML. */
  static final int SEGMENT = 4;

  /** A path in AML has one byte for the number of its names (ACPI 6.4 §20.2.2). */
  private static final int MOST_SEGMENTS = 255;

  /** Longer texts are no path: so many names, each with a dot, behind a backslash. */
  private static final int LONGEST = 1 + MOST_SEGMENTS * (SEGMENT + 1);

  /** Where QEMU's machines have their PCI bus (hw/i386/acpi-build.c). */
  private static final AcpiPath QEMU_BUS = new AcpiPath(List.of("_SB_", "PCI0"));

  /** Slots of a PCI bus. */
  private static final int SLOTS = 32;

  /** Functions of a PCI device. */
  private static final int FUNCTIONS = 8;

  /** Bits of a function's number in what PCI calls devfn. */
  private static final int FUNCTION_BITS = 3;

  /**
   * Copies the names.
   *
   * @param segments copied, and not checked; at least one, each of four characters
   */
  public AcpiPath {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a path as tables and {@code firmware_node/path} of sysfs write it, with or without the
   * padding. Small letters are taken for large ones.
   *
   * @param text the path alone, without blanks around it
   * @return empty if it is none: it has to begin with a backslash, and each name has one to four
   *     letters, digits and underscores and does not begin with a digit
   */
  public static Optional<AcpiPath> parse(String text) {
    if (!text.startsWith("\\") || text.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (String name : text.substring(1).toUpperCase(Locale.ROOT).split("\\.", -1)) {
      if (!isName(name)) {
        return Optional.empty();
      }
      names.add(name + "_".repeat(SEGMENT - name.length()));
    }
    return Optional.of(new AcpiPath(names));
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= SEGMENT
        && !digit(name.charAt(0))
        && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_' || digit(c));
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The name that QEMU gives to a PCI function: S and devfn in hex, below the names of the bridges
   * on the way (hw/i386/acpi-build.c, build_append_pci_bus_devices).
   *
   * @param text slot and function of every bridge and of the function itself, each as {@code SS.F}
   *     in hex, with slashes between them: {@code 01.0/00.0}
   * @return empty if it is none
   */
  public static Optional<AcpiPath> ofPci(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(QEMU_BUS.segments);
    for (String step : text.split("/", -1)) {
      int dot = step.indexOf('.');
      int slot = dot < 0 ? -1 : number(step.substring(0, dot), 2, SLOTS);
      int function = dot < 0 ? -1 : number(step.substring(dot + 1), 1, FUNCTIONS);
      if (slot < 0 || function < 0) {
        return Optional.empty();
      }
      names.add(String.format(Locale.US, "S%02X_", slot << FUNCTION_BITS | function));
    }
    return names.size() > MOST_SEGMENTS ? Optional.empty() : Optional.of(new AcpiPath(names));
  }

  private static int number(String text, int most, int bound) {
    if (text.isEmpty() || text.length() > most || !text.chars().allMatch(AcpiPath::hexDigit)) {
      return -1;
    }
    int value = Integer.parseInt(text, 16);
    return value < bound ? value : -1;
  }

  private static boolean hexDigit(int c) {
    return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** A name below this one. */
  AcpiPath child(String name) {
    List<String> names = new ArrayList<>(segments);
    names.add(name + "_".repeat(SEGMENT - name.length()));
    return new AcpiPath(names);
  }

  /** A name without the padding at its end: {@code _SB} for {@code _SB_}. */
  static String unpadded(String segment) {
    int end = segment.length();
    while (end > 1 && segment.charAt(end - 1) == '_') {
      end--;
    }
    return segment.substring(0, end);
  }

  /** The path as people write it, without padding: {@code \_SB.PCI0.S08.S00}. */
  @Override
  public String toString() {
    return "\\" + String.join(".", segments.stream().map(AcpiPath::unpadded).toList());
  }
}
