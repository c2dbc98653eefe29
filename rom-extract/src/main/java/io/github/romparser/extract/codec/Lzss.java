package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Arrays;

/**
 * LZSS as Haruhiko Okumura's LZSS.C writes it, which LHA calls -lz5- and Phoenix BIOSes method 3: a
 * byte of flags, the low one first, says of eight items whether they are bytes (1) or repetitions
 * (0). A repetition is two bytes: a place in a ring of 4 KiB (low eight bits, then the high four in
 * the upper half of the second byte) and in the lower half a length less three (lhasa,
 * lib/lz5_decoder.c; coreboot bios_extract, src/lzss_extract.c).
 */
public final class Lzss {

  private static final int RING = 1 << 12;

  /** Where in the ring the first byte goes: the longest repetition before its end. */
  private static final int FIRST = RING - 18;

  private static final int SHORTEST = 3;

  private Lzss() {}

  /** What stands in the ring before the first byte is written. */
  public enum Before {
    /** Spaces, as in LZSS.C and in BIOSes. */
    SPACES,
    /** LArc's own mixture, which -lz5- has: runs, all bytes up and down, zeros, spaces. */
    LARC;

    private byte[] ring() {
      byte[] ring = new byte[RING];
      if (this == SPACES) {
        Arrays.fill(ring, (byte) ' ');
        return ring;
      }
      int run = 13;
      int up = 256 * run;
      for (int i = 0; i < 256; i++) {
        Arrays.fill(ring, i * run, (i + 1) * run, (byte) i);
        ring[up + i] = (byte) i;
        ring[up + 256 + i] = (byte) (255 - i);
      }
      Arrays.fill(ring, up + 512 + 128, RING - 18, (byte) ' ');
      return ring;
    }
  }

  /**
   * Decodes one stream.
   *
   * @param packed begins with the first flags, and may go on behind the end
   * @param before what the first repetitions may find in the ring
   * @param size how many bytes there should be; at most as many as are allowed come out
   * @param allowance limits the output, and is asked beforehand for it, though for no more than
   *     nine times the input
   * @return all bytes; or fewer, with the trouble, where the input ends early or more would be
   *     needed than is allowed
   */
  public static Decoded decode(Slice packed, Before before, long size, Allowance allowance) {
    int most = (int) Math.min(Math.min(size, allowance.most()), Integer.MAX_VALUE - 8);
    // Two bytes give at most eighteen, so that a size that lies costs no memory.
    int length = (int) Math.min(most, packed.length() * 9L);
    allowance.take(length);
    allowance.work(packed.length());
    byte[] out = new byte[length];
    int written = packed.within((in, from, to) -> run(in, from, to, before.ring(), out));
    Slice bytes = Slice.of(out).clamp(0, written);
    if (written == size) {
      return Decoded.of(bytes);
    }
    Trouble.Reason reason = written == most ? Trouble.Reason.LIMIT : Trouble.Reason.TRUNCATED;
    return Decoded.partly(
        bytes, new Trouble(reason, packed.offset(), "LZSS, " + written + " of " + size + " bytes"));
  }

  private static int run(byte[] in, int from, int to, byte[] ring, byte[] out) {
    int at = from;
    int written = 0;
    int place = FIRST;
    while (at < to) {
      int flags = in[at++];
      for (int i = 0; i < Byte.SIZE; i++, flags >>= 1) {
        if (written == out.length || to - at < 2 - (flags & 1)) {
          return written;
        }
        if ((flags & 1) == 1) {
          ring[place] = in[at];
          place = (place + 1) & (RING - 1);
          out[written++] = in[at++];
          continue;
        }
        int source = (in[at] & 0xff) | (in[at + 1] & 0xf0) << 4;
        int length = Math.min((in[at + 1] & 0x0f) + SHORTEST, out.length - written);
        at += 2;
        for (int k = 0; k < length; k++) {
          byte value = ring[(source + k) & (RING - 1)];
          ring[place] = value;
          place = (place + 1) & (RING - 1);
          out[written++] = value;
        }
      }
    }
    return written;
  }
}
