package io.github.romparser.vendor.amd;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image says of itself in words (Linux drivers/gpu/drm/amd/amdgpu/atom.c, {@code
 * atom_get_vbios_pn} and its neighbours; the rest measured). All are empty where there is none.
 *
 * @param names the list that the pointer at 0x6E leads to, as many as the byte at 0x2F says: part
 *     number, chip, bus, memory
 * @param partNumber the first of them, or what follows "P/N" in an image without ATOM header; empty
 *     on boards of some makers
 * @param product the text shown at boot, without the blanks around it
 * @param date when the image was built, as it stands at 0x50: MM/DD/YY HH:MM, in APUs
 *     MM/DD/YY,HH:MM:SS, in the oldest images YYYY/MM/DD HH:MM
 * @param configFile name of the configuration file, at most 12 characters
 * @param changeList what follows it: number of the change list that the image was built from
 * @param buildNumber what follows that: number of the build
 * @param configuration name of the folder with the configuration, which names maker and board; from
 *     the path that ends with config.h
 * @param version the five numbers of the version, such as 015.050.002.001.000000
 * @param copyright the line that begins with (C)
 */
public record AtomStrings(
    List<String> names,
    String partNumber,
    String product,
    String date,
    String configFile,
    String changeList,
    String buildNumber,
    String configuration,
    String version,
    String copyright) {

  private static final Pattern DATE =
      Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d\\d)[ ,](\\d\\d):(\\d\\d)(?::(\\d\\d))?");
  private static final Pattern OLD_DATE =
      Pattern.compile("(\\d{4})/(\\d\\d)/(\\d\\d) (\\d\\d):(\\d\\d)");

  /** Years of two digits from here on are those of the last century. */
  private static final int PIVOT = 80;

  /**
   * Copies the list. Of the texts any may be empty.
   *
   * @param names copied; part number, chip, bus, memory
   * @param partNumber the part number, in an image without ATOM header what follows "P/N"
   * @param product the text shown at boot
   * @param date when the image was built, as it stands there
   * @param configFile name of the configuration file
   * @param changeList number of the change list that the image was built from
   * @param buildNumber number of the build
   * @param configuration name of the folder with the configuration
   * @param version the numbers of the version
   * @param copyright the line that begins with (C)
   */
  public AtomStrings {
    names = List.copyOf(names);
  }

  /** {@return the second name, the chip; an empty text if there is none} */
  public String chip() {
    return name(1);
  }

  /** {@return the third name, the bus; an empty text if there is none} */
  public String bus() {
    return name(2);
  }

  /**
   * {@return the fourth name, the kind of memory: "0" where it is not told, an empty text if there
   * is no such name}
   */
  public String memory() {
    return name(3);
  }

  private String name(int index) {
    return index < names.size() ? names.get(index) : "";
  }

  /**
   * {@return the date as a value, without a time zone; empty if it is none} Years of two digits are
   * those from 1980 to 2079.
   */
  public Optional<LocalDateTime> built() {
    Matcher usual = DATE.matcher(date);
    if (usual.matches()) {
      int year = number(usual, 3);
      int second = usual.group(6) == null ? 0 : number(usual, 6);
      return time(
          year + (year >= PIVOT ? 1900 : 2000),
          number(usual, 1),
          number(usual, 2),
          number(usual, 4),
          number(usual, 5),
          second);
    }
    Matcher old = OLD_DATE.matcher(date);
    return old.matches()
        ? time(number(old, 1), number(old, 2), number(old, 3), number(old, 4), number(old, 5), 0)
        : Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<LocalDateTime> time(
      int year, int month, int day, int hour, int minute, int second) {
    try {
      return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
