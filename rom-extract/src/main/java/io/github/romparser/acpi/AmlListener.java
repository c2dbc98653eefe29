package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.OptionalLong;

/** What a walk through AML meets. Paths are full; nothing has to be done with any of it. */
interface AmlListener {

  /** A method, with where its body stands in the table. */
  default void method(String path, int arguments, int from, int to) {}

  /** An OperationRegion. */
  default void region(String path, int space, AmlValue address, AmlValue length) {}

  /** A field unit in a region that is named in the scope of the field. */
  default void field(String path, String scope, AmlName region, long bitOffset, long bits) {}

  /** A Name with a number. */
  default void number(String path, long value) {}

  /** A Buffer with its initialiser; the name is empty where it is no Name's. */
  default void buffer(String scope, String name, Slice bytes, OptionalLong size) {}

  /** A name in code. */
  default void reference(String scope, AmlName name) {}

  /** A string in code. */
  default void string(String text) {}

  /** Whether {@link #reference} and {@link #string} are to be called. */
  default boolean wantsCode() {
    return false;
  }
}
