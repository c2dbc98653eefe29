package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as NVIDIA's VBIOSes keep them: eight characters, MM/DD/YY. */
final class LegacyDate {

  private static final int LENGTH = 8;

  private static final Pattern DATE =
      Pattern.compile("(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\\d|3[01])/\\d\\d");

  private LegacyDate() {}

  /** The date at a place, if one stands there. */
  static Optional<String> read(Slice bytes, long at) {
    if (!bytes.has(at, LENGTH)) {
      return Optional.empty();
    }
    String text = bytes.latin1(at, LENGTH);
    return DATE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
