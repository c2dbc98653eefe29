package io.github.romparser.extract.spi;

/** Makes the bytes of a child, when they are needed. */
@FunctionalInterface
public interface Decoder {

  /**
   * Decodes. The answer depends on the input alone, and so does whether the allowance suffices.
   *
   * @param allowance asked before memory is taken
   */
  Decoded decode(Allowance allowance);
}
