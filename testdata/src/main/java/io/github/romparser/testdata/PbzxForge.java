package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;

/**
 * Writes Apple's PBZX: chunks, each .xz or stored (BIOSUtilities, apple_efi_pbzx.py). The setters
 * change this builder and return it.
 */
public final class PbzxForge {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PbzxForge() {
    out.writeBytes(new Canvas(12).ascii(0, "pbzx").u32be(8, 0x100_0000).bytes());
  }

  /** Without chunks. */
  public static PbzxForge start() {
    return new PbzxForge();
  }

  /** Adds a chunk as it is. */
  public PbzxForge stored(byte[] content) {
    return chunk(content.length, content.length, content);
  }

  /** Adds a chunk that an .xz file is in. */
  public PbzxForge xz(byte[] packed, int gives) {
    return chunk(gives, packed.length, packed);
  }

  /** Adds a chunk that says what it likes of its sizes. */
  public PbzxForge chunk(long gives, long packed, byte[] bytes) {
    out.writeBytes(
        new Canvas(16)
            .u32be(0, gives >>> 32)
            .u32be(4, gives)
            .u32be(8, packed >>> 32)
            .u32be(12, packed)
            .bytes());
    out.writeBytes(bytes);
    return this;
  }

  /** The file. */
  public byte[] build() {
    return out.toByteArray();
  }
}
