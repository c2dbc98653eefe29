package io.github.romparser.acpi.ssdt;

/**
 * A term of an ACPI table, once: it writes itself as AML and as ASL, so that the table and its
 * source text cannot differ.
 */
sealed interface AmlTerm permits AmlValue, AmlStatement {

  /** Writes the bytecode. */
  void encode(AmlWriter out);

  /** Writes the source text, as lines of its own. */
  void print(AslText out);
}
