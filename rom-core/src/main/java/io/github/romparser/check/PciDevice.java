package io.github.romparser.check;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The card that a ROM is to be used with.
 *
 * @param vendorId PCI vendor id
 * @param deviceId PCI device id
 * @param classCode base class, subclass, programming interface; empty if not known
 * @param subsystemVendorId empty if not known
 * @param subsystemId empty if not known
 */
public record PciDevice(
    int vendorId,
    int deviceId,
    OptionalInt classCode,
    OptionalInt subsystemVendorId,
    OptionalInt subsystemId) {

  private static final Pattern ID = Pattern.compile("([0-9a-fA-F]{4}):([0-9a-fA-F]{4})");

  /**
   * {@return a card of which only the ids are known}
   *
   * @param vendorId PCI vendor id, 16 bits
   * @param deviceId PCI device id, 16 bits
   */
  public static PciDevice of(int vendorId, int deviceId) {
    return new PciDevice(
        vendorId, deviceId, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * Reads {@code vvvv:dddd}: four hex digits, a colon, four hex digits, and nothing else.
   *
   * @param id vendor and device id, in upper or lower case
   * @return a card of which only these ids are known; empty if the text has another form
   */
  public static Optional<PciDevice> parse(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(
            of(Integer.parseInt(matcher.group(1), 16), Integer.parseInt(matcher.group(2), 16)))
        : Optional.empty();
  }

  /** {@return vendor and device id as {@code vvvv:dddd}, in lower case} */
  public String id() {
    return String.format(Locale.US, "%04x:%04x", vendorId, deviceId);
  }
}
