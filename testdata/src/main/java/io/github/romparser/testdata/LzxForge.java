package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Packs bytes with LZX as cabinets have it (Microsoft LZX Data Compression Format, 1997; [MS-PATCH]
 * 2). It takes the first repetition it finds and codes that fit any bytes, so it packs badly; but
 * each kind of block, of tree and of offset occurs.
 */
public final class LzxForge {

  /** A block with offsets as they are. */
  public static final int VERBATIM = 1;

  /** A block whose offsets have their low bits in a code of their own. */
  public static final int ALIGNED = 2;

  /** A block of bytes as they are. */
  public static final int UNCOMPRESSED = 3;

  private static final int FRAME = 32 << 10;
  private static final int LITERALS = 256;
  private static final int LENGTHS = 249;
  private static final int LONGEST = 257;
  private static final int PRE_SYMBOLS = 20;
  private static final int HASH_BITS = 14;

  /**
   * A block to be made.
   *
   * @param type {@link #VERBATIM}, {@link #ALIGNED} or {@link #UNCOMPRESSED}
   * @param size how many bytes it holds
   * @param skewed how many symbols have the words 0, 10, 110 and so on, so that those of all others
   *     are long
   */
  public record Block(int type, int size, int skewed) {}

  private final byte[] data;
  private final int window;
  private final int mainSymbols;
  private final byte[] mainLengths;
  private final byte[] lengthLengths = new byte[LENGTHS];
  private final int[] last = new int[1 << HASH_BITS];
  private final int[] recent = {1, 1, 1};
  private final List<byte[]> frames = new ArrayList<>();
  private LzxWriter out = new LzxWriter();
  private int at;

  private LzxForge(byte[] data, int windowBits) {
    this.data = data;
    this.window = 1 << windowBits;
    int slots = windowBits == 21 ? 50 : windowBits == 20 ? 42 : 2 * windowBits;
    mainSymbols = LITERALS + 8 * slots;
    mainLengths = new byte[mainSymbols];
    Arrays.fill(last, -1);
  }

  /**
   * Packs bytes.
   *
   * @param windowBits the window's size is 2 to the power of this: 15 to 21
   * @param program what the stream tells as the program's size, whose calls are made absolute; 0
   *     for no program
   * @param blocks the blocks; the last is repeated until all bytes are packed
   * @return the frames of 32 KiB, each packed
   */
  public static List<byte[]> pack(byte[] bytes, int windowBits, int program, List<Block> blocks) {
    byte[] data = program == 0 ? bytes : absolute(bytes, program);
    return new LzxForge(data, windowBits).frames(program, blocks);
  }

  /** Makes the targets of calls absolute, frame by frame. */
  private static byte[] absolute(byte[] bytes, int program) {
    byte[] data = bytes.clone();
    Canvas canvas = new Canvas(data);
    for (int frame = 0; frame < data.length; frame += FRAME) {
      int end = Math.min(data.length, frame + FRAME) - 10;
      for (int i = frame; i < end; i++) {
        if (data[i] == (byte) 0xe8) {
          int relative = 0;
          for (int k = 0; k < 4; k++) {
            relative |= (data[i + 1 + k] & 0xff) << (8 * k);
          }
          if (relative >= -i && relative < program - i) {
            canvas.u32(i + 1, relative + i);
          } else if (relative >= program - i && relative < program) {
            canvas.u32(i + 1, relative - program);
          }
          i += 4;
        }
      }
    }
    return data;
  }

  private List<byte[]> frames(int program, List<Block> blocks) {
    out.bits(program == 0 ? 0 : 1, 1);
    if (program != 0) {
      out.bits(program >>> 16, 16);
      out.bits(program, 16);
    }
    int number = 0;
    while (at < data.length) {
      Block block = blocks.get(Math.min(number, blocks.size() - 1));
      block(
          block.type(), at + Math.min(block.size(), data.length - at), block.skewed() + number % 3);
      number++;
    }
    flush();
    return frames;
  }

  /** Ends a frame where 32 KiB are full. */
  private void flushAtFrame() {
    if (at % FRAME == 0) {
      flush();
    }
  }

  private void flush() {
    byte[] frame = out.bytes();
    if (frame.length > 0) {
      frames.add(frame);
    }
    out = new LzxWriter();
  }

  private void block(int type, int end, int skewed) {
    out.bits(type, 3);
    out.bits(end - at, 24);
    if (type == UNCOMPRESSED) {
      uncompressed(end);
      return;
    }
    byte[] aligned = lengths(8, 0);
    if (type == ALIGNED) {
      for (byte length : aligned) {
        out.bits(length, 3);
      }
    }
    byte[] main = lengths(mainSymbols, skewed);
    byte[] more = lengths(LENGTHS, skewed / 2);
    tree(mainLengths, main, 0, LITERALS);
    tree(mainLengths, main, LITERALS, mainSymbols);
    tree(lengthLengths, more, 0, LENGTHS);
    int[] mainWords = words(main);
    int[] moreWords = words(more);
    int[] alignedWords = words(aligned);
    while (at < end) {
      int offset = repetition();
      int length = offset == 0 ? 0 : length(offset, end);
      if (length < 2) {
        out.bits(mainWords[data[at] & 0xff], main[data[at] & 0xff]);
        note();
        at++;
        flushAtFrame();
        continue;
      }
      int slot = slot(offset);
      int header = Math.min(7, length - 2);
      int symbol = LITERALS + slot * 8 + header;
      out.bits(mainWords[symbol], main[symbol]);
      if (header == 7) {
        out.bits(moreWords[length - 9], more[length - 9]);
      }
      if (slot > 2) {
        int extra = Math.min(17, Math.max(0, slot / 2 - 1));
        int rest = offset + 2 - base(slot);
        if (type == ALIGNED && extra >= 3) {
          out.bits(rest >> 3, extra - 3);
          out.bits(alignedWords[rest & 7], aligned[rest & 7]);
        } else {
          out.bits(rest, extra);
        }
      }
      for (int i = 0; i < length; i++) {
        note();
        at++;
      }
      flushAtFrame();
    }
  }

  private void uncompressed(int end) {
    out.align();
    for (int offset : recent) {
      out.u32(offset);
    }
    boolean odd = (end - at) % 2 != 0;
    while (at < end) {
      int count = Math.min(end, (at / FRAME + 1) * FRAME) - at;
      out.raw(Arrays.copyOfRange(data, at, at + count));
      for (int i = 0; i < count; i++) {
        note();
        at++;
      }
      if (at == end && odd) {
        out.raw(new byte[1]);
      }
      flushAtFrame();
    }
  }

  // ---- repetitions -------------------------------------------------------------------------

  private int hash() {
    return at + 2 >= data.length
        ? -1
        : ((data[at] & 0xff) * 0x9e5f + (data[at + 1] & 0xff) * 0x1f3d + (data[at + 2] & 0xff) * 7)
            & (1 << HASH_BITS) - 1;
  }

  private void note() {
    int hash = hash();
    if (hash >= 0) {
      last[hash] = at;
    }
  }

  /** How far back the bytes that come may stand already; 0 if nowhere. */
  private int repetition() {
    for (int offset : recent) {
      if (length(offset, Math.min(data.length, at + 3)) == 3) {
        return offset;
      }
    }
    int hash = hash();
    int offset = hash < 0 || last[hash] < 0 ? 0 : at - last[hash];
    return offset > window - 3 ? 0 : offset;
  }

  private int length(int offset, int end) {
    int most = Math.min(Math.min(end, (at / FRAME + 1) * FRAME) - at, LONGEST);
    int length = 0;
    while (offset > 0
        && offset <= at
        && length < most
        && data[at + length] == data[at + length - offset]) {
      length++;
    }
    return length;
  }

  /** The slot of an offset, which becomes the most recent one. */
  private int slot(int offset) {
    for (int i = 0; i < recent.length; i++) {
      if (recent[i] == offset) {
        recent[i] = recent[0];
        recent[0] = offset;
        return i;
      }
    }
    recent[2] = recent[1];
    recent[1] = recent[0];
    recent[0] = offset;
    int slot = 3;
    while (base(slot + 1) <= offset + 2) {
      slot++;
    }
    return slot;
  }

  private static int base(int slot) {
    int base = 0;
    for (int i = 0; i < slot; i++) {
      base += 1 << Math.min(17, Math.max(0, i / 2 - 1));
    }
    return base;
  }

  // ---- codes -------------------------------------------------------------------------------

  /** Lengths of a complete code: the first symbols have 1, 2, 3 bits, all others about the same. */
  private static byte[] lengths(int symbols, int skewed) {
    byte[] lengths = new byte[symbols];
    int rest = symbols - skewed;
    int bits = 32 - Integer.numberOfLeadingZeros(rest - 1);
    int shorter = (1 << bits) - rest;
    for (int i = 0; i < symbols; i++) {
      int among = i - skewed;
      lengths[i] = (byte) (among < 0 ? i + 1 : skewed + bits - (among < shorter ? 1 : 0));
    }
    return lengths;
  }

  private static int[] words(byte[] lengths) {
    int[] words = new int[lengths.length];
    int word = 0;
    for (int length = 1; length <= 16; length++) {
      word <<= 1;
      for (int i = 0; i < lengths.length; i++) {
        if (lengths[i] == length) {
          words[i] = word++;
        }
      }
    }
    return words;
  }

  /** Tells lengths as differences, with runs. */
  private void tree(byte[] before, byte[] now, int from, int to) {
    byte[] pre = lengths(PRE_SYMBOLS, 0);
    int[] words = words(pre);
    for (byte length : pre) {
      out.bits(length, 4);
    }
    int i = from;
    while (i < to) {
      int run = 1;
      while (i + run < to && now[i + run] == now[i] && run < 5) {
        run++;
      }
      int difference = (before[i] - now[i] + 17) % 17;
      if (run >= 4) {
        out.bits(words[19], pre[19]);
        out.bits(run - 4, 1);
        out.bits(words[difference], pre[difference]);
      } else {
        out.bits(words[difference], pre[difference]);
        run = 1;
      }
      i += run;
    }
    System.arraycopy(now, from, before, from, to - from);
  }

  /** Bits in words of 16, little-endian, from the highest bit on. */
  private static final class LzxWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int word;
    private int count;

    void bits(int value, int width) {
      for (int i = width - 1; i >= 0; i--) {
        word = word << 1 | (value >>> i & 1);
        if (++count == 16) {
          bytes.write(word);
          bytes.write(word >>> 8);
          word = 0;
          count = 0;
        }
      }
    }

    /** One bit at least, up to the end of a word. */
    void align() {
      bits(0, 16 - count);
    }

    void u32(int value) {
      for (int i = 0; i < 4; i++) {
        bytes.write(value >>> (8 * i));
      }
    }

    void raw(byte[] more) {
      bytes.writeBytes(more);
    }

    byte[] bytes() {
      if (count > 0) {
        align();
      }
      return bytes.toByteArray();
    }
  }
}
