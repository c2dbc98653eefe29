package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Builds RAR archives around bytes that were packed elsewhere, or not at all (RAR 5.0 archive
 * format; for version 4 unrar's headers.hpp). The setters change this builder and return it.
 */
public final class RarForge {

  /** Stored, in either version. */
  public static final int STORED = 0;

  private static final int FIRST_METHOD_4 = 0x30;
  private static final int FILE_4 = 0x20;
  private static final int METHOD_SHIFT_5 = 7;

  private final boolean five;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private RarForge(boolean five) {
    this.five = five;
    out.writeBytes(
        (five ? "Rar!\u001a\u0007\u0001\0" : "Rar!\u001a\u0007\0")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  /** An archive of version 4, with its header; {@code locked} if even names are encrypted. */
  public static RarForge four(boolean locked) {
    RarForge forge = new RarForge(false);
    forge.block4(new Canvas(13).u8(2, 0x73).u16(3, locked ? 0x0080 : 0).u16(5, 13).bytes());
    return forge;
  }

  /** An archive of version 5, with its header or, if it is locked, an encryption header. */
  public static RarForge five(boolean locked) {
    RarForge forge = new RarForge(true);
    forge.block5(locked ? new byte[] {4, 0, 0, 0, 15} : new byte[] {1, 0, 0}, new byte[0]);
    return forge;
  }

  /**
   * Adds a file.
   *
   * @param name in ASCII
   * @param method 0 for stored, 1 to 5 for RAR's own
   * @param encrypted whether it claims to be
   * @param bytes as they are stored
   */
  public RarForge file(String name, int method, boolean encrypted, byte[] bytes) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    if (five) {
      byte[] extra = encrypted ? new byte[] {3, 1, 0, 0} : new byte[0];
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      header.write(2);
      header.write(2 | (encrypted ? 1 : 0));
      if (encrypted) {
        number(header, extra.length);
      }
      number(header, bytes.length);
      number(header, 4 | 2);
      number(header, bytes.length);
      number(header, 0x20);
      header.writeBytes(new byte[8]);
      number(header, (long) method << METHOD_SHIFT_5);
      number(header, 0);
      number(header, text.length);
      header.writeBytes(text);
      header.writeBytes(extra);
      block5(header.toByteArray(), bytes);
    } else {
      Canvas header = new Canvas(FILE_4 + text.length);
      header.u8(2, 0x74).u16(3, 0x8000 | (encrypted ? 4 : 0)).u16(5, FILE_4 + text.length);
      header.u32(7, bytes.length).u32(11, bytes.length).u8(24, 29).u8(25, FIRST_METHOD_4 + method);
      header.u16(26, text.length).u32(28, 0x20).put(FILE_4, text);
      block4(header.bytes());
      out.writeBytes(bytes);
    }
    return this;
  }

  /** The archive with its end. */
  public byte[] build() {
    if (five) {
      block5(new byte[] {5, 0, 0}, new byte[0]);
    } else {
      block4(new Canvas(7).u8(2, 0x7b).u16(3, 0x4000).u16(5, 7).bytes());
    }
    return out.toByteArray();
  }

  private void block4(byte[] header) {
    CRC32 crc = new CRC32();
    crc.update(header, 2, header.length - 2);
    header[0] = (byte) crc.getValue();
    header[1] = (byte) (crc.getValue() >> 8);
    out.writeBytes(header);
  }

  private void block5(byte[] header, byte[] data) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    number(block, header.length);
    block.writeBytes(header);
    CRC32 crc = new CRC32();
    crc.update(block.toByteArray());
    out.writeBytes(new Canvas(4).u32(0, crc.getValue()).bytes());
    out.writeBytes(block.toByteArray());
    out.writeBytes(data);
  }

  private static void number(ByteArrayOutputStream to, long value) {
    long left = value;
    while (left >= 0x80) {
      to.write((int) left | 0x80);
      left >>>= 7;
    }
    to.write((int) left);
  }
}
