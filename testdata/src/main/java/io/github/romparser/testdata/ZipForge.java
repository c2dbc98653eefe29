package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Builds ZIP archives of one file whose bytes were packed elsewhere, by any method (PKWARE
 * APPNOTE.TXT 6.3.10).
 */
public final class ZipForge {
  private static final int VERSION = 20;
  private static final int LOCAL = 30;
  private static final int CENTRAL = 46;
  private static final int END = 22;

  private ZipForge() {}

  /**
   * An archive.
   *
   * @param name name of the file, in ASCII
   * @param method number of the compression method
   * @param flags general purpose bit flags
   * @param packed the file as it is stored
   * @param content the file
   */
  public static byte[] of(String name, int method, int flags, byte[] packed, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    Canvas local = new Canvas(LOCAL + text.length);
    local.ascii(0, "PK\u0003\u0004").u16(4, VERSION);
    shared(local, 6, method, flags, crc.getValue(), packed.length, content.length, text.length);
    local.put(LOCAL, text);
    Canvas central = new Canvas(CENTRAL + text.length + END);
    central.ascii(0, "PK\u0001\u0002").u16(4, VERSION).u16(6, VERSION);
    shared(central, 8, method, flags, crc.getValue(), packed.length, content.length, text.length);
    central.put(CENTRAL, text);
    int end = CENTRAL + text.length;
    central.ascii(end, "PK\u0005\u0006").u16(end + 8, 1).u16(end + 10, 1);
    central.u32(end + 12, end).u32(end + 16, LOCAL + text.length + packed.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(local.bytes());
    out.writeBytes(packed);
    out.writeBytes(central.bytes());
    return out.toByteArray();
  }

  /** What both headers have in common, from the flags to the length of the name. */
  private static void shared(
      Canvas header, int at, int method, int flags, long crc, int packed, int size, int name) {
    header.u16(at, flags).u16(at + 2, method).u32(at + 8, crc);
    header.u32(at + 12, packed).u32(at + 16, size).u16(at + 20, name);
  }
}
