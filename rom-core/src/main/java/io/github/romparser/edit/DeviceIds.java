package io.github.romparser.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A vendor id with one or more device ids.
 *
 * @param vendorId PCI vendor id, 16 bits
 * @param deviceIds PCI device ids, 16 bits each; at least one
 */
public record DeviceIds(int vendorId, List<Integer> deviceIds) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-fA-F]{4}):([0-9a-fA-F]{4}(?:,[0-9a-fA-F]{4})*)");

  /**
   * Vendor ids whose hexadecimal digits are all decimal ones, as they come out when they are taken
   * for decimal numbers: 1002, 1022, 8086. EfiRom of edk2 does that, and 8 of 23 published AMD
   * drivers carry 03ea. (Ids with letters, such as 10de, cannot be mistaken.)
   */
  private static final Set<Integer> DECIMAL_VENDORS = Set.of(1002, 1022, 8086);

  /**
   * Copies the list and checks the values.
   *
   * @param vendorId checked to have 16 bits
   * @param deviceIds copied; checked to be one at least, with 16 bits each
   * @throws IllegalArgumentException if a value does not fit into 16 bits or there is no device
   */
  public DeviceIds {
    deviceIds = List.copyOf(deviceIds);
    if (deviceIds.isEmpty()
        || vendorId >>> 16 != 0
        || deviceIds.stream().anyMatch(id -> id >>> 16 != 0)) {
      throw new IllegalArgumentException(vendorId + ":" + deviceIds);
    }
  }

  /**
   * {@return the ids of one device}
   *
   * @param vendorId PCI vendor id, 16 bits
   * @param deviceId PCI device id, 16 bits
   * @throws IllegalArgumentException if a value does not fit into 16 bits
   */
  public static DeviceIds of(int vendorId, int deviceId) {
    return new DeviceIds(vendorId, List.of(deviceId));
  }

  /**
   * Reads {@code vvvv:dddd} or {@code vvvv:dddd,dddd…}: four hexadecimal digits each, and nothing
   * else.
   *
   * @param text the ids; letters may be upper or lower case
   * @return the ids in the order of the text; empty if it has another form
   */
  public static Optional<DeviceIds> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Integer> devices = new ArrayList<>();
    for (String device : matcher.group(2).split(",", -1)) {
      devices.add(Integer.parseInt(device, 16));
    }
    return Optional.of(new DeviceIds(Integer.parseInt(matcher.group(1), 16), devices));
  }

  /** {@return the first device id, which is the one in the PCI data structure} */
  public int deviceId() {
    return deviceIds.get(0);
  }

  /**
   * {@return what was probably meant, if the ids look as if hexadecimal numbers had been taken for
   * decimal ones; empty otherwise} The vendor id alone tells: 0x03EA, 0x03FE and 0x1F96 stand for
   * 1002, 1022 and 8086.
   */
  public Optional<DeviceIds> decimal() {
    if (!DECIMAL_VENDORS.contains(vendorId)) {
      return Optional.empty();
    }
    return Optional.of(
        new DeviceIds(
            undo(vendorId), deviceIds.stream().map(DeviceIds::undo).collect(Collectors.toList())));
  }

  /** The number whose hexadecimal digits are this one's decimal digits; itself with five digits. */
  private static int undo(int id) {
    return id > 9999 ? id : Integer.parseInt(Integer.toString(id), 16);
  }

  /** {@return the ids as {@code vvvv:dddd,dddd…}, hexadecimal and in lower case} */
  public String text() {
    return String.format(Locale.US, "%04x:", vendorId)
        + deviceIds.stream()
            .map(id -> String.format(Locale.US, "%04x", id))
            .collect(Collectors.joining(","));
  }
}
