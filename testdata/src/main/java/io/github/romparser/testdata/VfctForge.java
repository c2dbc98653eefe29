package io.github.romparser.testdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds AMD's ACPI table VFCT, which holds copies of VBIOS images (Linux drivers/gpu/drm/amd/
 * amdgpu/amdgpu_bios.c; ACPI 6.4 §5.2.6 for the header). The setters change this builder and return
 * it.
 */
public final class VfctForge {
  /** Bytes of the table header, and offset of the first entry. */
  public static final int HEADER = 0x4C;

  /** Bytes of an entry's header. */
  public static final int ENTRY = 28;

  private final List<byte[]> entries = new ArrayList<>();

  private VfctForge() {}

  /** A table without images. */
  public static VfctForge start() {
    return new VfctForge();
  }

  /**
   * Adds an image for function 0 of a device.
   *
   * @param vendor the PCI ids that the entry names; the image may have others
   */
  public VfctForge image(int bus, int device, int vendor, int deviceId, byte[] image) {
    entries.add(
        new Canvas(ENTRY + image.length)
            .u32(0x00, bus)
            .u32(0x04, device)
            .u16(0x0C, vendor)
            .u16(0x0E, deviceId)
            .u16(0x10, vendor)
            .u16(0x12, deviceId)
            .u32(0x18, image.length)
            .put(ENTRY, image)
            .bytes());
    return this;
  }

  /** The table, with a byte sum of 0. */
  public byte[] build() {
    RomForge table = RomForge.start().pad(HEADER, 0);
    entries.forEach(table::bytes);
    byte[] bytes = table.build();
    return new Canvas(bytes)
        .ascii(0x00, "VFCT")
        .u32(0x04, bytes.length)
        .u8(0x08, 1) // revision
        .ascii(0x0A, "FORGED")
        .ascii(0x10, "TESTDATA")
        .u32(0x18, 1) // OEM revision
        .ascii(0x1C, "TEST")
        .u32(0x20, 1) // creator revision
        .put(0x24, Noise.of(0x24, 16)) // UUID of the table
        .u32(0x34, HEADER) // VBIOSImageOffset
        .balance(0, bytes.length, 0x09)
        .bytes();
  }
}
