package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Builds what Insyde's flash programs have inside (platomav/BIOSUtilities, insyde_ifd_extract.py):
 * images with a header, and archives of which each byte is rotated.
 */
public final class InsydeForge {
  private static final int HEADER = 0x18;

  private InsydeForge() {}

  /** An image behind its header. */
  public static byte[] image(String tag, byte[] content) {
    return image(tag, content.length, content.length, content);
  }

  /**
   * An image whose header may lie.
   *
   * @param tag eight characters
   * @param total bytes with padding
   * @param size bytes without it
   */
  public static byte[] image(String tag, int total, int size, byte[] content) {
    Canvas header = new Canvas(HEADER);
    header.ascii(0, "$_IFLASH").put(8, tag.getBytes(StandardCharsets.ISO_8859_1));
    header.u32(0x10, total).u32(0x14, size);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.bytes());
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** The text that stands before an archive. */
  public static byte[] text() {
    return ";!@Install@!UTF-8!\r\nRunProgram=\"H2OFFT.exe\"\r\n;!@InstallEnd@!\r\n"
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Each byte rotated left by one bit. */
  public static byte[] rotate(byte[] bytes) {
    byte[] rotated = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xff;
      rotated[i] = (byte) (value << 1 | value >>> 7);
    }
    return rotated;
  }
}
