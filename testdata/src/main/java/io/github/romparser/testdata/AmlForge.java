package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes AML (ACPI 6.4 §20.2): each method gives the bytes of one object or operand, to be put into
 * another or into a table of {@link AcpiTableForge}.
 */
public final class AmlForge {
  private AmlForge() {}

  /** Bytes one behind the other. */
  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Opcodes as they are. */
  public static byte[] code(int... opcodes) {
    byte[] bytes = new byte[opcodes.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) opcodes[i];
    }
    return bytes;
  }

  /** A name such as {@code \_SB.PCI0}; segments are filled up with underscores. */
  public static byte[] path(String path) {
    int prefix = 0;
    while (prefix < path.length() && (path.charAt(prefix) == '\\' || path.charAt(prefix) == '^')) {
      prefix++;
    }
    byte[] start = ascii(path.substring(0, prefix));
    String rest = path.substring(prefix);
    if (rest.isEmpty()) {
      return join(start, code(0));
    }
    String[] names = rest.split("\\.", -1);
    byte[] all = names.length == 1 ? start : join(start, code(0x2E));
    if (names.length > 2) {
      all = join(start, code(0x2F, names.length));
    }
    for (String name : names) {
      all = join(all, ascii((name + "____").substring(0, 4)));
    }
    return all;
  }

  /** A number in the shortest form. */
  public static byte[] number(long value) {
    if (value == 0 || value == 1) {
      return code((int) value);
    }
    if (value >= 0 && value <= 0xFF) {
      return code(0x0A, (int) value);
    }
    if (value >= 0 && value <= 0xFFFF) {
      return new Canvas(3).u8(0, 0x0B).u16(1, (int) value).bytes();
    }
    if (value >= 0 && value <= 0xFFFF_FFFFL) {
      return new Canvas(5).u8(0, 0x0C).u32(1, value).bytes();
    }
    return new Canvas(9).u8(0, 0x0E).u32(1, value).u32(5, value >>> 32).bytes();
  }

  /** A text. */
  public static byte[] string(String text) {
    return join(code(0x0D), ascii(text), code(0));
  }

  /** A Buffer that is as large as its initialiser. */
  public static byte[] buffer(byte[] bytes) {
    return buffer(bytes.length, bytes);
  }

  /** A Buffer of which the initialiser gives the first bytes. */
  public static byte[] buffer(long size, byte[] bytes) {
    return sized(code(0x11), number(size), bytes);
  }

  /** A Name. */
  public static byte[] name(String name, byte[] object) {
    return join(code(0x08), path(name), object);
  }

  /** A Scope with what stands in it. */
  public static byte[] scope(String path, byte[]... body) {
    return sized(code(0x10), path(path), join(body));
  }

  /** A Device with what stands in it. */
  public static byte[] device(String path, byte[]... body) {
    return sized(code(0x5B, 0x82), path(path), join(body));
  }

  /** A Method with its code. */
  public static byte[] method(String name, int arguments, byte[]... body) {
    return sized(code(0x14), path(name), code(arguments), join(body));
  }

  /** An OperationRegion; address and length are operands. */
  public static byte[] region(String name, int space, byte[] address, byte[] length) {
    return join(code(0x5B, 0x80), path(name), code(space), address, length);
  }

  /** A Field of a region; the units are made by {@link #unit}. */
  public static byte[] field(String region, byte[]... units) {
    return sized(code(0x5B, 0x81), path(region), code(0), join(units));
  }

  /** A unit of a field; without a name, bits that are passed over. */
  public static byte[] unit(String name, int bits) {
    byte[] start = name.isEmpty() ? code(0) : path(name);
    return join(start, length(bits));
  }

  /** Something with its length in front. */
  public static byte[] sized(byte[] opcode, byte[]... parts) {
    byte[] body = join(parts);
    int bytes = 1;
    while (body.length + bytes > (bytes == 1 ? 0x3F : (1 << (4 + 8 * (bytes - 1))) - 1)) {
      bytes++;
    }
    return join(opcode, length(body.length + bytes, bytes), body);
  }

  private static byte[] length(int value) {
    int bytes = 1;
    while (value > (bytes == 1 ? 0x3F : (1 << (4 + 8 * (bytes - 1))) - 1)) {
      bytes++;
    }
    return length(value, bytes);
  }

  private static byte[] length(int value, int bytes) {
    if (bytes == 1) {
      return code(value);
    }
    byte[] all = new byte[bytes];
    all[0] = (byte) ((bytes - 1) << 6 | (value & 0xF));
    for (int i = 1; i < bytes; i++) {
      all[i] = (byte) (value >>> (4 + 8 * (i - 1)));
    }
    return all;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
