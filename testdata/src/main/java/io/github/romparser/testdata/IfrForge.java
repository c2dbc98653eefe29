package io.github.romparser.testdata;

/**
 * Builds what stands before the first image in dumps of NVIDIA's flash: the "NVGI" block of
 * versions 1 to 3 (NVIDIA open-gpu-kernel-modules kernel_gsp_vbios_tu102.c, dev_bus.h) and the
 * "NVFW" prefix of Blackwell (observed). The setters change this builder and return it.
 */
public final class IfrForge {
  /** Bytes of the fixed data in every version seen. */
  private static final int FIXED = 0x10;

  /** The ROM directory stands so far behind the flash status (kernel_gsp_vbios_tu102.c). */
  private static final int DIRECTORY_FROM_STATUS = 0x1000;

  private static final int TOTAL = 0x200;
  private static final int STATUS = 0x400;
  private static final int DIRECTORY = STATUS + DIRECTORY_FROM_STATUS;

  private final int version;
  private int imageAt;
  private int subsystemVendor;
  private int subsystemDevice;

  private IfrForge(int version, int imageAt) {
    this.version = version;
    this.imageAt = imageAt;
  }

  /**
   * A prefix of a version.
   *
   * @param version 1 or 2, where the offset of the image follows the fixed data, or 3, where a ROM
   *     directory "RFRD" holds it
   */
  public static IfrForge version(int version) {
    return new IfrForge(version, version < 3 ? 0x400 : DIRECTORY + 0x200);
  }

  /** The subsystem ids at 0x0C. */
  public IfrForge subsystem(int vendor, int device) {
    this.subsystemVendor = vendor;
    this.subsystemDevice = device;
    return this;
  }

  /** The offset of the first image from "NVGI", and with it the length of the prefix. */
  public IfrForge imageAt(int imageAt) {
    this.imageAt = imageAt;
    return this;
  }

  /** The prefix with the chain behind it. */
  public byte[] before(byte[] chain) {
    Canvas prefix = new Canvas(imageAt);
    prefix.fill(0, imageAt, 0xFF);
    prefix
        .put(0, Noise.of(version, TOTAL))
        .ascii(0x00, "NVGI")
        .u32(0x04, 0x80000000L | (long) FIXED << 16 | version << 8 | 0x01)
        .u32(0x08, 0x80000000L | TOTAL) // only bits 19:0 count
        .u16(0x0C, subsystemVendor)
        .u16(0x0E, subsystemDevice);
    if (version < 3) {
      prefix.u32(FIXED + 4, imageAt);
    } else {
      prefix.u32(TOTAL, STATUS).put(DIRECTORY, directory(2, 0x20, imageAt, chain.length));
    }
    return RomForge.start().bytes(prefix.bytes()).bytes(chain).build();
  }

  /**
   * A ROM directory "RFRD": 2 in Turing dumps, 3 in Ampere, 4 in Blackwell.
   *
   * @param size of the directory in bytes, 0x20 or 0x28
   * @param imageAt offset of the image in the flash
   * @param imageLength bytes of the chain; 0xFFFFFFFF in version 4
   */
  public static byte[] directory(int version, int size, long imageAt, long imageLength) {
    return new Canvas(size)
        .ascii(0x00, "RFRD")
        .u16(0x04, version)
        .u16(0x06, size)
        .u32(0x08, imageAt)
        .u32(0x0C, imageLength)
        .bytes();
  }

  /** The start of a Blackwell dump: 4 KiB before the flash itself, then "NVFW" and padding. */
  public static byte[] blackwell(int length) {
    return new Canvas(length)
        .fill(0, length, 0xFF)
        .u32(0x0000, 0x0CE0C04CL) // bytes 4C C0 E0 0C
        .ascii(0x1000, "NVFW") // here the flash begins
        .bytes();
  }
}
