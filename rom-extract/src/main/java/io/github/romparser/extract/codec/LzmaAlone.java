package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.IOException;
import org.tukaani.xz.LZMAInputStream;

/**
 * LZMA with the header of {@code .lzma} files (LZMA SDK, lzma.txt): properties (offset 0, 1 byte),
 * size of the dictionary (offset 1, 4 bytes), size of the output (offset 5, 8 bytes; all ones if it
 * is not known), then the stream. Firmware calls it LZMA without more.
 */
public final class LzmaAlone {

  /** Properties and both sizes, in bytes. */
  public static final int HEADER_LENGTH = 13;

  /** Properties are {@code (pb * 5 + lp) * 9 + lc}, with pb and lp up to 4 and lc up to 8. */
  private static final int MOST_PROPERTIES = (4 * 5 + 4) * 9 + 8;

  /** The least dictionary of xz's decoder, in bytes. */
  private static final int LEAST_DICTIONARY = 4096;

  /** A size that is not known. */
  private static final long UNKNOWN = -1;

  /**
   * Sizes from this on are no sizes, so that a header with one is none. No firmware comes near it.
   */
  private static final long ABSURD = 1L << 40;

  private LzmaAlone() {}

  /**
   * {@return whether bytes may begin with such a header} It has to be there wholly, its properties
   * in their range, and the size of the output unknown or below 1 TiB.
   *
   * @param stream of which the first {@link #HEADER_LENGTH} bytes are looked at
   */
  public static boolean plausible(Slice stream) {
    return stream.has(0, HEADER_LENGTH)
        && stream.u8(0) <= MOST_PROPERTIES
        && (size(stream) == UNKNOWN || (size(stream) >= 0 && size(stream) < ABSURD));
  }

  /**
   * Decodes one stream.
   *
   * @param stream begins with the header and may go on behind its end
   * @param allowance limits the output, and is asked beforehand for the dictionary, though for no
   *     more than the output may have, and for the decoder's tables
   * @return all bytes, or as many as can be had, with the trouble: none if the header is not {@link
   *     #plausible}; up to 4 KiB in front of where it fails are lost
   */
  public static Decoded decode(Slice stream, Allowance allowance) {
    if (!plausible(stream)) {
      return Decoded.none(
          new Trouble(
              stream.length() < HEADER_LENGTH ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED,
              stream.offset(),
              "LZMA, the header"));
    }
    long size = size(stream);
    byte properties = (byte) stream.u8(0);
    int dictionary = dictionary(stream, size, allowance);
    allowance.take(dictionary);
    allowance.take(tables(properties));
    return StreamDrain.drain(
        () -> {
          LZMAInputStream in =
              new LZMAInputStream(
                  SliceStream.of(stream.from(HEADER_LENGTH)), size, properties, dictionary);
          in.enableRelaxedEndCondition();
          return in;
        },
        stream,
        allowance,
        "LZMA",
        size);
  }

  private static long size(Slice stream) {
    return stream.u32(5) | stream.u32(9) << 32;
  }

  /** The dictionary is never longer than what it repeats: the output. */
  private static int dictionary(Slice stream, long size, Allowance allowance) {
    long output = size == UNKNOWN ? allowance.most() : Math.min(size, allowance.most());
    long dictionary = Math.min(stream.u32(1), Math.min(output, LZMAInputStream.DICT_SIZE_MAX));
    return (int) Math.max(LEAST_DICTIONARY, dictionary);
  }

  /** What the decoder takes besides the dictionary, in bytes. */
  private static long tables(byte properties) {
    try {
      return LZMAInputStream.getMemoryUsage(LEAST_DICTIONARY, properties) * 1024L;
    } catch (IOException e) {
      throw new IllegalArgumentException("not checked by plausible()", e);
    }
  }
}
