package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.LZMA2InputStream;
import org.tukaani.xz.LZMAInputStream;

/**
 * LZMA without a header of its own, as 7z, ZIP and coreboot have it, with xz's decoder. A
 * dictionary larger than the output is of no use, so that the output's limit bounds the memory too.
 */
public final class RawLzma {

  /** The largest properties byte: (pb * 5 + lp) * 9 + lc. */
  public static final int LARGEST_PROPERTIES = (4 * 5 + 4) * 9 + 8;

  /** The size of an output that ends with a mark. */
  public static final long UNKNOWN = -1;

  private static final int SMALLEST_DICTIONARY = 4096;

  private RawLzma() {}

  /**
   * Decodes one stream.
   *
   * @param packed begins with the stream and may go on behind its end
   * @param properties lc, lp and pb in one byte
   * @param dictionary its size in bytes
   * @param size how many bytes there should be, or {@link #UNKNOWN}
   * @param allowance limits the output, and is asked for the dictionary, though for no more than
   *     the output may have
   * @return all bytes, or as many as can be had, with the trouble: none where there are no such
   *     properties; up to 64 KiB in front of where it fails are lost
   */
  public static Decoded decode(
      Slice packed, int properties, long dictionary, long size, Allowance allowance) {
    if (properties > LARGEST_PROPERTIES) {
      return Decoded.none(
          new Trouble(Trouble.Reason.DAMAGED, packed.offset(), "LZMA properties " + properties));
    }
    LibraryDecoder.Opening opening =
        () -> stream(SliceStream.of(packed), properties, dictionary, size, allowance);
    return size == UNKNOWN
        ? LibraryDecoder.decode(opening, packed.offset(), allowance)
        : LibraryDecoder.decode(opening, size, packed.offset(), allowance);
  }

  /**
   * {@return a stream of the decoded bytes}
   *
   * @param packed begins with the stream, whose first bytes are read now
   * @param properties lc, lp and pb in one byte, up to {@link #LARGEST_PROPERTIES}
   * @param dictionary its size in bytes
   * @param size how many bytes there should be, or {@link #UNKNOWN} if a mark ends them
   * @param allowance is asked for the dictionary, though for no more than the output may have
   * @throws IOException if the stream ends at once, or the values are out of range
   */
  public static InputStream stream(
      InputStream packed, int properties, long dictionary, long size, Allowance allowance)
      throws IOException {
    int memory = dictionary(dictionary, size, allowance);
    LZMAInputStream in = new LZMAInputStream(packed, size, (byte) properties, memory);
    if (size != UNKNOWN) {
      // An end mark may still follow.
      in.enableRelaxedEndCondition();
    }
    return in;
  }

  /**
   * {@return a stream of the bytes of LZMA2, which knows its end}
   *
   * @param packed begins with the first chunk
   * @param dictionary its size in bytes
   * @param size how many bytes there should be, or {@link #UNKNOWN}; it only bounds the dictionary
   * @param allowance is asked for the dictionary, though for no more than the output may have
   */
  public static InputStream lzma2(
      InputStream packed, long dictionary, long size, Allowance allowance) {
    return new LZMA2InputStream(packed, dictionary(dictionary, size, allowance));
  }

  private static int dictionary(long dictionary, long size, Allowance allowance) {
    long most = size == UNKNOWN ? allowance.most() : Math.min(size, allowance.most());
    long memory =
        Math.min(
            Math.max(SMALLEST_DICTIONARY, Math.min(dictionary, most)),
            LZMAInputStream.DICT_SIZE_MAX);
    allowance.take(memory);
    return (int) memory;
  }
}
