package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;

/**
 * Builds coreboot's flash file system (coreboot
 * src/commonlib/bsd/include/commonlib/bsd/cbfs_serialized.h). The setters change this builder and
 * return it.
 */
public final class CbfsForge {
  /** Type of an option ROM. */
  public static final int OPTION_ROM = 0x30;

  /** Type of what was never used. */
  public static final int EMPTY = 0xffff_ffff;

  /** Type of what was deleted. */
  public static final int DELETED = 0;

  private static final int ALIGNMENT = 64;
  private static final int HEADER = 0x18;
  private static final int COMPRESSION = 0x4243_5a4c;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CbfsForge() {}

  /** Without files. */
  public static CbfsForge start() {
    return new CbfsForge();
  }

  /** Adds a file as it is. */
  public CbfsForge file(int type, String name, byte[] content) {
    return file(type, name, content, 0, 0);
  }

  /**
   * Adds a file that is compressed.
   *
   * @param compression 1 LZMA, 2 LZ4
   * @param unpacked bytes of the file without compression
   */
  public CbfsForge file(int type, String name, byte[] content, int compression, int unpacked) {
    pad();
    int attributes = Canvas.align(HEADER + name.length() + 1, 4);
    int start = attributes + (compression == 0 ? 0 : 16);
    Canvas header = new Canvas(start);
    header.ascii(0, "LARCHIVE").u32be(0x08, content.length).u32be(0x0c, type);
    header.u32be(0x14, start).ascii(HEADER, name);
    if (compression != 0) {
      header.u32be(0x10, attributes).u32be(attributes, COMPRESSION).u32be(attributes + 4, 16);
      header.u32be(attributes + 8, compression).u32be(attributes + 12, unpacked);
    }
    out.writeBytes(header.bytes());
    out.writeBytes(content);
    return this;
  }

  /** The file system. */
  public byte[] build() {
    pad();
    return out.toByteArray();
  }

  private void pad() {
    while (out.size() % ALIGNMENT != 0) {
      out.write(0xff);
    }
  }
}
