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

  /** {@return the name in reports: {@code error}, {@code warning}, {@code note}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * {@return whether this is as bad as {@code other} or worse}
   *
   * @param other the least severity that matters to the caller
   */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
