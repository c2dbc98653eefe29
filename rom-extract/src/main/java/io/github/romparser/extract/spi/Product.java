package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Slice;

/** Something that is worth having and is no option ROM. */
public sealed interface Product {

  /** {@return its bytes, as a view with their place in the file that the container is in} */
  Slice bytes();

  /**
   * A bare EFI display driver: no firmware runs it before it is wrapped.
   *
   * @param bytes the PE or TE file
   * @param machine the PE machine type
   * @param name what its strings say it is
   */
  record Driver(Slice bytes, int machine, String name) implements Product {}

  /**
   * Intel's video BIOS table.
   *
   * @param bytes the table
   * @param name its platform, as its signature says
   */
  record VideoBiosTable(Slice bytes, String name) implements Product {}
}
