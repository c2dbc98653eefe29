package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Builds AMI's UCP files. The setters change this builder and return it. */
public final class UcpForge {
  private static final int HEADER = 0x10;
  private static final int DATA = 0x18;

  private final ByteArrayOutputStream modules = new ByteArrayOutputStream();

  private UcpForge() {}

  /** Without modules. */
  public static UcpForge start() {
    return new UcpForge();
  }

  /** Adds a module as it is. */
  public UcpForge stored(String tag, byte[] data) {
    return module(tag, data.length, data.length, data, DATA + data.length);
  }

  /** Adds a module in EFI 1.1 compression. */
  public UcpForge packed(String tag, byte[] data) {
    return packed(tag, data, 0);
  }

  /** The same without some bytes at its end. */
  public UcpForge packed(String tag, byte[] data, int missing) {
    byte[] stream = StoreStream.of(data);
    byte[] bits = Arrays.copyOfRange(stream, 8, stream.length - missing);
    return module(tag, stream.length - 8, data.length, bits, DATA + bits.length);
  }

  /**
   * Adds a module that may lie.
   *
   * @param size of the module, as its header has it
   */
  public UcpForge module(String tag, long packed, long unpacked, byte[] data, long size) {
    byte[] module =
        new Canvas(DATA + data.length)
            .ascii(0, tag)
            .u32(4, size)
            .u32(0x10, packed)
            .u32(0x14, unpacked)
            .put(DATA, data)
            .bytes();
    modules.writeBytes(summed(module));
    return this;
  }

  /**
   * The file.
   *
   * @param tag {@code @UAF} or {@code @HPU}
   */
  public byte[] build(String tag) {
    byte[] all = modules.toByteArray();
    int size = HEADER + all.length;
    return summed(new Canvas(size).ascii(0, tag).u32(4, size).put(HEADER, all).bytes());
  }

  /** Sets the checksum so that all 16-bit values sum to 0. */
  private static byte[] summed(byte[] module) {
    int sum = 0;
    for (int i = 0; i < module.length; i++) {
      sum += (module[i] & 0xff) << (i % 2 * 8);
    }
    return new Canvas(module).u16(8, -sum).bytes();
  }
}
