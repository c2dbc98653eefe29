package io.github.romparser.extract.handler.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * BCJ2: x86 code whose jump and call targets were taken out into streams of their own, as absolute
 * addresses in big-endian order. A range coder tells which were (7-Zip's Bcj2.c, LZMA SDK).
 */
final class Bcj2Stream extends InputStream {

  private static final int PROBABILITY_BITS = 11;
  private static final int HALF = 1 << (PROBABILITY_BITS - 1);
  private static final int SPEED = 5;
  private static final long TOP = 1L << 24;
  private static final long MAX_U32 = 0xffff_ffffL;
  private static final int CALL = 0xe8;
  private static final int JUMP = 0xe9;

  /** One probability for each byte in front of a call, one for jumps, one for conditional jumps. */
  private static final int JUMPS = 256;

  private static final int CONDITIONAL = 257;

  private final InputStream main;
  private final InputStream calls;
  private final InputStream jumps;
  private final InputStream coder;
  private final int[] probabilities = new int[CONDITIONAL + 1];
  private long range = MAX_U32;
  private long code;
  private boolean begun;
  private int previous;
  private long position;
  private long target;
  private int targetLeft;

  Bcj2Stream(InputStream main, InputStream calls, InputStream jumps, InputStream coder) {
    this.main = main;
    this.calls = calls;
    this.jumps = jumps;
    this.coder = coder;
    Arrays.fill(probabilities, HALF);
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    int done = 0;
    while (done < count) {
      int next = read();
      if (next < 0) {
        return done == 0 ? -1 : done;
      }
      target[from + done] = (byte) next;
      done++;
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    try (main;
        calls;
        jumps;
        coder) {
      targetLeft = 0;
    }
  }

  @Override
  public int read() throws IOException {
    if (targetLeft > 0) {
      targetLeft--;
      int next = (int) (target & 0xff);
      target >>>= Byte.SIZE;
      previous = next;
      position++;
      return next;
    }
    int next = main.read();
    if (next < 0) {
      return -1;
    }
    position++;
    boolean branch = (next & 0xfe) == CALL || (previous == 0x0f && (next & 0xf0) == 0x80);
    if (branch && taken(next == CALL ? previous : next == JUMP ? JUMPS : CONDITIONAL)) {
      // The target counts from behind its own four bytes.
      target = (number(next == CALL ? calls : jumps) - (position + Integer.BYTES)) & MAX_U32;
      targetLeft = Integer.BYTES;
    }
    previous = next;
    return next;
  }

  /** Whether the target of this branch was taken out. */
  private boolean taken(int index) throws IOException {
    if (!begun) {
      begun = true;
      for (int i = 0; i < 5; i++) {
        code = (code << Byte.SIZE | must(coder)) & MAX_U32;
      }
    }
    if (range < TOP) {
      range = range << Byte.SIZE & MAX_U32;
      code = (code << Byte.SIZE | must(coder)) & MAX_U32;
    }
    long bound = (range >>> PROBABILITY_BITS) * probabilities[index];
    if (code < bound) {
      range = bound;
      probabilities[index] += ((1 << PROBABILITY_BITS) - probabilities[index]) >> SPEED;
      return false;
    }
    range -= bound;
    code -= bound;
    probabilities[index] -= probabilities[index] >> SPEED;
    return true;
  }

  private static long number(InputStream in) throws IOException {
    long value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = value << Byte.SIZE | must(in);
    }
    return value;
  }

  private static int must(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("BCJ2");
    }
    return next;
  }
}
