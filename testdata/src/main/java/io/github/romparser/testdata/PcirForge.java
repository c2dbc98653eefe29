package io.github.romparser.testdata;

import java.util.Arrays;

/**
 * Builds a PCI data structure (PCI Firmware 3.0 §5.1). Starts as revision 0: 24 bytes, everything
 * else 0. The setters change this builder and return it.
 */
public final class PcirForge {
  private final String signature;
  private int vendor;
  private int device;
  private int listPointer;
  private int length = 0x18;
  private int revision;
  private int classCode;
  private int blocks;
  private int codeRevision;
  private int type;
  private int indicator;
  private int maxRuntime;
  private int configUtility;
  private int dmtf;

  private PcirForge(String signature) {
    this.signature = signature;
  }

  /** The structure of the specification, "PCIR". */
  public static PcirForge pcir() {
    return new PcirForge("PCIR");
  }

  /** NVIDIA's private one, "NPDS" (Linux nouveau, nvkm/subdev/bios/pcir.c). */
  public static PcirForge npds() {
    return new PcirForge("NPDS");
  }

  /** NVIDIA's other private one, "RGIS" (Linux nouveau, nvkm/subdev/bios/pcir.c). */
  public static PcirForge rgis() {
    return new PcirForge("RGIS");
  }

  /** The PCI vendor and device ids, 16 bits each. */
  public PcirForge ids(int vendor, int device) {
    this.vendor = vendor;
    this.device = device;
    return this;
  }

  /** Revision 0: 0x18 bytes (PCI 2.1). */
  public PcirForge revision0() {
    return layout(0, 0x18);
  }

  /** Revision 3: 0x1C bytes (PCI Firmware 3.0). */
  public PcirForge revision3() {
    return layout(3, 0x1C);
  }

  /**
   * Any revision with any length, as files have it.
   *
   * @param length bytes, at least 0x18; what lies beyond 0x1C is 0
   */
  public PcirForge layout(int revision, int length) {
    if (length < 0x18) {
      throw new IllegalArgumentException("a PCI data structure has at least 0x18 bytes");
    }
    this.revision = revision;
    this.length = length;
    return this;
  }

  /** Where the device list is, in bytes from the start of this structure; 0 for none. */
  public PcirForge deviceListAt(int pointer) {
    this.listPointer = pointer;
    return this;
  }

  /** The class code as it is written, 0xBBSSPP: base class, subclass, programming interface. */
  public PcirForge classCode(int classCode) {
    this.classCode = classCode;
    return this;
  }

  /** The image length in blocks of 512 bytes. */
  public PcirForge blocks(int blocks) {
    this.blocks = blocks;
    return this;
  }

  /** The revision level of the code, the vendor's own number. */
  public PcirForge codeRevision(int codeRevision) {
    this.codeRevision = codeRevision;
    return this;
  }

  /** The code type: 0 x86, 1 Open Firmware, 2 PA-RISC, 3 EFI; NVIDIA 0x70 and 0xE0. */
  public PcirForge type(int type) {
    this.type = type;
    return this;
  }

  /** The whole indicator byte; bit 7 says that this is the last image. */
  public PcirForge indicator(int indicator) {
    this.indicator = indicator;
    return this;
  }

  /** Sets or clears bit 7 of the indicator. */
  public PcirForge last(boolean last) {
    return indicator(last ? 0x80 : 0);
  }

  /** The maximum run-time length in blocks of 512 bytes; reserved in revision 0. */
  public PcirForge maxRuntime(int blocks) {
    this.maxRuntime = blocks;
    return this;
  }

  /** Where the configuration utility header is, in bytes from the image; needs 0x1C bytes. */
  public PcirForge configUtilityAt(int pointer) {
    this.configUtility = pointer;
    return this;
  }

  /** Where the DMTF CLP entry point is, in bytes from the image; needs 0x1C bytes. */
  public PcirForge dmtfAt(int pointer) {
    this.dmtf = pointer;
    return this;
  }

  /** The length of the structure in bytes. */
  int length() {
    return length;
  }

  /** The structure. */
  public byte[] build() {
    byte[] bytes = new byte[Math.max(length, 0x1C)];
    new Canvas(bytes)
        .ascii(0x00, signature)
        .u16(0x04, vendor)
        .u16(0x06, device)
        .u16(0x08, listPointer)
        .u16(0x0A, length)
        .u8(0x0C, revision)
        .u24(0x0D, classCode)
        .u16(0x10, blocks)
        .u16(0x12, codeRevision)
        .u8(0x14, type)
        .u8(0x15, indicator)
        .u16(0x16, maxRuntime)
        .u16(0x18, configUtility)
        .u16(0x1A, dmtf);
    return Arrays.copyOf(bytes, length);
  }

  /** A device list: 16-bit device ids with 0 behind the last (PCI Firmware 3.0 §5.1). */
  public static byte[] deviceList(int... devices) {
    Canvas list = new Canvas(2 * devices.length + 2);
    for (int i = 0; i < devices.length; i++) {
      list.u16(2 * i, devices[i]);
    }
    return list.bytes();
  }
}
