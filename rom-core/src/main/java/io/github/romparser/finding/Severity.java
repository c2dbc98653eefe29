package io.github.romparser.finding;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
  /** The file cannot be used as it stands, or a promised part of it is not there. */
  ERROR,
  /** Something unusual that some consumer trips over. */
  WARNING,
  /** Worth knowing and harmless. */
  NOTE;

  /** The name in reports: {@code error}, {@code warning}, {@code note}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is as bad as {@code other} or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
