package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds a file of an LHA archive with a header of any level (LHa for UNIX, header.doc). -lh5- is
 * written without repetitions, by {@link StoreStream}. The setters change this builder and return
 * it.
 */
public final class LhaForge {
  private static final int METHOD = 2;

  private final byte[] content;
  private final String name;
  private int level = 1;
  private String method = "-lh5-";
  private byte[] packed;
  private String folder = "";
  private long time = 0x5000_0000L;
  private long claimedPacked = -1;
  private long claimedSize;
  private int crcError;
  private int sumError;
  private boolean headerCrc;
  private boolean wide;

  private LhaForge(String name, byte[] content) {
    this.name = name;
    this.content = content.clone();
    this.packed = lh5(content);
    this.claimedSize = content.length;
  }

  /** A file that is packed with -lh5-, with a header of level 1 as BIOSes have it. */
  public static LhaForge file(String name, byte[] content) {
    return new LhaForge(name, content);
  }

  /** The bits of -lh5- alone. */
  public static byte[] lh5(byte[] content) {
    byte[] stream = StoreStream.of(content);
    return Arrays.copyOfRange(stream, 8, stream.length);
  }

  /** Files one behind the other, and the zero at the end. */
  public static byte[] archive(LhaForge... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (LhaForge file : files) {
      out.writeBytes(file.build());
    }
    out.write(0);
    return out.toByteArray();
  }

  /** The level of the header, 0 to 3. */
  public LhaForge level(int number) {
    this.level = number;
    return this;
  }

  /** Another method, and what it made of the content. */
  public LhaForge method(String id, byte[] bytes) {
    this.method = id;
    this.packed = bytes.clone();
    return this;
  }

  /** Not compressed. */
  public LhaForge stored() {
    return method("-lh0-", content);
  }

  /** A folder in an extended header, with slashes. */
  public LhaForge folder(String path) {
    this.folder = path;
    return this;
  }

  /** The time, in which Award has the segment that a module is loaded to. */
  public LhaForge time(long value) {
    this.time = value;
    return this;
  }

  /** Says that there are other numbers of bytes. */
  public LhaForge claim(long packedBytes, long bytes) {
    this.claimedPacked = packedBytes;
    this.claimedSize = bytes;
    return this;
  }

  /** With a wrong CRC of the content. */
  public LhaForge wrongCrc() {
    this.crcError = 1;
    return this;
  }

  /** With a wrong sum of the header, or a wrong CRC of it. */
  public LhaForge wrongHeader() {
    this.sumError = 1;
    return this;
  }

  /** With the CRC of the header in an extended header, at levels above 1. */
  public LhaForge headerCrc() {
    this.headerCrc = true;
    return this;
  }

  /** With sizes of 64 bits in an extended header, at levels above 0; those of 32 are nonsense. */
  public LhaForge wide() {
    this.wide = true;
    return this;
  }

  /** Header and packed bytes. */
  public byte[] build() {
    byte[] header = level < 2 ? summed() : second();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    out.writeBytes(packed);
    return out.toByteArray();
  }

  /** CRC-16 of LHA, a bit at a time. */
  static int crc(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) != 0 ? 0xa001 : 0);
      }
    }
    return crc;
  }

  private long packedSize() {
    return claimedPacked < 0 ? packed.length : claimedPacked;
  }

  private void common(Canvas header, long packedBytes) {
    header.ascii(METHOD, method).u32(7, wide ? 7 : packedBytes).u32(11, wide ? 7 : claimedSize);
    header.u32(15, time).u8(19, 0x20).u8(20, level);
  }

  private byte[] summed() {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] extended = level == 0 ? new byte[0] : extended(2, false);
    int fixed = 24 + text.length + (level == 0 ? 0 : 3);
    Canvas header = new Canvas(fixed + extended.length);
    common(header, packedSize() + extended.length);
    header.u8(0, fixed - METHOD).u8(21, text.length).put(22, text);
    header.u16(22 + text.length, crc(content) ^ crcError);
    if (level == 1) {
      header.u8(24 + text.length, 'M').u16(25 + text.length, first(extended, 2));
      header.put(fixed, extended);
    }
    header.u8(1, Canvas.sum(header.bytes(), METHOD, fixed) + sumError);
    return header.bytes();
  }

  private byte[] second() {
    int word = level == 2 ? 2 : 4;
    int fixed = level == 2 ? 26 : 32;
    byte[] extended = extended(word, true);
    Canvas header = new Canvas(fixed + extended.length);
    common(header, packedSize());
    header.u16(21, crc(content) ^ crcError).u8(23, 'M').put(fixed, extended);
    if (level == 2) {
      header.u16(0, header.bytes().length).u16(24, first(extended, word));
    } else {
      header.u16(0, 4).u32(24, header.bytes().length).u32(28, first(extended, word));
    }
    if (headerCrc) {
      header.u16(fixed + 1, crc(header.bytes()) + sumError);
    }
    return header.bytes();
  }

  /** Of the extended headers the first one's length, which stands in front of it. */
  private int first(byte[] extended, int word) {
    return extended.length == 0 ? 0 : lengthOf(0, word);
  }

  private int lengthOf(int index, int word) {
    return 1 + contents(level > 1)[index].length - 1 + word;
  }

  /** The extended headers: type and content each. */
  private byte[][] contents(boolean named) {
    ByteArrayOutputStream sizes = new ByteArrayOutputStream();
    sizes.writeBytes(new Canvas(17).u8(0, 0x42).u32(1, packedSize()).u32(9, claimedSize).bytes());
    String parts = folder.replace('/', '\u00ff');
    byte[][] all = {
      headerCrc ? new byte[] {0, 0, 0} : new byte[0],
      named ? ("\1" + name).getBytes(StandardCharsets.UTF_8) : new byte[0],
      folder.isEmpty()
          ? new byte[0]
          : ("\2" + parts + "\u00ff").getBytes(StandardCharsets.ISO_8859_1),
      wide ? sizes.toByteArray() : new byte[0]
    };
    return Arrays.stream(all).filter(content -> content.length > 0).toArray(byte[][]::new);
  }

  private byte[] extended(int word, boolean named) {
    byte[][] contents = contents(named);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < contents.length; i++) {
      out.writeBytes(contents[i]);
      int next = i + 1 < contents.length ? lengthOf(i + 1, word) : 0;
      out.writeBytes(Arrays.copyOf(new Canvas(4).u32(0, next).bytes(), word));
    }
    return out.toByteArray();
  }
}
