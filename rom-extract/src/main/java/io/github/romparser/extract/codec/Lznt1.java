package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Arrays;
import java.util.Optional;

/**
 * LZNT1, which NTFS and Windows' RtlDecompressBuffer have: chunks of 4 KiB, each by itself
 * ([MS-XCA] 2.5).
 */
public final class Lznt1 {

  /** A chunk gives so many bytes; only the last may give fewer. */
  public static final int CHUNK = 4096;

  private static final int HEADER = 2;
  private static final int SIZE_MASK = 0x0fff;

  /** Bits 12 to 14 of a header are 3. */
  private static final int SIGNATURE_MASK = 0x7000;

  private static final int SIGNATURE = 0x3000;
  private static final int COMPRESSED = 0x8000;
  private static final int SHORTEST_MATCH = 3;
  private static final int WORD = 16;
  private static final int LEAST_OFFSET_BITS = 4;

  private Lznt1() {}

  /**
   * {@return whether bytes begin with a chunk's header} It is two bytes, of which bits 12 to 14 are
   * 3, with at least one more behind them.
   *
   * @param stream of which the first two bytes are looked at
   */
  public static boolean plausible(Slice stream) {
    return stream.has(0, HEADER + 1L) && (stream.u16(0) & SIGNATURE_MASK) == SIGNATURE;
  }

  /**
   * Decodes until the stream ends, or as many bytes are there as there should be.
   *
   * @param stream begins with the first chunk's header
   * @param size how many bytes there should be
   * @param allowance limits the output, for which it has to leave room for up to two chunks more
   *     than come out
   * @return so many bytes; or fewer, with the trouble, where the stream ends early or a chunk is
   *     wrong
   */
  public static Decoded decode(Slice stream, long size, Allowance allowance) {
    return stream
        .within((array, from, to) -> new Run(array, from, to, size, allowance))
        .decode(stream.offset());
  }

  private static final class Run {
    private final byte[] in;
    private final int from;
    private final int end;
    private final long size;
    private final Allowance allowance;
    private byte[] out = {};
    private int length;
    private int at;

    Run(byte[] in, int from, int end, long size, Allowance allowance) {
      this.in = in;
      this.from = from;
      this.end = end;
      this.size = size;
      this.allowance = allowance;
      this.at = from;
    }

    Decoded decode(long offset) {
      Optional<Trouble.Reason> reason = Optional.empty();
      while (length < size && reason.isEmpty()) {
        if (end - at < HEADER) {
          reason = Optional.of(Trouble.Reason.TRUNCATED);
          break;
        }
        int header = u16(at);
        if (header == 0) {
          reason = Optional.of(Trouble.Reason.TRUNCATED);
          break;
        }
        reason = chunk(header);
      }
      Slice bytes = Slice.of(Arrays.copyOf(out, (int) Math.min(length, size)));
      long where = offset + at - from;
      return new Decoded(
          bytes,
          reason.map(
              r -> new Trouble(r, where, "LZNT1, " + bytes.length() + " of " + size + " bytes")));
    }

    private int u16(int place) {
      return (in[place] & 0xff) | (in[place + 1] & 0xff) << 8;
    }

    private Optional<Trouble.Reason> chunk(int header) {
      if ((header & SIGNATURE_MASK) != SIGNATURE) {
        return Optional.of(Trouble.Reason.DAMAGED);
      }
      allowance.work(CHUNK);
      // Two chunks: the one before may have to be filled up.
      out = OutputRoom.grow(out, length + 2L * CHUNK, allowance);
      // One that gave less than 4 KiB and is followed by another counts as full.
      length = (length + CHUNK - 1) / CHUNK * CHUNK;
      int stated = (header & SIZE_MASK) + 1;
      at += HEADER;
      int count = Math.min(stated, end - at);
      if ((header & COMPRESSED) == 0) {
        System.arraycopy(in, at, out, length, count);
        length += count;
      } else if (!compressed(at + count)) {
        return Optional.of(count < stated ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED);
      }
      at += count;
      return count < stated ? Optional.of(Trouble.Reason.TRUNCATED) : Optional.empty();
    }

    /** Literals and repetitions; false if a repetition is none, or the last one is cut off. */
    private boolean compressed(int to) {
      byte[] source = in;
      byte[] target = out;
      int start = length;
      int most = start + CHUNK;
      int place = at;
      int put = start;
      while (place < to) {
        int flags = source[place++];
        for (int i = 0; i < Byte.SIZE && place < to; i++, flags >>= 1) {
          if ((flags & 1) == 0) {
            if (put == most) {
              length = put;
              return false;
            }
            target[put++] = source[place++];
            continue;
          }
          if (place + 1 >= to) {
            length = put;
            return false;
          }
          int token = (source[place] & 0xff) | (source[place + 1] & 0xff) << 8;
          place += 2;
          int known = put - start;
          int offsetBits =
              Math.max(
                  LEAST_OFFSET_BITS,
                  Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, known - 1)));
          int lengthBits = WORD - offsetBits;
          int offset = (token >> lengthBits) + 1;
          int count = (token & (1 << lengthBits) - 1) + SHORTEST_MATCH;
          if (offset > known || count > most - put) {
            length = put;
            return false;
          }
          if (offset >= count) {
            System.arraycopy(target, put - offset, target, put, count);
            put += count;
          } else {
            for (int stop = put + count; put < stop; put++) {
              target[put] = target[put - offset];
            }
          }
        }
      }
      length = put;
      return true;
    }
  }
}
