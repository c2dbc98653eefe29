package io.github.romparser.benchmarks;

import java.util.List;

/**
 * The baseline of LZX: the format as its description reads, a bit at a time, codes compared length
 * by length. Shares no code with the library; trusts its input.
 */
final class LzxBitByBit {

  private static final int[] EXTRA = new int[52];
  private static final int[] BASE = new int[52];

  static {
    for (int slot = 1; slot < EXTRA.length; slot++) {
      EXTRA[slot] = Math.min(17, Math.max(0, slot / 2 - 1));
      BASE[slot] = BASE[slot - 1] + (1 << EXTRA[slot - 1]);
    }
  }

  /** How many words of each length there are, and the symbols in their order. */
  private static final class Code {
    private final int[] counts = new int[17];
    private final int[] symbols;

    Code(int[] lengths) {
      symbols = new int[lengths.length];
      int index = 0;
      for (int length = 1; length <= 16; length++) {
        for (int symbol = 0; symbol < lengths.length; symbol++) {
          if (lengths[symbol] == length) {
            counts[length]++;
            symbols[index++] = symbol;
          }
        }
      }
    }

    int next(LzxBitByBit in) {
      int code = 0;
      int first = 0;
      int index = 0;
      for (int length = 1; ; length++) {
        code |= in.bits(1);
        if (code - counts[length] < first) {
          return symbols[index + code - first];
        }
        index += counts[length];
        first = (first + counts[length]) << 1;
        code <<= 1;
      }
    }
  }

  private byte[] frame = {};
  private int bit;

  private LzxBitByBit() {}

  static byte[] decompress(List<byte[]> frames, int window, int size) {
    byte[] out = new byte[size];
    new LzxBitByBit().decode(frames, window, out);
    return out;
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, bit++) {
      int at = (bit >> 3) ^ 1;
      value = (value << 1) | (frame[at] >> (7 - (bit & 7)) & 1);
    }
    return value;
  }

  private void decode(List<byte[]> frames, int window, byte[] out) {
    int slots = window == 21 ? 50 : window == 20 ? 42 : 2 * window;
    int[] main = new int[256 + 8 * slots];
    int[] more = new int[249];
    int[] recent = {1, 1, 1};
    int put = 0;
    int left = 0;
    int program = 0;
    Code mainCode = new Code(main);
    Code moreCode = new Code(more);
    Code alignedCode = new Code(new int[8]);
    for (int number = 0; number < frames.size(); number++) {
      frame = frames.get(number);
      bit = 0;
      if (number == 0 && bits(1) == 1) {
        program = bits(32);
      }
      int end = Math.min(out.length, (number + 1) * 32768);
      while (put < end) {
        if (left == 0) {
          int type = bits(3);
          left = bits(24);
          if (type == 2) {
            int[] lengths = new int[8];
            for (int i = 0; i < 8; i++) {
              lengths[i] = bits(3);
            }
            alignedCode = new Code(lengths);
          }
          lengths(main, 0, 256);
          lengths(main, 256, main.length);
          lengths(more, 0, more.length);
          mainCode = new Code(main);
          moreCode = new Code(more);
        }
        int symbol = mainCode.next(this);
        if (symbol < 256) {
          out[put++] = (byte) symbol;
          left--;
          continue;
        }
        int length = symbol & 7;
        length = (length == 7 ? 7 + moreCode.next(this) : length) + 2;
        int slot = (symbol - 256) >> 3;
        int offset = slot < 3 ? recent[slot] : BASE[slot] - 2;
        if (slot < 3) {
          recent[slot] = recent[0];
        } else {
          int extra = EXTRA[slot];
          offset += extra < 3 ? bits(extra) : (bits(extra - 3) << 3) + alignedCode.next(this);
          recent[2] = recent[1];
          recent[1] = recent[0];
        }
        recent[0] = offset;
        for (int i = 0; i < length; i++, put++, left--) {
          out[put] = out[put - offset];
        }
      }
    }
    calls(out, program);
  }

  private void lengths(int[] lengths, int from, int to) {
    int[] pre = new int[20];
    for (int i = 0; i < 20; i++) {
      pre[i] = bits(4);
    }
    Code code = new Code(pre);
    int at = from;
    while (at < to) {
      int symbol = code.next(this);
      int run;
      int value = 0;
      if (symbol == 17) {
        run = 4 + bits(4);
      } else if (symbol == 18) {
        run = 20 + bits(5);
      } else {
        run = symbol == 19 ? 4 + bits(1) : 1;
        value = (lengths[at] - (symbol == 19 ? code.next(this) : symbol) + 17) % 17;
      }
      for (int i = 0; i < run; i++) {
        lengths[at++] = value;
      }
    }
  }

  private static void calls(byte[] out, int program) {
    for (int frame = 0; frame < out.length && program != 0; frame += 32768) {
      int end = Math.min(out.length, frame + 32768) - 10;
      for (int at = frame; at < end; at++) {
        if (out[at] == (byte) 0xe8) {
          int target = 0;
          for (int i = 0; i < 4; i++) {
            target |= (out[at + 1 + i] & 0xff) << (8 * i);
          }
          if (target >= -at && target < program) {
            int relative = target >= 0 ? target - at : target + program;
            for (int i = 0; i < 4; i++) {
              out[at + 1 + i] = (byte) (relative >> (8 * i));
            }
          }
          at += 4;
        }
      }
    }
  }
}
