package io.github.romparser.extract.handler.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes 7z archives piece by piece, right or wrong (7-Zip's 7zFormat.txt). */
final class SevenZipForge {
  private SevenZipForge() {}

  /** An archive of packed streams and a header of any bytes. */
  static byte[] archive(byte[] packed, byte[] header) {
    CRC32 crc = new CRC32();
    crc.update(header);
    return archive(packed, header, packed.length, header.length, crc.getValue());
  }

  /** The same, but what the first header says of the other may be wrong. */
  static byte[] archive(byte[] packed, byte[] header, long offset, long size, long crc) {
    byte[] start = new Bytes().u64(offset).u64(size).u32(crc).array();
    CRC32 sum = new CRC32();
    sum.update(start);
    return new Bytes()
        .bytes(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4})
        .u32(sum.getValue())
        .bytes(start)
        .bytes(packed)
        .bytes(header)
        .array();
  }

  /** A number of nine bytes, which is always allowed. */
  static byte[] number(long value) {
    return new Bytes().u8(0xff).u64(value).array();
  }

  /** Pack info: streams one behind the other, from the first byte on. */
  static byte[] packInfo(long... sizes) {
    Bytes out = new Bytes().u8(0x06).bytes(number(0)).bytes(number(sizes.length)).u8(0x09);
    Arrays.stream(sizes).forEach(size -> out.bytes(number(size)));
    return out.u8(0).array();
  }

  /** A folder of simple coders, each of which takes what the one behind it in the list gives. */
  static byte[] folder(byte[]... coders) {
    Bytes out = new Bytes().u8(coders.length);
    for (byte[] coder : coders) {
      out.bytes(coder);
    }
    for (int i = 0; i < coders.length - 1; i++) {
      out.u8(i).u8(i + 1);
    }
    return out.array();
  }

  /** A simple coder. */
  static byte[] coder(byte[] method, byte... properties) {
    Bytes out = new Bytes().u8(method.length | (properties.length > 0 ? 0x20 : 0)).bytes(method);
    if (properties.length > 0) {
      out.u8(properties.length).bytes(properties);
    }
    return out.array();
  }

  /** Unpack info of one folder: the sizes of its outputs. */
  static byte[] unpackInfo(byte[] folder, long... sizes) {
    Bytes out = new Bytes().u8(0x07).u8(0x0b).u8(1).u8(0).bytes(folder).u8(0x0c);
    Arrays.stream(sizes).forEach(size -> out.bytes(number(size)));
    return out.u8(0).array();
  }

  /** How many files are in the one folder, and the sizes of all but the last. */
  static byte[] substreams(int count, long... sizes) {
    Bytes out = new Bytes().u8(0x08).u8(0x0d).bytes(number(count));
    if (sizes.length > 0) {
      out.u8(0x09);
      Arrays.stream(sizes).forEach(size -> out.bytes(number(size)));
    }
    return out.u8(0).array();
  }

  /** The same with the sums of all files. */
  static byte[] substreams(int count, long[] sizes, long[] sums) {
    byte[] without = substreams(count, sizes);
    Bytes out = new Bytes().bytes(Arrays.copyOf(without, without.length - 1));
    out.u8(0x0a).u8(1);
    Arrays.stream(sums).forEach(out::u32);
    return out.u8(0).array();
  }

  /** Files with names. */
  static byte[] filesInfo(String... names) {
    Bytes text = new Bytes().u8(0);
    for (String name : names) {
      text.bytes(name.getBytes(StandardCharsets.UTF_16LE)).u16(0);
    }
    return new Bytes()
        .u8(0x05)
        .bytes(number(names.length))
        .u8(0x11)
        .bytes(number(text.array().length))
        .bytes(text.array())
        .u8(0)
        .array();
  }

  /** A whole header. */
  static byte[] header(byte[] packInfo, byte[] unpackInfo, byte[] substreams, byte[] filesInfo) {
    return new Bytes()
        .u8(0x01)
        .u8(0x04)
        .bytes(packInfo)
        .bytes(unpackInfo)
        .bytes(substreams)
        .u8(0)
        .bytes(filesInfo)
        .u8(0)
        .array();
  }

  /** An archive of one folder. */
  static byte[] solid(byte[] packed, byte[] folder, long[] outputs, long[] sizes, String... names) {
    return archive(
        packed,
        header(
            packInfo(packed.length),
            unpackInfo(folder, outputs),
            substreams(names.length, sizes),
            filesInfo(names)));
  }
}
