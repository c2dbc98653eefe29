package io.github.romparser.extract.spi;

/** Makes the bytes of a child, when they are needed. */
@FunctionalInterface
public interface Decoder {

  /**
   * Decodes. The answer depends on the input alone, and so does whether the allowance suffices.
   *
   * @param allowance asked before memory is taken
   * @return the bytes, as far as they could be had, with trouble if they are not all or may be
   *     wrong
   * @throws OverAllowance if the allowance does not suffice
   */
  Decoded decode(Allowance allowance);
}
