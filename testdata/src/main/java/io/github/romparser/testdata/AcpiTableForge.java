package io.github.romparser.testdata;

/**
 * Builds ACPI tables: the header of 36 bytes with a right sum, then whatever follows (ACPI 6.4
 * §5.2.6).
 */
public final class AcpiTableForge {
  /** Bytes of the header. */
  public static final int HEADER = 36;

  private AcpiTableForge() {}

  /**
   * A table.
   *
   * @param signature four characters
   * @param tableId up to eight characters
   * @param body what follows the header
   */
  public static byte[] table(String signature, String tableId, byte[]... body) {
    RomForge all = RomForge.start().pad(HEADER, 0);
    for (byte[] part : body) {
      all.bytes(part);
    }
    byte[] bytes = all.build();
    return new Canvas(bytes)
        .ascii(0x00, signature)
        .u32(0x04, bytes.length)
        .u8(0x08, 2)
        .ascii(0x0A, "FORGED")
        .ascii(0x10, tableId)
        .u32(0x18, 1)
        .ascii(0x1C, "TEST")
        .u32(0x20, 1)
        .balance(0, bytes.length, 0x09)
        .bytes();
  }
}
