package io.github.romparser.testdata;

/**
 * Builds the table in AMI's compatibility module (bios_extract, csmcoreparse.py). The setters
 * change this builder and return it.
 */
public final class CsmTableForge {
  /** GUID of the file that the table is in. */
  public static final String FILE = "a062cf1f-8473-4aa3-8793-600bc4ffe9a8";

  private static final int RECORD = 10;

  private final RomForge table = RomForge.start();

  private CsmTableForge() {}

  /** A table without records. */
  public static CsmTableForge start() {
    return new CsmTableForge();
  }

  /** Adds a record. */
  public CsmTableForge record(int type, int vendor, int device, byte[] data) {
    return claiming(type, vendor, device, data.length, data);
  }

  /** Adds a record that says it has another size. */
  public CsmTableForge claiming(int type, int vendor, int device, long size, byte[] data) {
    table.bytes(new Canvas(RECORD).u16(0, type).u16(2, vendor).u16(4, device).u32(6, size).bytes());
    table.bytes(data);
    return this;
  }

  /** The table. */
  public byte[] build() {
    return table.build();
  }
}
