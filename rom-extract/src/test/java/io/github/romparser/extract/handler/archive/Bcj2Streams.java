package io.github.romparser.extract.handler.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/**
 * Writes BCJ2: takes the targets of some branches out, and tells of which (LZMA SDK, Bcj2Enc.c).
 */
final class Bcj2Streams {
  private static final int HALF = 1024;

  private final ByteArrayOutputStream main = new ByteArrayOutputStream();
  private final Bytes calls = new Bytes();
  private final Bytes jumps = new Bytes();
  private final ByteArrayOutputStream coder = new ByteArrayOutputStream();
  private final int[] probabilities = new int[258];
  private long low;
  private long range = 0xffff_ffffL;
  private int cache;
  private long cached = 1;

  private Bcj2Streams() {
    Arrays.fill(probabilities, HALF);
  }

  /** The four streams: what is left, targets of calls and of jumps, and the range coder's. */
  static byte[][] of(byte[] bytes, Random random) {
    Bcj2Streams streams = new Bcj2Streams();
    streams.encode(bytes, random);
    return new byte[][] {
      streams.main.toByteArray(),
      streams.calls.array(),
      streams.jumps.array(),
      streams.coder.toByteArray()
    };
  }

  private void encode(byte[] bytes, Random random) {
    int previous = 0;
    int at = 0;
    while (at < bytes.length) {
      int next = bytes[at++] & 0xff;
      main.write(next);
      boolean conditional = previous == 0x0f && (next & 0xf0) == 0x80;
      if (next == 0xe8 || next == 0xe9 || conditional) {
        int index = next == 0xe8 ? previous : next == 0xe9 ? 256 : 257;
        boolean take = at + 4 <= bytes.length && random.nextBoolean();
        bit(index, take);
        if (take) {
          long target = 0;
          for (int i = 3; i >= 0; i--) {
            target = target << 8 | (bytes[at + i] & 0xff);
          }
          at += 4;
          long absolute = target + at;
          Bytes out = next == 0xe8 ? calls : jumps;
          for (int i = 24; i >= 0; i -= 8) {
            out.u8((int) (absolute >>> i));
          }
          next = bytes[at - 1] & 0xff;
        }
      }
      previous = next;
    }
    for (int i = 0; i < 5; i++) {
      shift();
    }
  }

  private void bit(int index, boolean one) {
    long bound = (range >>> 11) * probabilities[index];
    if (one) {
      low += bound;
      range -= bound;
      probabilities[index] -= probabilities[index] >> 5;
    } else {
      range = bound;
      probabilities[index] += (2048 - probabilities[index]) >> 5;
    }
    while (range < 1 << 24) {
      range = range << 8 & 0xffff_ffffL;
      shift();
    }
  }

  private void shift() {
    if (low < 0xff00_0000L || low > 0xffff_ffffL) {
      int carry = (int) (low >>> 32);
      for (; cached > 0; cached--) {
        coder.write(cache + carry);
        cache = 0xff;
      }
      cache = (int) (low >>> 24) & 0xff;
    }
    cached++;
    low = low << 8 & 0xffff_ffffL;
  }
}
