package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes BIOS updates of Toshiba (ToshibaComExtractor). Their Huffman codes are the bytes
 * themselves, from a tree of all 256; a block of one byte again and again has a tree of one leaf.
 */
public final class ToshibaForge {
  private static final int BLOCK = 4096;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int count;

  private ToshibaForge() {}

  /**
   * An update.
   *
   * @param version 0 to 2
   */
  public static byte[] packed(int version, byte[] content) {
    return with(version, true, stream(content), content.length);
  }

  /** An update that is not compressed. */
  public static byte[] stored(int version, byte[] content) {
    return with(version, false, content, content.length);
  }

  /** A header, and what it is to say of what follows it. */
  public static byte[] with(int version, boolean compressed, byte[] packed, int size) {
    return claiming(version, compressed, packed, packed.length, size);
  }

  /** A header that says it has other numbers of bytes. */
  public static byte[] claiming(
      int version, boolean compressed, byte[] packed, long packedSize, int size) {
    int header = version == 0 ? 0x100 : 0x200;
    return new Canvas(header + packed.length)
        .u8(2, version)
        .ascii(3, "BIOS")
        .put(0x0b, "V1.00 ".getBytes(StandardCharsets.US_ASCII))
        .u8(0x1b, compressed ? 1 : 0)
        .u32(0x24, packedSize)
        .u16(0x28, (size + 1023) / 1024)
        .put(header, packed)
        .bytes();
  }

  /** Blocks and the zero at the end. */
  public static byte[] stream(byte[] content) {
    ToshibaForge forge = new ToshibaForge();
    for (int at = 0; at < content.length; at += BLOCK) {
      forge.block(content, at, Math.min(content.length, at + BLOCK));
    }
    forge.out.write(0);
    return forge.out.toByteArray();
  }

  /** A block that gives one byte as often as told. */
  public static byte[] run(int value, int times) {
    ToshibaForge forge = new ToshibaForge();
    forge.header(times);
    forge.bits(0, 1).bits(value, 8).flush();
    return forge.out.toByteArray();
  }

  private void block(byte[] content, int from, int to) {
    header(to - from);
    tree(0, 8);
    for (int i = from; i < to; i++) {
      bits(content[i] & 0xff, 8);
    }
    flush();
  }

  private void header(int bytes) {
    out.write(1);
    out.write(bytes >>> 16);
    out.write(bytes >>> 8);
    out.write(bytes);
  }

  /** All bytes that begin with these bits. */
  private void tree(int prefix, int left) {
    if (left == 0) {
      bits(0, 1).bits(prefix, 8);
      return;
    }
    bits(1, 1);
    tree(prefix << 1, left - 1);
    tree(prefix << 1 | 1, left - 1);
  }

  private ToshibaForge bits(int value, int length) {
    for (int i = length - 1; i >= 0; i--) {
      held = held << 1 | (value >>> i & 1);
      if (++count == 8) {
        out.write(held);
        held = 0;
        count = 0;
      }
    }
    return this;
  }

  private void flush() {
    while (count > 0) {
      bits(0, 1);
    }
  }
}
