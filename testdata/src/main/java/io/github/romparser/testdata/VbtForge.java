package io.github.romparser.testdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds Intel's video BIOS table: header, BIOS data block, blocks (Linux
 * drivers/gpu/drm/i915/display/intel_vbt_defs.h). The setters change this builder and return it.
 */
public final class VbtForge {
  /** Bytes of the header, where the BIOS data block begins. */
  public static final int HEADER = 48;

  /** Where the first block begins, in bytes from the table. */
  public static final int BLOCKS = HEADER + 22;

  /** Bytes of an output in block 2. */
  public static final int CHILD = 39;

  private final List<byte[]> blocks = new ArrayList<>();
  private final List<byte[]> children = new ArrayList<>();
  private String platform = "FORGED";
  private int bdbVersion = 221;

  private VbtForge() {}

  /** A table without blocks. */
  public static VbtForge start() {
    return new VbtForge();
  }

  /** A table with a build number and two outputs: a panel on port A, a DisplayPort on port B. */
  public static VbtForge laptop() {
    return start()
        .build("1234", "Forged test video BIOS")
        .block(1, new byte[5])
        .child(0x0008, 0x1806, 10, 0, 0x40)
        .child(0x0004, 0x68C6, 7, 5, 0x10)
        .outputs();
  }

  /** The platform's name and the version of the blocks. */
  public VbtForge platform(String platform, int bdbVersion) {
    this.platform = platform;
    this.bdbVersion = bdbVersion;
    return this;
  }

  /** Adds a block, whose size has 16 bits. */
  public VbtForge block(int id, byte[] data) {
    blocks.add(new Canvas(3 + data.length).u8(0, id).u16(1, data.length).put(3, data).bytes());
    return this;
  }

  /** Adds block 53 of version 3, whose size has 32 bits and stands in its data. */
  public VbtForge mipiSequence(int size) {
    blocks.add(new Canvas(3 + size).u8(0, 53).u8(3, 3).u32(4, size).bytes());
    return this;
  }

  /** Adds block 254 with the build number, four characters, and the text shown at boot. */
  public VbtForge build(String number, String text) {
    return block(254, new Canvas(80).ascii(6, number).ascii(10, text + "\r\n").bytes());
  }

  /** An output, which {@link #outputs} adds. */
  public VbtForge child(int handle, int type, int port, int ddcPin, int aux) {
    children.add(
        new Canvas(CHILD)
            .u16(0x00, handle)
            .u16(0x02, type)
            .u8(0x10, port)
            .u8(0x13, ddcPin)
            .u8(0x19, aux)
            .bytes());
    return this;
  }

  /** Adds block 2 with all outputs and an entry that is not used. */
  public VbtForge outputs() {
    Canvas data = new Canvas(5 + CHILD * (children.size() + 1)).u8(0, 2).u8(1, 4).u8(4, CHILD);
    for (int i = 0; i < children.size(); i++) {
      data.put(5 + i * CHILD, children.get(i));
    }
    return block(2, data.bytes());
  }

  /** The table; its bytes sum to 0. */
  public byte[] build() {
    int size = BLOCKS + blocks.stream().mapToInt(block -> block.length).sum();
    Canvas table =
        new Canvas(size)
            .ascii(0x00, String.format("$VBT %-15s", platform))
            .u16(0x14, 100)
            .u16(0x16, HEADER)
            .u16(0x18, size)
            .u32(0x1C, HEADER)
            .ascii(HEADER, "BIOS_DATA_BLOCK ")
            .u16(HEADER + 0x10, bdbVersion)
            .u16(HEADER + 0x12, 22)
            .u16(HEADER + 0x14, size - HEADER);
    int at = BLOCKS;
    for (byte[] block : blocks) {
      table.put(at, block);
      at += block.length;
    }
    return table.balance(0, size, 0x1A).bytes();
  }

  /**
   * The table in an OpRegion of 8 KiB (Linux intel_opregion.c), behind it if it is to be found by
   * its address.
   *
   * @param minor version 2.minor
   * @param behind whether it stands behind the region, with its place and length in mailbox 3
   */
  public byte[] opRegion(int minor, boolean behind) {
    byte[] table = build();
    int region = 0x2000;
    Canvas bytes =
        new Canvas(behind ? region + table.length : region)
            .ascii(0x00, "IntelGraphicsMem")
            .u32(0x10, region / 1024)
            .u8(0x16, minor)
            .u8(0x17, 2)
            .u32(0x58, 0x1F);
    return behind
        ? bytes.u32(0x3BA, region).u32(0x3C2, table.length).put(region, table).bytes()
        : bytes.put(0x400, table).bytes();
  }
}
