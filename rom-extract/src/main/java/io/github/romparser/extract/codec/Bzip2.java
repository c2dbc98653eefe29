package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** bzip2, one stream or several one behind the other, with commons-compress's decoder. */
public final class Bzip2 {

  /** What a block of 900,000 bytes takes: its bytes, and four bytes for each. */
  public static final int MEMORY = 5 * 900_000;

  private Bzip2() {}

  /**
   * Decodes all streams. Bytes behind the last that begin no stream count as damage.
   *
   * @param packed begins with the first stream
   * @param allowance limits the output, and is asked beforehand for {@link #MEMORY} bytes
   * @return all bytes, or as many as can be had, with the trouble; up to 64 KiB in front of where
   *     it fails are lost
   */
  public static Decoded decode(Slice packed, Allowance allowance) {
    allowance.take(MEMORY);
    return LibraryDecoder.decode(() -> stream(SliceStream.of(packed)), packed.offset(), allowance);
  }

  /**
   * {@return a stream of the decoded bytes of all streams} It takes {@link #MEMORY} bytes, for
   * which the caller has to ask.
   *
   * @param packed begins with the first stream
   * @throws IOException if it does not begin like bzip2
   */
  public static InputStream stream(InputStream packed) throws IOException {
    return new BZip2CompressorInputStream(packed, true);
  }

  /**
   * {@return a stream of the decoded bytes of one stream, whatever stands behind it} It takes
   * {@link #MEMORY} bytes, for which the caller has to ask.
   *
   * @param packed begins with the stream
   * @throws IOException if it does not begin like bzip2
   */
  public static InputStream single(InputStream packed) throws IOException {
    return new BZip2CompressorInputStream(packed, false);
  }
}
