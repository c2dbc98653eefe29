package io.github.romparser.extract.handler.archive;

import java.util.Arrays;

/** LZ4 frames: one block of literals, or whatever a test puts into one. */
final class Lz4Frames {
  private Lz4Frames() {}

  /** A frame of literals. */
  static byte[] frame(byte[] content) {
    return frame(0x60, literals(content));
  }

  /** A frame of blocks with these flags. */
  static byte[] frame(int flags, byte[]... blocks) {
    Bytes out = new Bytes().u32(0x184d2204).u8(flags).u8(0x40);
    if ((flags & 0x08) != 0) {
      out.u64(0);
    }
    out.u8(0);
    for (byte[] block : blocks) {
      out.u32(block.length).bytes(block);
      if ((flags & 0x10) != 0) {
        out.u32(0);
      }
    }
    return out.u32(0).array();
  }

  /** A block of literals. */
  static byte[] literals(byte[] content) {
    Bytes out = new Bytes();
    if (content.length < 15) {
      return out.u8(content.length << 4).bytes(content).array();
    }
    out.u8(0xf0);
    int left = content.length - 15;
    while (left >= 0xff) {
      out.u8(0xff);
      left -= 0xff;
    }
    return out.u8(left).bytes(content).array();
  }

  /** A block: literals, then so many bytes from so far back, then one literal more. */
  static byte[] match(byte[] first, int distance, int length) {
    int more = length - 4 - 15;
    Bytes out = new Bytes().u8(first.length << 4 | Math.min(15, length - 4)).bytes(first);
    out.u16(distance);
    for (; more >= 0xff; more -= 0xff) {
      out.u8(0xff);
    }
    if (more >= 0) {
      out.u8(more);
    }
    return out.u8(0x10).u8('!').array();
  }

  /** The bytes that {@link #match} stands for. */
  static byte[] matched(byte[] first, int distance, int length) {
    byte[] out = Arrays.copyOf(first, first.length + length + 1);
    for (int i = 0; i < length; i++) {
      out[first.length + i] = out[first.length + i - distance];
    }
    out[first.length + length] = '!';
    return out;
  }
}
