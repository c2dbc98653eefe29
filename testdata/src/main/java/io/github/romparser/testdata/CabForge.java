package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Builds cabinets ([MS-CAB]): folders that are stored, or packed with MSZIP or LZX. The setters
 * change this builder and return it.
 */
public final class CabForge {
  private static final int BLOCK = 32 << 10;
  private static final int HEADER = 36;
  private static final int UTF8 = 0x80;

  /** Stored. */
  public static final int STORED = 0;

  /** MSZIP. */
  public static final int MSZIP = 1;

  /** Quantum, of level 1 and with a window of 2^10; its bytes are stored all the same. */
  public static final int QUANTUM = 0x0a12;

  private static final class Folder {
    private final int type;
    private final List<LzxForge.Block> plan;
    private final int program;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Folder(int type, int program, List<LzxForge.Block> plan) {
      this.type = type;
      this.program = program;
      this.plan = plan;
    }
  }

  private record File(String name, int size, int offset, int folder) {}

  private final List<Folder> folders = new ArrayList<>();
  private final List<File> files = new ArrayList<>();
  private String previous = "";
  private String next = "";
  private int reserve = -1;
  private boolean sums = true;

  private CabForge() {}

  /** A cabinet without folders. */
  public static CabForge start() {
    return new CabForge();
  }

  /** A cabinet of one folder. */
  public static CabForge of(int type) {
    return start().folder(type);
  }

  /** Begins a folder: {@link #STORED}, {@link #MSZIP} or any other type, which is stored. */
  public CabForge folder(int type) {
    folders.add(new Folder(type, 0, List.of()));
    return this;
  }

  /**
   * Begins a folder packed with LZX.
   *
   * @param program as {@link LzxForge#pack} has it
   */
  public CabForge lzx(int windowBits, int program, LzxForge.Block... blocks) {
    folders.add(new Folder(3 | windowBits << 8, program, List.of(blocks)));
    return this;
  }

  /** Adds a file to the last folder. */
  public CabForge file(String name, byte[] bytes) {
    Folder folder = folders.get(folders.size() - 1);
    entry(name, bytes.length, folder.content.size(), folders.size() - 1);
    folder.content.writeBytes(bytes);
    return this;
  }

  /** Adds an entry alone; it may lie. */
  public CabForge entry(String name, int size, int offset, int folder) {
    files.add(new File(name, size, offset, folder));
    return this;
  }

  /** Names the cabinet before this one. */
  public CabForge previous(String name) {
    previous = name;
    return this;
  }

  /** Names the cabinet behind this one. */
  public CabForge next(String name) {
    next = name;
    return this;
  }

  /** Reserves so many bytes in the header, in each folder and in each block. */
  public CabForge reserve(int bytes) {
    reserve = bytes;
    return this;
  }

  /** Leaves the sums of the blocks out. */
  public CabForge withoutSums() {
    sums = false;
    return this;
  }

  /** The cabinet. */
  public byte[] build() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    if (reserve >= 0) {
      head.write(reserve);
      head.write(0);
      head.write(reserve);
      head.write(reserve);
      head.writeBytes(new byte[reserve]);
    }
    for (String name : List.of(previous, next)) {
      if (!name.isEmpty()) {
        head.writeBytes((name + "\0disk\0").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    int extra = Math.max(0, reserve);
    int entries = HEADER + head.size() + folders.size() * (8 + extra);
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (File file : files) {
      byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
      Canvas entry = new Canvas(16 + name.length + 1);
      entry.u32(0, file.size()).u32(4, file.offset()).u16(8, file.folder()).u16(14, UTF8);
      list.writeBytes(entry.put(16, name).bytes());
    }
    Canvas table = new Canvas(folders.size() * (8 + extra));
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int i = 0; i < folders.size(); i++) {
      Folder folder = folders.get(i);
      int at = i * (8 + extra);
      table.u32(at, entries + list.size() + data.size()).u16(at + 6, folder.type);
      table.u16(at + 4, blocks(folder, data));
    }
    Canvas header = new Canvas(HEADER);
    int size = entries + list.size() + data.size();
    header.ascii(0, "MSCF").u32(8, size).u32(16, entries).u8(24, 3).u8(25, 1);
    header.u16(26, folders.size()).u16(28, files.size());
    header.u16(30, (previous.isEmpty() ? 0 : 1) | (next.isEmpty() ? 0 : 2) | (reserve < 0 ? 0 : 4));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.bytes());
    out.writeBytes(head.toByteArray());
    out.writeBytes(table.bytes());
    out.writeBytes(list.toByteArray());
    out.writeBytes(data.toByteArray());
    return out.toByteArray();
  }

  private int blocks(Folder folder, ByteArrayOutputStream data) {
    byte[] content = folder.content.toByteArray();
    List<byte[]> lzx =
        folder.plan.isEmpty()
            ? List.of()
            : LzxForge.pack(content, folder.type >> 8, folder.program, folder.plan);
    int count = 0;
    for (int at = 0; at < content.length; at += BLOCK) {
      int size = Math.min(BLOCK, content.length - at);
      byte[] packed =
          !folder.plan.isEmpty()
              ? lzx.get(count)
              : folder.type == MSZIP
                  ? mszip(content, at, size)
                  : Arrays.copyOfRange(content, at, at + size);
      Canvas header = new Canvas(8 + Math.max(0, reserve));
      header.u16(4, packed.length).u16(6, size);
      if (sums) {
        header.u32(0, (sum(packed) ^ packed.length ^ (long) size << 16) & 0xffff_ffffL);
      }
      data.writeBytes(header.bytes());
      data.writeBytes(packed);
      count++;
    }
    return count;
  }

  private static byte[] mszip(byte[] content, int at, int size) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    int known = Math.min(at, BLOCK);
    if (known > 0) {
      deflater.setDictionary(content, at - known, known);
    }
    deflater.setInput(content, at, size);
    deflater.finish();
    byte[] packed = new byte[2 * BLOCK];
    packed[0] = 'C';
    packed[1] = 'K';
    int length = deflater.deflate(packed, 2, packed.length - 2);
    deflater.end();
    return Arrays.copyOf(packed, length + 2);
  }

  private static long sum(byte[] bytes) {
    long sum = 0;
    int at = 0;
    for (; at + 4 <= bytes.length; at += 4) {
      for (int k = 0; k < 4; k++) {
        sum ^= (bytes[at + k] & 0xffL) << (8 * k);
      }
    }
    long rest = 0;
    for (; at < bytes.length; at++) {
      rest = rest << 8 | (bytes[at] & 0xff);
    }
    return sum ^ rest;
  }
}
