package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;

/** What a name in the ACPI namespace stands for, as far as a ROM may hang on it. */
sealed interface AmlObject {

  /** The number of its table. */
  int table();

  /** A method and its body. */
  record Method(int table, int arguments, int from, int to) implements AmlObject {}

  /** An OperationRegion. */
  record Region(int table, int space, AmlValue address, AmlValue length) implements AmlObject {}

  /** A unit of a field; the region is looked for from the scope of the field. */
  record Unit(int table, String scope, AmlName region, long bitOffset, long bits)
      implements AmlObject {}

  /** A number. */
  record Constant(int table, long value) implements AmlObject {}

  /** A Buffer of some size. */
  record Buffer(int table, Slice bytes) implements AmlObject {}
}
