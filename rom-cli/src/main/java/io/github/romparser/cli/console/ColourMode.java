package io.github.romparser.cli.console;

/** When to colour. */
public enum ColourMode {
  /** On a terminal only. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER
}
