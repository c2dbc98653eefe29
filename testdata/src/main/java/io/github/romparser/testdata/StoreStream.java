package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;

/**
 * Writes EFI 1.1 compressed streams that do not compress: literals of eight bits each (UEFI 2.10,
 * edk2 BaseUefiDecompressLib). Simple enough to be right by inspection.
 */
public final class StoreStream {
  /** Symbols of one block; the count has 16 bits, and edk2's compressor stays at about this. */
  private static final int BLOCK = 16384;

  private static final int HEADER = 8;

  /** Bits of the number of position codes: 4 in EFI 1.1 streams, 5 in Tiano streams. */
  private final int positionBits;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int heldBits;

  private StoreStream(int positionBits) {
    this.positionBits = positionBits;
  }

  /** The stream: both sizes (32 bits each), then the bits. */
  public static byte[] of(byte[] data) {
    return new StoreStream(4).stream(data);
  }

  /** The same as a Tiano stream, which firmware does not take in an option ROM. */
  public static byte[] tiano(byte[] data) {
    return new StoreStream(5).stream(data);
  }

  private byte[] stream(byte[] data) {
    for (int start = 0; start < data.length; start += BLOCK) {
      block(data, start, Math.min(data.length, start + BLOCK));
    }
    byte[] bits = finish();
    return new Canvas(HEADER + bits.length)
        .u32(0, bits.length)
        .u32(4, data.length)
        .put(HEADER, bits)
        .bytes();
  }

  /** An upper bound of the stream's length in bytes for {@code length} bytes of data. */
  static int bound(int length) {
    return HEADER + length + 6 * (length / BLOCK + 1) + 2;
  }

  private void block(byte[] data, int start, int end) {
    bits(end - start, 16);
    bits(0, 5); // the code of the code lengths has one symbol of no bits:
    bits(10, 5); // symbol 10, which means length 8
    bits(256, 9); // so all 256 literals have eight bits, that is themselves
    bits(0, positionBits); // the code of the positions has one symbol of no bits,
    bits(0, positionBits); // and nobody uses it
    for (int i = start; i < end; i++) {
      bits(data[i] & 0xFF, 8);
    }
  }

  private void bits(int value, int count) {
    held = held << count | value;
    heldBits += count;
    while (heldBits >= 8) {
      heldBits -= 8;
      out.write(held >>> heldBits);
      held &= (1 << heldBits) - 1;
    }
  }

  private byte[] finish() {
    bits(0, 7); // completes a byte that was begun, and leaves none that was not
    out.write(0); // edk2's compressor counts one byte more than it needs
    return out.toByteArray();
  }
}
