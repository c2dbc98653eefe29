package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * MSZIP, of cabinets: each block is a deflate stream of its own behind the letters CK, and may
 * repeat what the blocks before gave ([MS-MCI] 2.1).
 */
public final class Mszip implements BlockDecoder {

  private static final String MAGIC = "CK";

  /** So far back a repetition may lie. */
  private static final int WINDOW = 32 << 10;

  private final Allowance allowance;
  private final Inflater inflater = new Inflater(true);
  private byte[] out = {};
  private int length;

  /**
   * A decoder at the start of a folder.
   *
   * @param allowance limits what all blocks give together, and is asked for room for it as it grows
   */
  public Mszip(Allowance allowance) {
    this.allowance = allowance;
  }

  @Override
  public Ending add(Slice packed, int size) {
    if (!packed.startsWith(0, MAGIC)) {
      return packed.length() < MAGIC.length() ? Ending.TRUNCATED : Ending.DAMAGED;
    }
    allowance.work((long) size + packed.length());
    out = OutputRoom.grow(out, (long) length + size, allowance);
    inflater.reset();
    packed.within(
        (array, from, to) -> {
          int start = from + MAGIC.length();
          inflater.setInput(array, start, to - start);
          return inflater;
        });
    int known = Math.min(length, WINDOW);
    inflater.setDictionary(out, length - known, known);
    int start = length;
    int end = length + size;
    try {
      while (length < end) {
        int count = inflater.inflate(out, length, end - length);
        length += count;
        if (count == 0) {
          return inflater.finished() ? Ending.DAMAGED : Ending.TRUNCATED;
        }
      }
      return Ending.DONE;
    } catch (DataFormatException e) {
      // What came out before is there, though nobody told how much it is.
      length = start + (int) inflater.getBytesWritten();
      return Ending.DAMAGED;
    }
  }

  @Override
  public Slice toSlice() {
    return Slice.of(length == out.length ? out : Arrays.copyOf(out, length));
  }

  @Override
  public void close() {
    inflater.end();
  }
}
