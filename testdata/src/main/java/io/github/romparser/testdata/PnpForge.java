package io.github.romparser.testdata;

/**
 * Builds a Plug and Play expansion header, 32 bytes with a sum of 0 (Plug and Play BIOS 1.0A;
 * SeaBIOS src/std/optionrom.h). Offsets are in bytes from the image. The setters change this
 * builder and return it.
 */
public final class PnpForge {
  /** Bytes of one header. */
  public static final int LENGTH = 0x20;

  private int next;
  private int manufacturer;
  private int product;
  private int deviceType;
  private int bootConnection;
  private int bootstrapEntry;

  private PnpForge() {}

  /** A header that is the only one and names nothing. */
  public static PnpForge start() {
    return new PnpForge();
  }

  /** Where the next header is; 0 for none. */
  public PnpForge next(int at) {
    this.next = at;
    return this;
  }

  /** Where the names of manufacturer and product are, NUL-terminated; 0 for none. */
  public PnpForge names(int manufacturerAt, int productAt) {
    this.manufacturer = manufacturerAt;
    this.product = productAt;
    return this;
  }

  /** The device type, 0xBBSSPP as in a PCI class code. */
  public PnpForge deviceType(int deviceType) {
    this.deviceType = deviceType;
    return this;
  }

  /** The boot connection vector (for a disk) and the bootstrap entry vector (for a network). */
  public PnpForge vectors(int bootConnection, int bootstrapEntry) {
    this.bootConnection = bootConnection;
    this.bootstrapEntry = bootstrapEntry;
    return this;
  }

  /** The header. */
  public byte[] build() {
    return new Canvas(LENGTH)
        .ascii(0x00, "$PnP")
        .u8(0x04, 1) // structure revision
        .u8(0x05, LENGTH / 16) // the length counts in 16 bytes
        .u16(0x06, next)
        .u16(0x0E, manufacturer)
        .u16(0x10, product)
        // base class first, the other way round than in a PCI data structure
        .u8(0x12, deviceType >>> 16)
        .u8(0x13, deviceType >>> 8)
        .u8(0x14, deviceType)
        .u8(0x15, 0x14) // device indicators: among them that one can boot from it
        .u16(0x16, bootConnection)
        .u16(0x1A, bootstrapEntry)
        .balance(0, LENGTH, 0x09)
        .bytes();
  }
}
