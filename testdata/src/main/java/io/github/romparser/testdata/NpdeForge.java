package io.github.romparser.testdata;

import java.util.Arrays;

/**
 * Builds an NVIDIA PCI data extension, which stands at the next multiple of 16 behind the PCI data
 * structure (NVIDIA open-gpu-kernel-modules pci_exp_table.h; Linux nouveau npde.c). The setters
 * change this builder and return it.
 */
public final class NpdeForge {
  private final int revision;
  private final int length;
  private int blocks;
  private int lastByte;
  private int flags;
  private long gopVersion;
  private int subsystemVendor;
  private int subsystemDevice;

  private NpdeForge(int revision, int length) {
    if (length < 0x0A) {
      throw new IllegalArgumentException("an NPDE has at least 0x0A bytes");
    }
    this.revision = revision;
    this.length = length;
  }

  /**
   * An extension of any shape. The driver honours revisions 0x100 and 0x101.
   *
   * @param length bytes: 0x0A ends before the last-image byte, 0x0B behind it, 0x0C behind the
   *     flags, 0x10 behind the GOP version, 0x14 behind the subsystem ids
   */
  public static NpdeForge of(int revision, int length) {
    return new NpdeForge(revision, length);
  }

  /** What private images carry: revision 0x100, 12 bytes. */
  public static NpdeForge plain() {
    return of(0x100, 0x0C);
  }

  /** What EFI images carry: revision 0x100, 16 bytes, with the version of the GOP driver. */
  public static NpdeForge efi(long gopVersion) {
    return of(0x100, 0x10).gopVersion(gopVersion);
  }

  /** What x86 images carry: revision 0x101, 20 bytes, with the subsystem ids. */
  public static NpdeForge legacy(int subsystemVendor, int subsystemDevice) {
    return of(0x101, 0x14).flags(0x03).subsystem(subsystemVendor, subsystemDevice);
  }

  /** The sub-image length in blocks of 512 bytes. */
  public NpdeForge blocks(int blocks) {
    this.blocks = blocks;
    return this;
  }

  /** Sets or clears the last-image bit, bit 7 of the byte at 0x0A. */
  public NpdeForge last(boolean last) {
    return lastByte(last ? 0x80 : 0);
  }

  /** The whole byte at 0x0A. */
  public NpdeForge lastByte(int lastByte) {
    this.lastByte = lastByte;
    return this;
  }

  /** The byte at 0x0B: bit 0 private images enabled, bit 2 checksum disabled. */
  public NpdeForge flags(int flags) {
    this.flags = flags;
    return this;
  }

  /** The 32 bits at 0x0C: family and build of the GOP driver, such as 0x0005000B. */
  public NpdeForge gopVersion(long gopVersion) {
    this.gopVersion = gopVersion;
    return this;
  }

  /** The subsystem ids at 0x10. */
  public NpdeForge subsystem(int vendor, int device) {
    this.subsystemVendor = vendor;
    this.subsystemDevice = device;
    return this;
  }

  int length() {
    return length;
  }

  /** The structure; what lies beyond 0x14 is 0. */
  public byte[] build() {
    byte[] bytes = new byte[Math.max(length, 0x14)];
    new Canvas(bytes)
        .ascii(0x00, "NPDE")
        .u16(0x04, revision)
        .u16(0x06, length)
        .u16(0x08, blocks)
        .u8(0x0A, lastByte)
        .u8(0x0B, flags)
        .u32(0x0C, gopVersion)
        .u16(0x10, subsystemVendor)
        .u16(0x12, subsystemDevice);
    return Arrays.copyOf(bytes, length);
  }
}
