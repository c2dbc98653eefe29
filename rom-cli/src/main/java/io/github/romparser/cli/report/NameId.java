package io.github.romparser.cli.report;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The device id that the name of a file tells, as {@code vbios_1638.bin} and {@code 10de-1c8d.rom}
 * do. Only ids that cannot be taken for the number of a model count: 1080 and 5700 are models.
 */
final class NameId {

  /** A vendor of graphics or network cards, and a device of its. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![0-9a-z])(10de|1002|1022|8086|1a03|102b|1000|1234|15ad|1af4)[-_.: x]{1,2}"
              + "([0-9a-f]{4})(?![0-9a-z])",
          Pattern.CASE_INSENSITIVE);

  /** A word for what such files are, and an id. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![0-9a-z])(?:vbios|vfct|dev|device|id)[-_.: ]?([0-9a-f]{4})(?![0-9a-z])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MODEL = Pattern.compile("[0-9]{3}[05]|19[0-9]{2}|20[0-9]{2}");

  private NameId() {}

  /** The vendor and the device in the name; empty if it tells none. */
  record Told(OptionalInt vendorId, int deviceId) {}

  static Optional<Told> of(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    Matcher pair = PAIR.matcher(name);
    if (pair.find()) {
      return Optional.of(
          new Told(
              OptionalInt.of(Integer.parseInt(pair.group(1), 16)),
              Integer.parseInt(pair.group(2), 16)));
    }
    Matcher word = WORD.matcher(name);
    while (word.find()) {
      if (!MODEL.matcher(word.group(1)).matches()) {
        return Optional.of(new Told(OptionalInt.empty(), Integer.parseInt(word.group(1), 16)));
      }
    }
    return Optional.empty();
  }
}
