package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;

/**
 * The compression of EFI drivers and of compressed sections (UEFI 2.10 §19), the way back from
 * {@link EfiDecompressor}: repetitions and codes as edk2's compressor writes them, so that its
 * decompressor takes them (edk2 BaseTools/Source/C/Common/EfiCompress.c and TianoCompress.c).
 *
 * <p>The same input gives the same bytes, always. Time is linear in the size of the input, memory
 * is that of input and output and at most 3 MiB.
 */
public final class EfiCompressor {

  /** The most bytes that are compressed. */
  public static final int MOST_BYTES = 1 << 30;

  private EfiCompressor() {}

  /**
   * Compresses.
   *
   * @param input any bytes, at most {@link #MOST_BYTES}
   * @param variant how far back repetitions may lie; the stream does not say it, so a reader has to
   *     know
   * @return the whole stream, a view of its own at offset 0: the size of the rest (4 bytes), the
   *     size of the input (4 bytes), the bits, and one byte 0 that edk2's compressor writes too
   * @throws IllegalArgumentException if the input is larger
   */
  public static Slice compress(Slice input, EfiDecompressor.Variant variant) {
    if (input.length() > MOST_BYTES) {
      throw new IllegalArgumentException("too much to compress: " + input.length() + " bytes");
    }
    BitWriter out = new BitWriter(EfiDecompressor.HEADER_LENGTH, input.length() / 2);
    bits(input, variant.format(), out);
    out.put(Byte.SIZE, 0);
    byte[] stream = out.toByteArray();
    put32(stream, 0, stream.length - EfiDecompressor.HEADER_LENGTH);
    put32(stream, Integer.BYTES, input.length());
    return Slice.of(stream);
  }

  /** The bits alone, up to a whole byte. */
  static void bits(Slice input, BlockFormat format, BitWriter out) {
    BlockEncoder encoder = new BlockEncoder(format, out);
    RepetitionParser.parse(input, format.window(), encoder);
    encoder.finish();
    out.flush();
  }

  private static void put32(byte[] bytes, int at, int value) {
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] = (byte) (value >>> (Byte.SIZE * i));
    }
  }
}
