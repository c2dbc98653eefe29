package io.github.romparser.testdata;

/** Builds the UNDI ROM ID structure, 22 bytes with a sum of 0 (PXE 2.1, ROM ID structure). */
public final class UndiForge {
  /** Bytes of the structure. */
  public static final int LENGTH = 0x16;

  private UndiForge() {}

  /**
   * The structure for UNDI 2.1.0 on a PCI bus.
   *
   * @param loaderAt where the loader is, in bytes from the image
   * @param stack stack size in bytes
   * @param data data segment size in bytes
   * @param code code segment size in bytes
   */
  public static byte[] build(int loaderAt, int stack, int data, int code) {
    return new Canvas(LENGTH)
        .ascii(0x00, "UNDI")
        .u8(0x04, LENGTH)
        .u24(0x07, 0x02_01_00) // the bytes 00 01 02 mean 2.1.0
        .u16(0x0A, loaderAt)
        .u16(0x0C, stack)
        .u16(0x0E, data)
        .u16(0x10, code)
        .ascii(0x12, "PCIR") // the bus type: it says PCIR on PCI
        .balance(0, LENGTH, 0x05)
        .bytes();
  }
}
