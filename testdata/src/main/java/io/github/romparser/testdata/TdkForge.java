package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Builds Phoenix's TDK packers: a program with files. The setters change this builder. */
public final class TdkForge {
  /** Not compressed. */
  public static final int STORED = 0;

  /** LZMA with its header. */
  public static final int LZMA = 1;

  private static final int ENTRIES = 0x210;
  private static final int ENTRY = 0x110;

  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
  private record File(String name, byte[] data, int compression, long offset) {}

  private final List<File> files = new ArrayList<>();
  private int claimed;

  private TdkForge() {}

  /** Without files. */
  public static TdkForge start() {
    return new TdkForge();
  }

  /** Adds a file behind the others. */
  public TdkForge file(String name, byte[] data, int compression) {
    return file(name, data, compression, -1);
  }

  /** Adds a file that says it begins elsewhere, counted from the start of the program. */
  public TdkForge file(String name, byte[] data, int compression, long offset) {
    files.add(new File(name, data, compression, offset));
    claimed++;
    return this;
  }

  /** Says that there are so many files. */
  public TdkForge claiming(int count) {
    claimed = count;
    return this;
  }

  /** The files behind a program. */
  public byte[] build(byte[] program) {
    int size = ENTRIES + ENTRY * files.size();
    Canvas list = new Canvas(size).ascii(0, "$PACK").u32(8, size).u32(12, claimed);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int i = 0; i < files.size(); i++) {
      File file = files.get(i);
      int at = ENTRIES + i * ENTRY;
      int place = program.length + size + data.size();
      list.ascii(at, file.name()).u32(at + 0x100, file.offset() < 0 ? place : file.offset());
      list.u32(at + 0x104, file.data().length).u32(at + 0x108, file.compression());
      data.writeBytes(file.data());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(program);
    out.writeBytes(list.bytes());
    out.writeBytes(data.toByteArray());
    return out.toByteArray();
  }
}
