package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;

/**
 * Writes the two oldest compressions of ZIP files as simply as they allow: literals alone (PKWARE
 * APPNOTE.TXT 6.3.10, sections 5.1 and 5.3). Bits go in low first.
 */
public final class OldZipForge {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int count;

  private OldZipForge() {}

  /** Shrink: codes of nine bits, 0 to 255 for themselves. */
  public static byte[] shrink(byte[] bytes) {
    OldZipForge writer = new OldZipForge();
    // With no more codes than this the table is not full, and no code grows.
    int codes = 0;
    for (byte b : bytes) {
      if (codes == 200) {
        // 256 is a control code, 2 clears the table.
        writer.bits(256, 9).bits(2, 9);
        codes = 0;
      }
      writer.bits(b & 0xff, 9);
      codes++;
    }
    return writer.finish();
  }

  /** Implode with two trees, of lengths and distances, that are not used. */
  public static byte[] implode(byte[] bytes) {
    OldZipForge writer = new OldZipForge();
    for (int tree = 0; tree < 2; tree++) {
      // Four bytes follow, each for sixteen codes of six bits.
      writer.bits(3, 8);
      for (int i = 0; i < 4; i++) {
        writer.bits(0xf5, 8);
      }
    }
    for (byte b : bytes) {
      writer.bits(1, 1).bits(b & 0xff, 8);
    }
    return writer.finish();
  }

  private OldZipForge bits(int value, int length) {
    held |= value << count;
    count += length;
    while (count >= Byte.SIZE) {
      out.write(held);
      held >>>= Byte.SIZE;
      count -= Byte.SIZE;
    }
    return this;
  }

  private byte[] finish() {
    if (count > 0) {
      out.write(held);
    }
    return out.toByteArray();
  }
}
