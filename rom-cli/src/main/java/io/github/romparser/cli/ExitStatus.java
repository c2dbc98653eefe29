package io.github.romparser.cli;

/** What the program's exit status says. The worst of several files counts. */
public final class ExitStatus {

  /** All is well. */
  public static final int FINE = 0;

  /** The answer is no: a finding at or above the level asked for. */
  public static final int NO = 1;

  /** Wrong usage, unreadable input, or output that could not be written. */
  public static final int TROUBLE = 2;

  private ExitStatus() {}
}
