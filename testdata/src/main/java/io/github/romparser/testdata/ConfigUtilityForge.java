package io.github.romparser.testdata;

/** Builds a configuration utility code header, 42 bytes (PCI Firmware 3.0 §5). */
public final class ConfigUtilityForge {
  /** Bytes of the header. */
  public static final int LENGTH = 0x2A;

  private static final int NAME = 40;

  private ConfigUtilityForge() {}

  /**
   * The header of revision 1.
   *
   * @param blocks length of the utility in blocks of 512 bytes
   * @param name at most 39 characters of ASCII
   */
  public static byte[] build(int blocks, String name) {
    if (name.length() >= NAME) {
      throw new IllegalArgumentException("a name has at most 39 characters: " + name);
    }
    return new Canvas(LENGTH).u8(0x00, blocks).ascii(0x01, name).u8(0x29, 1).bytes();
  }
}
