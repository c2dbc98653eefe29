package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds an image of a Phoenix BIOS of the kind that is a list of modules (coreboot bios_extract,
 * src/phoenix.c). Addresses end at 4 GiB with the image. The setters change this builder and return
 * it.
 */
public final class PhoenixForge {
  /** Not compressed. */
  public static final int STORED = 0;

  /** LZARI, of which nothing can be made here. */
  public static final int LZARI = 2;

  /** LZSS. */
  public static final int LZSS = 3;

  /** -lh5-. */
  public static final int LZINT = 5;

  private static final int HEADER = 27;
  private static final int TABLE = 0x400;
  private static final int START = 0x1000;

  private final Canvas image;
  private final int size;
  private int at = START;
  private long before;
  private boolean linked = true;

  private PhoenixForge(int size) {
    this.size = size;
    this.image = new Canvas(size).fill(0, size, 0xff);
    image.ascii(TABLE, "BCPSEGMENT").ascii(TABLE + 10, "BCPXXX").u16(TABLE + 18, 12);
    image.ascii(TABLE + 22, "BCPSYS").u16(TABLE + 30, 0x80).fill(TABLE + 32, TABLE + 0xa0, 0);
    image.ascii(TABLE + 37, "01/02/03");
  }

  /** An image without modules. */
  public static PhoenixForge size(int bytes) {
    return new PhoenixForge(bytes);
  }

  /** Where the next module goes to. */
  public PhoenixForge at(int place) {
    this.at = place;
    return this;
  }

  /** From here on modules are in no list. */
  public PhoenixForge loose() {
    this.linked = false;
    return this;
  }

  /** Adds a module in one piece. */
  public PhoenixForge module(char type, int number, int compression, byte[] content) {
    byte[] packed = pack(compression, content);
    return claiming(type, number, compression, packed, content.length, packed.length);
  }

  /** Adds a module that says what it likes of its sizes. */
  public PhoenixForge claiming(
      char type, int number, int compression, byte[] packed, long bytes, long length) {
    header(type, number, compression, bytes, length, length & 0xfff_ffffL);
    image.put(at + HEADER, packed);
    at += HEADER + packed.length;
    return this;
  }

  /** Adds a module in fragments, with room between them. */
  public PhoenixForge fragments(char type, int compression, byte[] content, int... lengths) {
    byte[] packed = pack(compression, content);
    int from = Math.min(lengths[0], packed.length);
    int place = at + HEADER + from + 5;
    header(type, 0, compression, content.length, from, address(place));
    image.put(at + HEADER, Arrays.copyOf(packed, from));
    for (int i = 1; from < packed.length; i++) {
      int length = i < lengths.length ? lengths[i] : packed.length - from;
      boolean last = from + length == packed.length;
      int next = place + 9 + length + 5;
      image.u32(place, last ? 0 : address(next)).u8(place + 4, 0).u32(place + 5, length);
      image.put(place + 9, Arrays.copyOfRange(packed, from, from + length));
      from += length;
      place = next;
    }
    at = place;
    return this;
  }

  private void header(char type, int number, int compression, long bytes, long length, long next) {
    image.u32(at, linked ? before : 0).put(at + 4, new byte[] {0, 0x31, 0x31});
    image.u8(at + 7, number).u8(at + 8, type).u8(at + 9, HEADER).u8(at + 10, compression);
    image.u32(at + 11, 0).u32(at + 15, bytes).u32(at + 19, length).u32(at + 23, next);
    if (linked) {
      before = address(at);
      image.u32(TABLE + 22 + 0x77, before);
    }
  }

  private static byte[] pack(int compression, byte[] content) {
    return switch (compression) {
      case LZSS -> LzssForge.pack(content);
      case LZINT -> {
        byte[] bits = LhaForge.lh5(content);
        yield new Canvas(4 + bits.length).u32(0, content.length).put(4, bits).bytes();
      }
      default -> content;
    };
  }

  private long address(int place) {
    return (1L << 32) - size + place;
  }

  /** Overwrites bytes. */
  public PhoenixForge put(int place, byte[] bytes) {
    image.put(place, bytes);
    return this;
  }

  /** Overwrites bytes with an address. */
  public PhoenixForge pointer(int place, int to) {
    image.u32(place, address(to));
    return this;
  }

  /** Overwrites the first block with one whose length is 0, which hides those behind it. */
  public PhoenixForge endlessTable() {
    image.u16(TABLE + 18, 0);
    return this;
  }

  /** The image without the table. */
  public PhoenixForge withoutTable() {
    image.fill(TABLE, TABLE + 0x100, 0xff);
    return this;
  }

  /** The image. */
  public byte[] build() {
    return image.bytes();
  }

  // ---- the file system FFV ----------------------------------------------------------------

  /** A file of the file system FFV. The name is cut into two. */
  public static byte[] file(int type, String name, byte[] content) {
    byte[] text = Arrays.copyOf(name.getBytes(StandardCharsets.ISO_8859_1), 15);
    return new Canvas(24 + content.length)
        .u8(0, 0xf8)
        .u24(4, 24 + content.length)
        .u8(7, type)
        .put(8, Arrays.copyOf(text, 8))
        .u8(16, 0xff)
        .put(17, Arrays.copyOfRange(text, 8, 15))
        .put(24, content)
        .bytes();
  }

  /** A section of such a file. */
  public static byte[] section(int type, byte[] content) {
    return new Canvas(4 + content.length)
        .u24(0, 4 + content.length)
        .u8(3, type)
        .put(4, content)
        .bytes();
  }

  /** A section that is packed with -lh5-. */
  public static byte[] packedSection(byte[] content) {
    byte[] bits = LhaForge.lh5(content);
    return section(
        1,
        new Canvas(8 + bits.length)
            .u24(0, bits.length)
            .u24(4, content.length)
            .put(8, bits)
            .bytes());
  }

  /**
   * Puts files and a directory that lists them as one volume.
   *
   * @param guids whether the directory is the second kind
   * @param told whether the table says where the directory is
   */
  public PhoenixForge volume(int place, boolean guids, boolean told, byte[]... files) {
    int directory = START;
    RomForge bytes = RomForge.start();
    for (byte[] file : files) {
      bytes.bytes(file);
    }
    byte[] volume = bytes.build();
    image.put(place, volume);
    long address = address(place);
    Canvas list;
    if (guids) {
      list = new Canvas(8 + 48).u16(2, 8).u32(4, 48);
      list.put(8, GuidForge.bytes("f6ae0f63-5f8c-4316-a2ea-76b9af762756")).u32(24, address(0));
      list.u32(28, 16).put(32, GuidForge.bytes("fed91fba-d37b-4eea-8729-2ef29fb37a78"));
      list.u32(48, address).u32(52, volume.length);
    } else {
      list = new Canvas(18).u8(0, 1).u32(1, address(0)).u32(5, 16);
      list.u8(9, 2).u32(10, address).u32(14, volume.length);
    }
    image.put(directory, file(1, guids ? "volumedir.bin2" : "volumedir.bin", list.bytes()));
    if (told) {
      image.ascii(TABLE + 0x96, "BCPFFV").u16(TABLE + 0x9e, 0x20);
      image.u32(TABLE + 0xa0, address(directory)).fill(TABLE + 0xa4, TABLE + 0xc0, 0);
    }
    return this;
  }
}
