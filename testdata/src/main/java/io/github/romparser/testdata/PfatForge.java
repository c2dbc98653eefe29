package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Builds AMI's files for BIOS Guard. The setters change this builder and return it. */
public final class PfatForge {
  /** AMI's own platform. */
  public static final String PLATFORM = "AMI_BIOSGUARD";

  /** Length of a signature with a key of 2048 bits. */
  public static final int RSA_2048 = 0x20c;

  /** Length of a signature with a key of 3072 bits. */
  public static final int RSA_3072 = 0x30c;

  private final StringBuilder index = new StringBuilder("AMI_BIOS_GUARD_FLASH_CONFIGURATIONS\r\n");
  private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();

  private PfatForge() {}

  /** Without files. */
  public static PfatForge start() {
    return new PfatForge();
  }

  /** Adds a file in blocks without signatures. */
  public PfatForge file(String name, int blockSize, byte[] content) {
    return file(name, blockSize, content, 0, 0);
  }

  /** Adds a file in blocks with signatures. */
  public PfatForge file(String name, int blockSize, byte[] content, int key, int signature) {
    int count = 0;
    for (int at = 0; at < content.length; at += blockSize) {
      byte[] data = Arrays.copyOfRange(content, at, Math.min(content.length, at + blockSize));
      blocks.writeBytes(
          signature == 0
              ? BiosGuardForge.block(PLATFORM, at, data)
              : BiosGuardForge.signed(PLATFORM, data, key, signature));
      count++;
    }
    return line((signature == 0 ? 0 : 1) + " /B " + count + ";" + name);
  }

  /** Adds a line to the list of files. */
  public PfatForge line(String line) {
    index.append(line).append("\r\n");
    return this;
  }

  /** Adds bytes behind the blocks. */
  public PfatForge bytes(byte[] bytes) {
    blocks.writeBytes(bytes);
    return this;
  }

  /** The file. */
  public byte[] build() {
    int size = 0x11 + index.length();
    return claiming(size);
  }

  /** The file with another size of its list. */
  public byte[] claiming(long size) {
    byte[] all = blocks.toByteArray();
    int start = 0x11 + index.length();
    return new Canvas(start + all.length)
        .u32(0, size)
        .ascii(8, "_AMIPFAT")
        .ascii(0x11, index.toString())
        .put(start, all)
        .bytes();
  }
}
