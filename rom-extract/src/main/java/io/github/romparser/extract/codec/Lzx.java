package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.Arrays;

/**
 * LZX as cabinets have it: frames of 32 KiB that share a window, trees and the last offsets
 * (Microsoft LZX Data Compression Format, 1997; [MS-PATCH] 2; libmspack, mspack/lzxd.c, for what
 * those leave open).
 *
 * <p>All output is kept, and is the window too.
 */
public final class Lzx implements BlockDecoder {

  /** Every frame but the last gives so many bytes. */
  public static final int FRAME = 32 << 10;

  /** The smallest window is 2 to the power of this. */
  public static final int SMALLEST_WINDOW = 15;

  /** The largest window is 2 to the power of this. */
  public static final int LARGEST_WINDOW = 21;

  private static final int VERBATIM = 1;
  private static final int ALIGNED = 2;
  private static final int UNCOMPRESSED = 3;

  private static final int WIDEST_EXTRA = 17;

  private static final int LITERALS = 256;
  private static final int LENGTHS_A_SLOT = 8;
  private static final int LONG_LENGTH = LENGTHS_A_SLOT - 1;
  private static final int LENGTH_SYMBOLS = 249;
  private static final int SHORTEST_MATCH = 2;
  private static final int REPEATED_OFFSETS = 3;
  private static final int ALIGNED_BITS = 3;

  private static final int[] EXTRA = new int[slots(LARGEST_WINDOW)];
  private static final int[] BASE = new int[slots(LARGEST_WINDOW)];

  static {
    int base = 0;
    for (int slot = 0; slot < EXTRA.length; slot++) {
      EXTRA[slot] = Math.min(WIDEST_EXTRA, Math.max(0, slot / 2 - 1));
      BASE[slot] = base - (REPEATED_OFFSETS - 1);
      base += 1 << EXTRA[slot];
    }
  }

  private final Allowance allowance;
  private final int window;
  private final LzxBits bits = new LzxBits();
  private final LzxTrees trees;
  private byte[] out = {};
  private int length;
  private boolean begun;
  private int programSize;
  private int type;

  /** How many bytes the block still gives. */
  private int left;

  /** Whether the block is uncompressed and of odd length, so that a byte follows that fills up. */
  private boolean odd;

  /** Whether this byte is still to come. */
  private boolean padded;

  private int recent0 = 1;
  private int recent1 = 1;
  private int recent2 = 1;

  /**
   * A decoder at the start of a stream.
   *
   * @param windowBits the window's size is 2 to the power of this
   * @param allowance limits what all frames give together, and is asked for room for it as it grows
   * @throws IllegalArgumentException if there is no such window
   */
  public Lzx(int windowBits, Allowance allowance) {
    if (windowBits < SMALLEST_WINDOW || windowBits > LARGEST_WINDOW) {
      throw new IllegalArgumentException("a window of 2^" + windowBits);
    }
    this.allowance = allowance;
    window = 1 << windowBits;
    trees = new LzxTrees(LITERALS + LENGTHS_A_SLOT * slots(windowBits), LENGTH_SYMBOLS);
  }

  /** How many position slots a window has. */
  private static int slots(int windowBits) {
    return switch (windowBits) {
      case 21 -> 50;
      case 20 -> 42;
      default -> 2 * windowBits;
    };
  }

  /** Decodes a frame, which gives at most {@link #FRAME} bytes. */
  @Override
  public Ending add(Slice packed, int size) {
    if (size < 0 || size > FRAME) {
      return Ending.DAMAGED;
    }
    allowance.work((long) size + packed.length());
    out = OutputRoom.grow(out, (long) length + size, allowance);
    return packed.within(
        (array, from, to) -> {
          bits.start(array, from, to);
          return frame(length + size);
        });
  }

  @Override
  public Slice toSlice() {
    if (programSize != 0) {
      LzxFilter.undo(out, length, programSize);
    }
    return Slice.of(length == out.length ? out : Arrays.copyOf(out, length));
  }

  private Ending frame(int end) {
    if (padded && bits.bytesLeft() > 0) {
      bits.skipByte();
    }
    padded = false;
    if (!begun) {
      begun = true;
      if (bits.read(1) == 1) {
        programSize = bits.read(Integer.SIZE);
      }
    }
    while (length < end) {
      if (left == 0) {
        Ending header = block();
        if (header != Ending.DONE) {
          return header;
        }
      }
      int before = length;
      int to = Math.min(end, before + Math.min(left, FRAME));
      Ending ending = type == UNCOMPRESSED ? copy(to) : decode(to);
      left -= length - before;
      if (ending != Ending.DONE) {
        return ending;
      }
      if (type == UNCOMPRESSED && left == 0) {
        pad();
      }
    }
    return Ending.DONE;
  }

  // ---- blocks ------------------------------------------------------------------------------

  private Ending block() {
    type = bits.read(3);
    left = bits.read(24);
    boolean well =
        switch (type) {
          case VERBATIM -> trees.read(bits, false);
          case ALIGNED -> trees.read(bits, true);
          case UNCOMPRESSED -> uncompressed();
          default -> false;
        };
    allowance.work(LzxTrees.WORK);
    // An empty block would not be wrong in itself, but no encoder makes one.
    return bits.overrun() ? Ending.TRUNCATED : well && left > 0 ? Ending.DONE : Ending.DAMAGED;
  }

  private boolean uncompressed() {
    bits.alignToBytes();
    odd = (left & 1) != 0;
    if (bits.bytesLeft() < REPEATED_OFFSETS * Integer.BYTES) {
      return false;
    }
    recent0 = bits.u32();
    recent1 = bits.u32();
    recent2 = bits.u32();
    return true;
  }

  private Ending copy(int to) {
    int count = Math.min(to - length, bits.bytesLeft());
    bits.copy(out, length, count);
    length += count;
    return length == to ? Ending.DONE : Ending.TRUNCATED;
  }

  /** Passes over the byte behind a block of odd length; it may be in the next frame. */
  private void pad() {
    if (odd && bits.bytesLeft() > 0) {
      bits.skipByte();
    } else {
      padded = odd;
    }
  }

  private Ending decode(int to) {
    LzxBits in = bits;
    byte[] bytes = out;
    boolean aligned = type == ALIGNED;
    int at = length;
    while (at < to) {
      in.fill();
      int symbol = in.symbolOfFilled(trees.main());
      if (symbol < LITERALS) {
        if (symbol < 0 || in.overrun()) {
          return ended(at);
        }
        bytes[at++] = (byte) symbol;
        continue;
      }
      int count = symbol & LONG_LENGTH;
      if (count == LONG_LENGTH) {
        int more = in.symbolOfFilled(trees.lengths());
        if (more < 0) {
          return ended(at);
        }
        count += more;
      }
      count += SHORTEST_MATCH;
      int offset = offset((symbol - LITERALS) / LENGTHS_A_SLOT, aligned);
      if (offset <= 0 || offset > at || offset > window || count > to - at || in.overrun()) {
        return ended(at);
      }
      repeat(bytes, at, offset, count);
      at += count;
    }
    length = at;
    return Ending.DONE;
  }

  private Ending ended(int at) {
    length = at;
    return bits.overrun() ? Ending.TRUNCATED : Ending.DAMAGED;
  }

  private static void repeat(byte[] bytes, int at, int offset, int count) {
    if (offset >= count) {
      System.arraycopy(bytes, at - offset, bytes, at, count);
    } else {
      for (int i = at; i < at + count; i++) {
        bytes[i] = bytes[i - offset];
      }
    }
  }

  /** How far back a repetition lies, by its position slot; 0 or less if nothing says. */
  private int offset(int slot, boolean aligned) {
    int offset;
    if (slot >= REPEATED_OFFSETS) {
      offset = newOffset(slot, aligned);
      recent2 = recent1;
      recent1 = recent0;
    } else if (slot == 0) {
      return recent0;
    } else if (slot == 1) {
      offset = recent1;
      recent1 = recent0;
    } else {
      offset = recent2;
      recent2 = recent0;
    }
    recent0 = offset;
    return offset;
  }

  private int newOffset(int slot, boolean aligned) {
    int extra = EXTRA[slot];
    if (!aligned || extra < ALIGNED_BITS) {
      return BASE[slot] + bits.read(extra);
    }
    int high = bits.read(extra - ALIGNED_BITS) << ALIGNED_BITS;
    int low = bits.symbol(trees.aligned());
    return low < 0 ? 0 : BASE[slot] + high + low;
  }
}
