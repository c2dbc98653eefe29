package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;

/**
 * Writes LZSS as LZSS.C does: flags for eight items, bytes, and repetitions of what came just
 * before (lhasa, lib/lz5_decoder.c). Repetitions are of one byte alone, which is simple and does.
 */
public final class LzssForge {
  private static final int RING = 4096;
  private static final int FIRST = RING - 18;
  private static final int LONGEST = 18;

  private LzssForge() {}

  /** Packs bytes. */
  public static byte[] pack(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    int flags = 0;
    int count = 0;
    int at = 0;
    while (at < content.length) {
      int run = run(content, at);
      if (run >= 3) {
        int place = (FIRST + at - 1) % RING;
        items.write(place);
        items.write((place >>> 4 & 0xf0) | (run - 3));
        at += run;
      } else {
        flags |= 1 << count;
        items.write(content[at++]);
      }
      count++;
      if (count == 8 || at == content.length) {
        out.write(flags);
        out.writeBytes(items.toByteArray());
        items.reset();
        flags = 0;
        count = 0;
      }
    }
    return out.toByteArray();
  }

  /** How often the byte before stands here once more. */
  private static int run(byte[] content, int at) {
    int run = 0;
    while (at > 0
        && run < LONGEST
        && at + run < content.length
        && content[at + run] == content[at - 1]) {
      run++;
    }
    return run;
  }
}
