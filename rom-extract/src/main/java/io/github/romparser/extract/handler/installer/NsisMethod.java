package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.LibraryDecoder;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.codec.SliceStream;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.X86Options;

/** How NSIS compresses: nothing but the first bytes of a stream tells. */
enum NsisMethod {
  /** As it is. */
  STORED,
  /** Without a header. */
  DEFLATE,
  /** bzip2 with less around it. */
  BZIP2,
  /** Properties and size of the dictionary, then the stream, which has a mark at its end. */
  LZMA,
  /** The same behind a byte that tells whether x86 code was filtered. */
  FILTERED_LZMA;

  /** lc 3, lp 0, pb 2, which NSIS always has. */
  private static final int PROPERTIES = 0x5d;

  private static final int LZMA_HEADER = 5;

  /** The second byte of a block: its origin is less than 900,000, so that it is below this. */
  private static final int LEAST_ORIGIN = 14;

  /** What a decoder gave in the call in which it failed is lost, so calls are small. */
  private static final int SMALL = 1 << 12;

  /** By the first bytes of a stream that is compressed. */
  static NsisMethod of(Slice stream) {
    if (lzma(stream, 0)) {
      return LZMA;
    }
    if (stream.has(0, 2) && stream.u8(0) <= 1 && lzma(stream, 1)) {
      return FILTERED_LZMA;
    }
    return stream.has(0, 2) && stream.u8(0) == NsisBzip2.BLOCK && stream.u8(1) < LEAST_ORIGIN
        ? BZIP2
        : DEFLATE;
  }

  /** Whether properties, a size of whole 64 KiB and the 0 of a range coder are at a place. */
  private static boolean lzma(Slice stream, int at) {
    return stream.has(at, LZMA_HEADER + 2)
        && stream.u8(at) == PROPERTIES
        && stream.u16(at + 1) == 0
        && stream.u8(at + LZMA_HEADER) == 0
        && stream.u8(at + LZMA_HEADER + 1) < 0x80;
  }

  /** All bytes, or as many as can be had. */
  Decoded decode(Slice packed, Allowance allowance) {
    return switch (this) {
      case STORED -> stored(packed, allowance);
      case DEFLATE -> NsisDeflate.decode(packed, allowance);
      case BZIP2 -> NsisBzip2.decode(packed, allowance);
      case LZMA -> lzma(packed, false, allowance);
      case FILTERED_LZMA -> lzma(packed.from(1), packed.u8(0) != 0, allowance);
    };
  }

  private static Decoded stored(Slice packed, Allowance allowance) {
    allowance.take(packed.length());
    return Decoded.of(Slice.of(packed.toByteArray()));
  }

  private static Decoded lzma(Slice packed, boolean filtered, Allowance allowance) {
    if (!packed.has(0, LZMA_HEADER)) {
      return Decoded.none(new Trouble(Trouble.Reason.TRUNCATED, packed.offset(), "LZMA header"));
    }
    return LibraryDecoder.decode(
        () -> {
          InputStream in =
              RawLzma.stream(
                  SliceStream.of(packed.from(LZMA_HEADER)),
                  packed.u8(0),
                  packed.u32(1),
                  RawLzma.UNKNOWN,
                  allowance);
          return new SmallReads(filtered ? new X86Options().getInputStream(in) : in);
        },
        packed.offset(),
        allowance);
  }

  /** Reads less at a time than it is asked for. */
  private static final class SmallReads extends FilterInputStream {
    SmallReads(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      return super.read(bytes, from, Math.min(count, SMALL));
    }
  }
}
