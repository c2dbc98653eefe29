package io.github.romparser.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PCI function of a listing.
 *
 * @param address {@code dddd:bb:ss.f} in lower case, with domain 0000 where the listing has none
 * @param device what the listing says of it
 */
public record ListedDevice(String address, PciDevice device) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:([0-9a-fA-F]{4,8}):)?([0-9a-fA-F]{2}):([01][0-9a-fA-F])\\.([0-7])",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads an address as lspci and sysfs write it, with or without domain.
   *
   * @param text the address alone, with nothing around it
   * @return {@code dddd:bb:ss.f} in lower case; empty if it is none
   */
  public static Optional<String> address(String text) {
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String domain = matcher.group(1) == null ? "0000" : matcher.group(1);
    return Optional.of(
        (domain + ":" + matcher.group(2) + ":" + matcher.group(3) + "." + matcher.group(4))
            .toLowerCase(Locale.ROOT));
  }

  /**
   * {@return the functions of a listing that have these ids, in its order}
   *
   * @param ids a card whose vendor and device id are compared, and nothing else of it
   * @param all the listing
   */
  public static List<ListedDevice> with(PciDevice ids, List<ListedDevice> all) {
    return all.stream().filter(listed -> listed.device().id().equals(ids.id())).toList();
  }

  /**
   * {@return the function at an address; empty if the listing has none there}
   *
   * @param address of the form that {@link #address(String)} gives
   * @param all the listing
   */
  public static Optional<ListedDevice> at(String address, List<ListedDevice> all) {
    return all.stream().filter(listed -> listed.address().equals(address)).findFirst();
  }
}
