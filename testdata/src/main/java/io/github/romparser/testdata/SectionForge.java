package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the sections of firmware files (PI 1.8 volume 3 §3.2.4 and §3.2.5). */
public final class SectionForge {
  /** LZMA. */
  public static final String LZMA = "ee4e5898-3914-4259-9d6e-dc7bd79403cf";

  /** LZMA, as HP names it. */
  public static final String LZMA_HP = "0ed85e23-f253-413f-a03c-901987b04397";

  /** LZMA with the x86 filter. */
  public static final String LZMA_X86 = "d42ae6bd-1352-4bfb-909a-ca72a6eae889";

  /** Tiano's compression. */
  public static final String TIANO = "a31280ad-481e-41b6-95e8-127f4c984779";

  /** Brotli. */
  public static final String BROTLI = "3d532050-5cda-4fd0-879e-0f7f630d5afb";

  /** gzip, of Qualcomm. */
  public static final String GZIP = "1d301fe9-be79-4353-91c2-d23bc959ae0c";

  /** zlib, of AMD. */
  public static final String ZLIB = "ce3233f5-2cd6-4d87-9152-4a238bb6d1c4";

  /** zlib, of AMD, the later one. */
  public static final String ZLIB_2 = "991efac0-e260-416b-a4b8-3b153072b804";

  /** A checksum in front of the sections. */
  public static final String CRC = "fc1bcdb0-7d31-49aa-936a-a4600d9dd083";

  /** A key and a signature in front of the sections. */
  public static final String RSA = "a7717414-c616-4977-9420-844712a735bf";

  /** A certificate in front of the sections. */
  public static final String SIGNED = "0f9d89e8-9259-4f76-a5af-0c89e34023df";

  private static final int HEADER = 4;
  private static final int GUIDED = 24;

  private SectionForge() {}

  /** A section of any type. */
  public static byte[] of(int type, byte[] body) {
    int size = HEADER + body.length;
    return new Canvas(size).u24(0, size).u8(3, type).put(HEADER, body).bytes();
  }

  /** A section with its size in 32 bits. */
  public static byte[] longOf(int type, byte[] body) {
    int size = 8 + body.length;
    return new Canvas(size).u24(0, 0xFFFFFF).u8(3, type).u32(4, size).put(8, body).bytes();
  }

  /** Bytes as they are. */
  public static byte[] raw(byte[] body) {
    return of(0x19, body);
  }

  /** The name of the file that it is in. */
  public static byte[] name(String name) {
    return of(0x15, (name + "\0").getBytes(StandardCharsets.UTF_16LE));
  }

  /** Bytes of a kind that a GUID tells. */
  public static byte[] freeform(String guid, byte[] body) {
    return of(0x18, concat(GuidForge.bytes(guid), body));
  }

  /**
   * A compression section.
   *
   * @param compression 0 none, 1 standard, 2 customized
   * @param size of what comes out, in bytes
   */
  public static byte[] compressed(int compression, int size, byte[] data) {
    return of(
        0x01, new Canvas(5 + data.length).u32(0, size).u8(4, compression).put(5, data).bytes());
  }

  /**
   * A section that a GUID defines.
   *
   * @param attributes 1: it has to be processed; 2: it has an authentication status
   * @param prefix what stands in front of the data and is part of the header
   */
  public static byte[] guided(String guid, int attributes, byte[] prefix, byte[] data) {
    int size = GUIDED + prefix.length + data.length;
    return new Canvas(size)
        .u24(0, size)
        .u8(3, 0x02)
        .put(4, GuidForge.bytes(guid))
        .u16(20, GUIDED + prefix.length)
        .u16(22, attributes)
        .put(GUIDED, prefix)
        .put(GUIDED + prefix.length, data)
        .bytes();
  }

  /** A section that has to be unpacked. */
  public static byte[] packed(String guid, byte[] data) {
    return guided(guid, 1, new byte[0], data);
  }

  /** A CRC32 section around others. */
  public static byte[] crc32(byte[] sections) {
    CRC32 crc = new CRC32();
    crc.update(sections);
    return guided(CRC, 2, new Canvas(4).u32(0, crc.getValue()).bytes(), sections);
  }

  /** Both sizes that edk2 puts in front of a Brotli stream, and the stream. */
  public static byte[] brotliSizes(int size, byte[] stream) {
    return new Canvas(16 + stream.length).u32(0, size).u32(8, 1 << 20).put(16, stream).bytes();
  }

  /** AMD's header of 256 bytes in front of a zlib stream, and the stream. */
  public static byte[] amdHeader(byte[] stream) {
    return new Canvas(0x100 + stream.length).u32(0x14, stream.length).put(0x100, stream).bytes();
  }

  /** Sections one behind the other, each at a multiple of four bytes. */
  public static byte[] list(byte[]... sections) {
    byte[] list = new byte[0];
    for (byte[] section : sections) {
      list = concat(list, new byte[Canvas.align(list.length, 4) - list.length], section);
    }
    return list;
  }

  private static byte[] concat(byte[]... pieces) {
    RomForge all = RomForge.start();
    for (byte[] piece : pieces) {
      all.bytes(piece);
    }
    return all.build();
  }
}
