package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.zip.Deflater;

/** Writes what Dell's updates are wrapped in, around a PFS volume or anything else. */
public final class DellForge {
  /** Type of a section with firmware. */
  public static final int FIRMWARE = 0xaa;

  /** Type of a section with programs. */
  public static final int UTILITIES = 0xbb;

  private static final String HEADER = "eeaa761becbb20f1e651";
  private static final String FOOTER = "eeaaee8f491be8ae143790";

  private DellForge() {}

  /** A section whose content is packed. */
  public static byte[] section(int type, byte[] content) {
    return stored(type, zlib(content));
  }

  /** A section with a stream as it is. */
  public static byte[] stored(int type, byte[] stream) {
    Canvas header = new Canvas(16).u32(0, stream.length).u8(4, type);
    header.put(5, HexFormat.of().parseHex(HEADER));
    Canvas footer = new Canvas(16).u32(0, stream.length);
    footer.put(4, HexFormat.of().parseHex(FOOTER));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(checked(header));
    out.writeBytes(stream);
    out.writeBytes(checked(footer));
    return out.toByteArray();
  }

  private static byte[] checked(Canvas sixteen) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      sum ^= sixteen.bytes()[i];
    }
    return sixteen.u8(15, sum).bytes();
  }

  /** zlib, at its best. */
  public static byte[] zlib(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[4096];
    while (!deflater.finished()) {
      out.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return out.toByteArray();
  }

  /**
   * A section of a package for ThinOS.
   *
   * @param number its first byte, 0x72 or 0x73
   * @param sum MD5 of the data, or as many zeros
   */
  public static byte[] thinOs(int number, byte[] data, byte[] sum) {
    return new Canvas(0x30 + data.length)
        .u32(0, 0x0055_1300L | number)
        .u32(0x10, data.length)
        .put(0x20, sum)
        .put(0x30, data)
        .bytes();
  }
}
