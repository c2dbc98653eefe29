package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;

/** Writes Brotli streams that do not compress (RFC 7932 §9.2). */
public final class BrotliStore {
  /** The most bytes of a block whose length takes four digits of four bits. */
  private static final int BLOCK = 1 << 16;

  private BrotliStore() {}

  /** The stream. */
  public static byte[] of(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // Window of 64 KiB: one zero bit. It goes with the first block's header, or with the end.
    int held = 0;
    int bits = 1;
    for (int at = 0; at < data.length; at += BLOCK) {
      int length = Math.min(BLOCK, data.length - at);
      // Not the last (1 bit), four digits (2 bits of 0), the length less one (16), not compressed.
      held |= (length - 1) << (bits + 3) | 1 << (bits + 19);
      bits += 20;
      for (; bits > 0; bits -= 8) {
        out.write(held);
        held >>>= 8;
      }
      out.write(data, at, length);
      held = 0;
      bits = 0;
    }
    out.write(held | 3 << bits); // the last, and empty
    return out.toByteArray();
  }
}
