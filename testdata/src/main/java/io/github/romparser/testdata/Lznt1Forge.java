package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Packs bytes with LZNT1 ([MS-XCA] 2.5), taking the longest repetition in each chunk. */
public final class Lznt1Forge {
  private static final int CHUNK = 4096;
  private static final int PLAIN = 0x3000;
  private static final int PACKED = 0xb000;

  private Lznt1Forge() {}

  /** Packs bytes; a chunk that would not become shorter stays as it is. */
  public static byte[] pack(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK));
      byte[] packed = chunk(chunk);
      boolean better = packed.length < chunk.length;
      byte[] body = better ? packed : chunk;
      int header = (better ? PACKED : PLAIN) | (body.length - 1);
      out.write(header);
      out.write(header >>> 8);
      out.writeBytes(body);
    }
    return out.toByteArray();
  }

  private static byte[] chunk(byte[] chunk) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunk.length) {
      ByteArrayOutputStream group = new ByteArrayOutputStream();
      int flags = 0;
      for (int i = 0; i < 8 && at < chunk.length; i++) {
        int offsetBits = Math.max(4, 32 - Integer.numberOfLeadingZeros(Math.max(0, at - 1)));
        int most = Math.min(chunk.length - at, (1 << (16 - offsetBits)) + 2);
        int best = 0;
        int offset = 0;
        for (int back = 1; back <= at && best < most; back++) {
          int length = 0;
          while (length < most && chunk[at + length] == chunk[at + length - back]) {
            length++;
          }
          if (length > best) {
            best = length;
            offset = back;
          }
        }
        if (best < 3) {
          group.write(chunk[at++]);
        } else {
          int token = (offset - 1) << (16 - offsetBits) | (best - 3);
          group.write(token);
          group.write(token >>> 8);
          flags |= 1 << i;
          at += best;
        }
      }
      out.write(flags);
      out.writeBytes(group.toByteArray());
    }
    return out.toByteArray();
  }
}
