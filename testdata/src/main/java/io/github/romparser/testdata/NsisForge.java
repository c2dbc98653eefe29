package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Builds NSIS installers with a script that does nothing but write files (NSIS
 * Source/exehead/fileform.h). The setters change this builder and return it.
 */
public final class NsisForge {
  /** How strings are written. */
  public enum Strings {
    /** NSIS 2. */
    OLD,
    /** NSIS 3 in an 8-bit code page. */
    ANSI,
    /** NSIS 3 in UTF-16. */
    UNICODE
  }

  /** Flag: there is no checksum. */
  public static final int WITHOUT_CHECKSUM = 4;

  private static final int INSTRUCTION = 28;
  private static final int TABLES = 8;
  private static final int HEADER = 28;
  private static final long PACKED = 0x8000_0000L;

  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
  private record Item(long place, byte[] bytes, boolean packed) {}

  private final Strings strings;
  private final ByteArrayOutputStream table = new ByteArrayOutputStream();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<long[]> script = new ArrayList<>();
  private final List<byte[]> files = new ArrayList<>();
  private final List<Integer> writers = new ArrayList<>();
  private int placeSize = 4;
  private int flags;

  private NsisForge(Strings strings) {
    this.strings = strings;
    text("");
  }

  /** Without files. */
  public static NsisForge start(Strings strings) {
    return new NsisForge(strings);
  }

  /** Has places of 64 bits. */
  public NsisForge wide() {
    placeSize = 8;
    return this;
  }

  /** Sets the flags of the first header. */
  public NsisForge flags(int value) {
    flags = value;
    return this;
  }

  /** Lets files go to a folder; {@code $} and a two-digit number stand for a variable. */
  public NsisForge folder(String path) {
    return instruction(11, text(path), 1);
  }

  /** Creates a folder that files do not go to. */
  public NsisForge emptyFolder(String path) {
    return instruction(11, text(path), 0);
  }

  /** Sets a variable. */
  public NsisForge variable(int number, String value) {
    return instruction(25, number, text(value));
  }

  /** Adds a file. */
  public NsisForge file(String name, byte[] content) {
    writers.add(script.size());
    files.add(content);
    return instruction(20, 0, text(name));
  }

  /** Adds a file that no instruction writes. */
  public NsisForge file(byte[] content) {
    writers.add(-1);
    files.add(content);
    return this;
  }

  /** Adds any other instruction. */
  public NsisForge instruction(long... values) {
    long[] instruction = new long[INSTRUCTION / 4];
    System.arraycopy(values, 0, instruction, 0, values.length);
    script.add(instruction);
    return this;
  }

  private int text(String text) {
    return places.computeIfAbsent(
        text,
        t -> {
          int at = table.size() / (strings == Strings.UNICODE ? 2 : 1);
          for (int i = 0; i < t.length(); i++) {
            boolean variable = t.charAt(i) == '$' && i + 2 < t.length();
            if (variable && Character.isDigit(t.charAt(i + 1))) {
              code(3, Integer.parseInt(t.substring(i + 1, i + 3)));
              i += 2;
            } else if (t.charAt(i) == '$') {
              // A character that is meant as it is.
              character(strings == Strings.OLD ? 0xfc : 4);
              character('$');
            } else {
              character(t.charAt(i));
            }
          }
          character(0);
          return at;
        });
  }

  private void code(int code, int number) {
    character(strings == Strings.OLD ? 0x100 - code : code);
    table.write((number & 0x7f) | 0x80);
    table.write((number >>> 7) | 0x80);
  }

  private void character(int c) {
    byte[] bytes = String.valueOf((char) c).getBytes(StandardCharsets.UTF_16LE);
    table.write(bytes[0]);
    if (strings == Strings.UNICODE) {
      table.write(bytes[1]);
    }
  }

  /** The header block, when items have these places. */
  private byte[] header(List<Item> items) {
    for (int i = 0; i < writers.size(); i++) {
      if (writers.get(i) >= 0) {
        script.get(writers.get(i))[3] = items.get(i).place();
      }
    }
    int entry = placeSize + 4;
    int first = 4 + TABLES * entry;
    int strings = first + script.size() * INSTRUCTION;
    Canvas header = new Canvas(strings + table.size());
    for (int i = 0; i < TABLES; i++) {
      header.u32(4 + i * entry, i < 3 ? first : i == 3 ? strings : strings + table.size());
    }
    header.u32(4 + 2 * entry + placeSize, script.size());
    for (int i = 0; i < script.size(); i++) {
      for (int k = 0; k < INSTRUCTION / 4; k++) {
        header.u32(first + i * INSTRUCTION + 4 * k, script.get(i)[k]);
      }
    }
    return header.put(strings, table.toByteArray()).bytes();
  }

  private List<Item> items(UnaryOperator<byte[]> pack, boolean packed) {
    List<Item> items = new ArrayList<>();
    long place = 0;
    for (byte[] file : files) {
      byte[] bytes = pack.apply(file);
      items.add(new Item(place, bytes, packed));
      place += 4 + bytes.length;
    }
    return items;
  }

  private static byte[] join(byte[] header, boolean packed, List<Item> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Item> all = new ArrayList<>(items);
    all.add(0, new Item(0, header, packed));
    for (Item item : all) {
      long size = item.bytes().length | (item.packed() ? PACKED : 0);
      out.writeBytes(new Canvas(4).u32(0, size).bytes());
      out.writeBytes(item.bytes());
    }
    return out.toByteArray();
  }

  /** All items in one stream, behind a program. */
  public byte[] solid(byte[] program, UnaryOperator<byte[]> pack) {
    List<Item> items = items(UnaryOperator.identity(), false);
    byte[] header = header(items);
    return installer(program, header.length, pack.apply(join(header, false, items)));
  }

  /** Each item packed for itself, behind a program. */
  public byte[] apart(byte[] program, UnaryOperator<byte[]> pack) {
    List<Item> items = items(pack, true);
    byte[] header = header(items);
    return installer(program, header.length, join(pack.apply(header), true, items));
  }

  /** Items as they are, behind a program. */
  public byte[] stored(byte[] program) {
    List<Item> items = items(UnaryOperator.identity(), false);
    byte[] header = header(items);
    return installer(program, header.length, join(header, false, items));
  }

  private byte[] installer(byte[] program, int headerSize, byte[] data) {
    boolean summed = (flags & WITHOUT_CHECKSUM) == 0;
    int size = HEADER + data.length + (summed ? 4 : 0);
    Canvas file = new Canvas(program.length + size).put(0, program);
    int at = program.length;
    file.u32(at, flags).u32(at + 4, 0xdeadbeefL).ascii(at + 8, "NullsoftInst");
    file.u32(at + 0x14, headerSize).u32(at + 0x18, size).put(at + HEADER, data);
    if (summed && program.length >= 512) {
      CRC32 crc = new CRC32();
      crc.update(file.bytes(), 512, file.bytes().length - 516);
      file.u32(file.bytes().length - 4, crc.getValue());
    }
    return file.bytes();
  }
}
