package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Packs bytes as NSIS does: deflate whose stored blocks lack the complement of their length, and
 * bzip2 without headers and sums. Simple rather than good: the bzip2 has two equal tables whose
 * codes are all of one length.
 */
public final class NsisStreams {
  private static final int STORED = 0xffff;
  private static final int BLOCK = 10_000;
  private static final int PER_GROUP = 50;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int count;

  private NsisStreams() {}

  /** Deflate of codes, which is the usual kind as long as the bytes can be packed at all. */
  public static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] piece = new byte[4096];
    while (!deflater.finished()) {
      packed.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return packed.toByteArray();
  }

  /** Deflate of stored blocks. */
  public static byte[] stored(byte[] data) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(storedBlocks(data));
    // The last block: a fixed code, and nothing but its end.
    packed.write(0x03);
    packed.write(0);
    return packed.toByteArray();
  }

  /** Stored blocks that another stream may follow. */
  public static byte[] storedBlocks(byte[] data) {
    return storedBlocks(data, false);
  }

  /**
   * The same.
   *
   * @param complement whether the complement of its length stands in each, as zlib writes it
   */
  public static byte[] storedBlocks(byte[] data, boolean complement) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int at = 0; at < data.length; at += STORED) {
      int length = Math.min(STORED, data.length - at);
      packed.write(0);
      packed.write(length);
      packed.write(length >>> 8);
      if (complement) {
        packed.write(~length);
        packed.write(~length >>> 8);
      }
      packed.write(data, at, length);
    }
    return packed.toByteArray();
  }

  /** bzip2. */
  public static byte[] bzip2(byte[] data) {
    NsisStreams stream = new NsisStreams();
    for (int at = 0; at < data.length; at += BLOCK) {
      stream.block(runs(Arrays.copyOfRange(data, at, Math.min(data.length, at + BLOCK))));
    }
    stream.bits(0x17, 8);
    stream.bits(0, 7);
    return stream.out.toByteArray();
  }

  /** Four equal bytes are followed by how many more there are. */
  private static byte[] runs(byte[] data) {
    ByteArrayOutputStream runs = new ByteArrayOutputStream();
    int at = 0;
    while (at < data.length) {
      int length = 1;
      while (length < 259 && at + length < data.length && data[at + length] == data[at]) {
        length++;
      }
      for (int i = 0; i < Math.min(length, 4); i++) {
        runs.write(data[at]);
      }
      if (length >= 4) {
        runs.write(length - 4);
      }
      at += length;
    }
    return runs.toByteArray();
  }

  private void block(byte[] data) {
    int n = data.length;
    Integer[] rotations = new Integer[n];
    Arrays.setAll(rotations, i -> i);
    Arrays.sort(rotations, (a, b) -> compare(data, a, b));
    byte[] last = new byte[n];
    int origin = 0;
    for (int i = 0; i < n; i++) {
      last[i] = data[(rotations[i] + n - 1) % n];
      origin = rotations[i] == 0 ? i : origin;
    }
    boolean[] used = new boolean[256];
    for (byte value : data) {
      used[value & 0xff] = true;
    }
    bits(0x31, 8);
    bits(origin, 24);
    codes(symbols(last, used), map(used));
  }

  private static int compare(byte[] data, int a, int b) {
    for (int i = 0; i < data.length; i++) {
      int difference = (data[(a + i) % data.length] & 0xff) - (data[(b + i) % data.length] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return a - b;
  }

  /** Writes which bytes there are; tells how many. */
  private int map(boolean[] used) {
    int size = 0;
    int maps = 0;
    for (int i = 0; i < 256; i++) {
      if (used[i]) {
        maps |= 1 << (15 - i / 16);
        size++;
      }
    }
    bits(maps, 16);
    for (int i = 0; i < 16; i++) {
      if ((maps >> (15 - i) & 1) != 0) {
        for (int k = 0; k < 16; k++) {
          bits(used[i * 16 + k] ? 1 : 0, 1);
        }
      }
    }
    return size;
  }

  /** Moved to the front, runs of the front as digits, the end behind it. */
  private static int[] symbols(byte[] last, boolean[] used) {
    int size = 0;
    int[] front = new int[256];
    for (int i = 0; i < 256; i++) {
      if (used[i]) {
        front[size++] = i;
      }
    }
    int[] symbols = new int[last.length * 2 + 2];
    int written = 0;
    int run = 0;
    for (byte value : last) {
      int place = 0;
      while (front[place] != (value & 0xff)) {
        place++;
      }
      if (place == 0) {
        run++;
        continue;
      }
      written = digits(symbols, written, run);
      run = 0;
      System.arraycopy(front, 0, front, 1, place);
      front[0] = value & 0xff;
      symbols[written++] = place + 1;
    }
    written = digits(symbols, written, run);
    symbols[written++] = size + 1;
    return Arrays.copyOf(symbols, written);
  }

  private static int digits(int[] symbols, int written, int run) {
    int at = written;
    for (int left = run; left > 0; left = (left - 1) / 2) {
      symbols[at++] = (left & 1) == 1 ? 0 : 1;
    }
    return at;
  }

  private void codes(int[] symbols, int used) {
    int length = 32 - Integer.numberOfLeadingZeros(used + 1);
    int groups = (symbols.length + PER_GROUP - 1) / PER_GROUP;
    bits(2, 3);
    bits(groups, 15);
    for (int i = 0; i < groups; i++) {
      // The other table each time.
      bits(i == 0 ? 0 : 0b10, i == 0 ? 1 : 2);
    }
    for (int table = 0; table < 2; table++) {
      // One longer, and back again at the first symbol.
      bits(length + 1, 5);
      bits(0b11, 2);
      bits(0, used + 2);
    }
    for (int symbol : symbols) {
      bits(symbol, length);
    }
  }

  private void bits(int value, int wanted) {
    for (int i = wanted - 1; i >= 0; i--) {
      held = held << 1 | (i < 32 ? value >>> i & 1 : 0);
      if (++count == 8) {
        out.write(held);
        held = 0;
        count = 0;
      }
    }
  }
}
