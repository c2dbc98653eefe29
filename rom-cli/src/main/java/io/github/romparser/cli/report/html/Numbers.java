package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Range;
import java.util.Locale;

/** Numbers as all pages write them. */
final class Numbers {

  private static final long KIB = 1024;

  private Numbers() {}

  /** A place in a file. */
  static String hex(long offset) {
    return "0x" + Long.toHexString(offset);
  }

  /** An amount with separators. */
  static String count(long number) {
    return String.format(Locale.US, "%,d", number);
  }

  /** An amount and what it is of, in the plural if it is not one. */
  static String count(long number, String what) {
    return count(number) + " " + what + (number == 1 ? "" : "s");
  }

  /** An amount of bytes in the largest unit that gives a whole number or one decimal. */
  static String size(long bytes) {
    if (bytes < KIB) {
      return count(bytes) + " B";
    }
    boolean mib = bytes >= KIB * KIB;
    double value = (double) bytes / (mib ? KIB * KIB : KIB);
    String number = String.format(Locale.US, "%.1f", value);
    return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number)
        + (mib ? " MiB" : " KiB");
  }

  /** First and last byte. */
  static String range(Range range) {
    return range.length() < 2
        ? hex(range.offset())
        : hex(range.offset()) + "–" + hex(range.end() - 1);
  }

  /** Percent of a width, with as many decimals as one pixel of any screen needs. */
  static String percent(double value) {
    return String.format(Locale.US, "%.3f%%", value);
  }
}
