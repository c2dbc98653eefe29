package io.github.romparser.vendor.gop;

import io.github.romparser.vendor.generic.PrintableText.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the makers write the versions of their drivers.
 *
 * @param text as the field prints it; empty if none was found
 * @param date when it was built, as it stands in the driver; AMD only
 */
record GopVersion(Optional<String> text, Optional<String> date) {

  /** "AMD GOP X64 Release Driver Rev.1.69.0.15.50.May 23 2019.05:48:42" (measured). */
  private static final Pattern AMD =
      Pattern.compile("Rev\\.(\\d+(?:\\.\\d+)*)(?:\\.([A-Z][a-z]{2} [ \\d]\\d \\d{4}))?");

  /** "17.0.1077", and "1077" where the driver puts the rest in front of it while it runs. */
  private static final Pattern INTEL = Pattern.compile("\\d+(?:\\.\\d+)*");

  /** How far behind the name of Intel's driver its version stands at most, in bytes (measured). */
  private static final int INTEL_REACH = 0x200;

  private static final Pattern DOTTED = Pattern.compile("\\d+\\.\\d+\\.\\d+[\\w.+~-]*");

  private static final GopVersion NONE = new GopVersion(Optional.empty(), Optional.empty());

  /**
   * The version of a driver.
   *
   * @param number of NVIDIA's driver
   */
  static GopVersion of(
      Optional<Maker> maker, Optional<String> name, List<Run> texts, OptionalLong number) {
    if (maker.isEmpty()) {
      return NONE;
    }
    return switch (maker.get()) {
      case NVIDIA -> number.isPresent() ? of(Optional.of(nvidia(number.getAsLong()))) : NONE;
      case AMD -> name.map(GopVersion::amd).orElse(NONE);
      case INTEL -> of(intel(texts));
      case IPXE -> of(dotted(texts));
      default -> NONE;
    };
  }

  private static GopVersion of(Optional<String> text) {
    return new GopVersion(text, Optional.empty());
  }

  /** "0x5000B": generation and build. */
  static String nvidia(long number) {
    return String.format(Locale.US, "0x%X", number);
  }

  private static GopVersion amd(String name) {
    Matcher matcher = AMD.matcher(name);
    return matcher.find()
        ? new GopVersion(
            Optional.of(matcher.group(1)),
            Optional.ofNullable(matcher.group(2)).map(date -> date.replaceAll(" +", " ")))
        : NONE;
  }

  private static Optional<String> intel(List<Run> texts) {
    int end = -1;
    for (Run run : texts) {
      int name = run.text().indexOf("GOP Driver");
      if (name >= 0) {
        Matcher within = DOTTED.matcher(run.text()).region(name, run.text().length());
        if (within.find()) {
          return Optional.of(within.group());
        }
        end = run.end();
      } else if (end >= 0) {
        if (run.at() - end > INTEL_REACH) {
          return Optional.empty();
        }
        if (INTEL.matcher(run.text()).matches()) {
          return Optional.of(run.text());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> dotted(List<Run> texts) {
    return texts.stream().map(Run::text).filter(text -> DOTTED.matcher(text).matches()).findFirst();
  }
}
