package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import java.io.InputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;

/** Deflate64, method 9 of ZIP files (PKWARE APPNOTE 4.4.5), with commons-compress's decoder. */
public final class Deflate64 {

  /** The window and the tables, in bytes. */
  private static final int MEMORY = 1 << 17;

  private Deflate64() {}

  /**
   * Decodes one stream.
   *
   * @param deflated begins with the stream and may go on behind its end
   * @param allowance limits the output, and is asked beforehand for 128 KiB
   * @return all bytes, or as many as can be had, with the trouble; up to 64 KiB in front of where
   *     it fails are lost
   */
  public static Decoded decode(Slice deflated, Allowance allowance) {
    allowance.take(MEMORY);
    return LibraryDecoder.decode(
        () -> stream(SliceStream.of(deflated)), deflated.offset(), allowance);
  }

  /**
   * {@return a stream of the decoded bytes} It takes 128 KiB, of which no allowance is told.
   *
   * @param deflated begins with the stream
   */
  public static InputStream stream(InputStream deflated) {
    return new Deflate64CompressorInputStream(deflated);
  }
}
