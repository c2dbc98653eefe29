package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;

/**
 * The header of a .lzma file (LZMA SDK, lzma.txt).
 *
 * @param properties offset 0x00, 1 byte: lc, lp and pb
 * @param dictionary offset 0x01, 4 bytes: size of the dictionary in bytes
 * @param size offset 0x05, 8 bytes: how many bytes it gives; all bits set if they end with a mark
 */
record LzmaHeader(int properties, long dictionary, long size) {

  /** Length of the header, in bytes. */
  static final int LENGTH = 13;

  private static final long LARGEST = 1L << 38;

  /** lzma -9 has a dictionary of half of it. */
  private static final long LARGEST_DICTIONARY = 128L << 20;

  /** Reads the header; its bytes have to be there. */
  static LzmaHeader read(Slice bytes, long at) {
    return new LzmaHeader(
        bytes.u8(at), bytes.u32(at + 1), bytes.u32(at + 5) | bytes.u32(at + 9) << 32);
  }

  /**
   * Whether it can be one: as strict as xz's own lzma decoder, which wants a dictionary of 2^n or
   * 2^n + 2^(n-1) bytes.
   */
  boolean plausible() {
    long bit = Long.highestOneBit(dictionary);
    boolean usual = dictionary == bit || dictionary == bit + bit / 2;
    return properties <= RawLzma.LARGEST_PROPERTIES
        && dictionary != 0
        && dictionary <= LARGEST_DICTIONARY
        && usual
        && (size == RawLzma.UNKNOWN || (size >= 0 && size < LARGEST));
  }

  /** Decodes what stands behind a header. */
  static Decoded decode(Slice file, Allowance allowance) {
    if (file.length() < LENGTH) {
      return Decoded.none(new Trouble(Trouble.Reason.TRUNCATED, file.offset(), "LZMA header"));
    }
    LzmaHeader header = read(file, 0);
    if (header.size < RawLzma.UNKNOWN) {
      return Decoded.none(new Trouble(Trouble.Reason.DAMAGED, file.offset(), "LZMA size"));
    }
    return RawLzma.decode(
        file.from(LENGTH), header.properties, header.dictionary, header.size, allowance);
  }
}
