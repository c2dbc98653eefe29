package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.EOFException;
import java.util.Arrays;

/**
 * bzip2 as NSIS has it (NSIS Source/bzip2/decompress.c): blocks one behind the other, at any bit.
 * Each begins with one byte and the place of the original among the sorted rotations, and then goes
 * on as in bzip2 1.0.8; there are no checksums, no random bits and no header.
 */
final class NsisBzip2 {

  /** What a block begins with: the first byte of bzip2's own mark. */
  static final int BLOCK = 0x31;

  /** What stands behind the last block. */
  private static final int END = 0x17;

  /** Bytes of a block before they are sorted; bzip2 -9. */
  private static final int MOST = 900_000;

  private static final int ORIGIN_BITS = 24;
  private static final int PER_GROUP = 50;
  private static final int MOST_TABLES = 6;

  /** The most groups that a whole block has (bzip2 1.0.8, BZ_MAX_SELECTORS). */
  private static final int MOST_GROUPS = 2 + MOST / PER_GROUP;

  private static final int RUN_A = 0;
  private static final int RUN_B = 1;

  /** So many equal bytes are followed by how many more there are. */
  private static final int RUN = 4;

  /** A block's bytes with a link each, as integers. */
  private static final long MEMORY = 4L * MOST;

  /** What a block costs besides its bytes: its tables. */
  private static final int BLOCK_COST = 1 << 12;

  private final MsbBits in;
  private final BoundedOutput out;
  private final Allowance allowance;
  private final int[] links;
  private final int[] starts = new int[256];

  private NsisBzip2(Slice packed, BoundedOutput out, Allowance allowance) {
    this.in = new MsbBits(packed);
    this.out = out;
    this.allowance = allowance;
    allowance.take(MEMORY);
    this.links = new int[MOST];
  }

  /** All bytes, or as many as can be had. */
  static Decoded decode(Slice packed, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    try {
      NsisBzip2 decoder = new NsisBzip2(packed, out, allowance);
      while (decoder.block()) {
        allowance.work(BLOCK_COST);
      }
      return Decoded.of(out.toSlice());
    } catch (EOFException e) {
      return partly(out, Trouble.Reason.TRUNCATED, packed);
    } catch (MalformedStream e) {
      return partly(out, Trouble.Reason.DAMAGED, packed);
    }
  }

  private static Decoded partly(BoundedOutput out, Trouble.Reason reason, Slice packed) {
    return Decoded.partly(
        out.toSlice(),
        new Trouble(reason, packed.offset(), "bzip2, " + out.length() + " bytes could be decoded"));
  }

  /** Decodes a block; false at the end of the stream. */
  private boolean block() throws EOFException, MalformedStream {
    int kind = in.bits(Byte.SIZE);
    if (kind == END) {
      return false;
    }
    if (kind != BLOCK) {
      throw new MalformedStream("neither a block nor the end");
    }
    int origin = in.bits(ORIGIN_BITS);
    byte[] used = used();
    int tables = in.bits(3);
    int groups = in.bits(15);
    if (tables < 2 || tables > MOST_TABLES || groups == 0) {
      throw new MalformedStream("number of tables");
    }
    byte[] selectors = selectors(tables, groups);
    Bzip2Code[] codes = new Bzip2Code[tables];
    for (int i = 0; i < tables; i++) {
      codes[i] = Bzip2Code.read(in, used.length + 2);
    }
    int length = symbols(used, selectors, codes);
    if (origin >= length) {
      throw new MalformedStream("place of the original");
    }
    allowance.work(length);
    unsort(origin, length);
    return true;
  }

  /** Which bytes there are: a map of 16 maps of 16 bits. */
  private byte[] used() throws EOFException, MalformedStream {
    int maps = in.bits(16);
    byte[] used = new byte[256];
    int count = 0;
    for (int i = 0; i < 16; i++) {
      int map = (maps >> (15 - i) & 1) != 0 ? in.bits(16) : 0;
      for (int k = 0; k < 16; k++) {
        if ((map >> (15 - k) & 1) != 0) {
          used[count++] = (byte) (i * 16 + k);
        }
      }
    }
    if (count == 0) {
      throw new MalformedStream("no bytes");
    }
    return Arrays.copyOf(used, count);
  }

  /** Which table each group of symbols has, moved to the front. */
  private byte[] selectors(int tables, int groups) throws EOFException, MalformedStream {
    byte[] selectors = new byte[Math.min(groups, MOST_GROUPS)];
    byte[] front = {0, 1, 2, 3, 4, 5};
    for (int i = 0; i < groups; i++) {
      int place = 0;
      while (in.bits(1) != 0) {
        if (++place >= tables) {
          throw new MalformedStream("selector");
        }
      }
      byte table = toFront(front, place);
      if (i < selectors.length) {
        selectors[i] = table;
      }
    }
    return selectors;
  }

  private static byte toFront(byte[] list, int place) {
    byte value = list[place];
    System.arraycopy(list, 0, list, 1, place);
    list[0] = value;
    return value;
  }

  /** Reads the last column of the sorted rotations into the links; tells how long it is. */
  private int symbols(byte[] used, byte[] selectors, Bzip2Code[] codes)
      throws EOFException, MalformedStream {
    Arrays.fill(starts, 0);
    int end = used.length + 1;
    int length = 0;
    int run = 0;
    int weight = 1;
    for (byte selector : selectors) {
      Bzip2Code code = codes[selector];
      for (int i = 0; i < PER_GROUP; i++) {
        int symbol = code.next(in);
        if (symbol == RUN_A || symbol == RUN_B) {
          run += weight << symbol;
          weight <<= 1;
          if (run > MOST) {
            throw new MalformedStream("a run longer than a block");
          }
          continue;
        }
        length = repeat(used[0], run, length);
        run = 0;
        weight = 1;
        if (symbol == end) {
          return length;
        }
        length = repeat(toFront(used, symbol - 1), 1, length);
      }
    }
    throw new MalformedStream("a block without an end");
  }

  private int repeat(byte value, int count, int length) throws MalformedStream {
    if (count > MOST - length) {
      throw new MalformedStream("a block that is too long");
    }
    int unsigned = value & 0xff;
    Arrays.fill(links, length, length + count, unsigned);
    starts[unsigned] += count;
    return length + count;
  }

  /** Follows the links from the original, and writes runs of equal bytes out. */
  private void unsort(int origin, int length) {
    int sum = 0;
    for (int i = 0; i < starts.length; i++) {
      int count = starts[i];
      starts[i] = sum;
      sum += count;
    }
    for (int i = 0; i < length; i++) {
      links[starts[links[i] & 0xff]++] |= i << Byte.SIZE;
    }
    int at = links[origin] >>> Byte.SIZE;
    int last = -1;
    int equal = 0;
    for (int i = 0; i < length; i++) {
      int value = links[at] & 0xff;
      at = links[at] >>> Byte.SIZE;
      if (equal == RUN) {
        if (value > 0) {
          out.repeat(1, value);
        }
        equal = 0;
        last = -1;
      } else {
        out.write(value);
        equal = value == last ? equal + 1 : 1;
        last = value;
      }
    }
  }
}
