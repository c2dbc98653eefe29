package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.codec.Bzip2;
import io.github.romparser.extract.codec.LibraryDecoder;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.codec.SliceStream;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** How a chunk is compressed, in the order of its numbers in the header (issrc, cmStored...). */
enum InnoCompression {
  /** As it is. */
  STORED,
  /** With zlib's header. */
  ZLIB,
  /** As bzip2 writes it. */
  BZIP2,
  /** Properties (5 bytes), then the stream, which has an end mark. */
  LZMA1,
  /** Code of the dictionary's size (1 byte), then the stream. */
  LZMA2;

  private static final int LZMA1_HEADER = 5;
  private static final int LARGEST_LZMA2_CODE = 40;
  private static final int ZLIB_HEADER = 0x78;

  /** What the properties byte of LZMA1 is but for those who set it themselves: lc 3, lp 0, pb 2. */
  private static final int USUAL_PROPERTIES = 0x5d;

  /**
   * No dictionary is larger than so many times what it is made of, in bytes: one that lies may not
   * cost more than the chunk is worth.
   */
  private static final long DICTIONARY_A_BYTE = 1024;

  private static final long LEAST_DICTIONARY = 1 << 12;

  /** What makes other formats of what only looks like a chunk, in bytes. */
  private static final int FALSE_START = 2;

  /** How many bytes are given to zlib at once; it does not say how many of them it needed. */
  private static final int INFLATED = 512;

  /** A size that is not known. */
  static final long UNKNOWN = RawLzma.UNKNOWN;

  /** The compression of a number. */
  static Optional<InnoCompression> of(int number) {
    return number < values().length ? Optional.of(values()[number]) : Optional.empty();
  }

  /** What the first bytes look like; {@link #STORED} if like none. */
  static InnoCompression guess(Slice chunk) {
    if (chunk.startsWith(0, "BZh")) {
      return BZIP2;
    }
    if (!chunk.has(0, LZMA1_HEADER + 1)) {
      return STORED;
    }
    int first = chunk.u8(0);
    if (first == USUAL_PROPERTIES && chunk.u8(LZMA1_HEADER) == 0) {
      return LZMA1;
    }
    if (first == ZLIB_HEADER && chunk.be16(0) % 31 == 0) {
      return ZLIB;
    }
    // The first piece resets the dictionary: 1 as it is, from E0 on compressed.
    boolean resets = chunk.u8(1) == 1 || chunk.u8(1) >= 0xe0;
    return first <= LARGEST_LZMA2_CODE && resets ? LZMA2 : STORED;
  }

  /**
   * The bytes of a chunk, or as many as can be had.
   *
   * @param size how many there should be, or {@link #UNKNOWN}
   */
  Decoded decode(Slice chunk, long size, Allowance allowance) {
    if (this == STORED) {
      Slice there = size == UNKNOWN ? chunk : chunk.clamp(0, size);
      allowance.take(there.length());
      allowance.work(there.length());
      Slice copy = Slice.of(there.toByteArray());
      return copy.length() < size
          ? Decoded.partly(copy, missing(chunk, copy.length(), size))
          : Decoded.of(copy);
    }
    LibraryDecoder.Opening opening = () -> stream(chunk, SliceStream.of(chunk), size, allowance);
    return size == UNKNOWN
        ? LibraryDecoder.decode(opening, chunk.offset(), allowance)
        : LibraryDecoder.decode(opening, size, chunk.offset(), allowance);
  }

  /**
   * The bytes of a chunk of which neither the size nor the end is known, and behind them those that
   * are not part of it; all of them if it cannot be unpacked, since then it may be none.
   */
  Decoded decodeAndRest(Slice chunk, Allowance allowance) {
    SliceStream packed = SliceStream.of(chunk);
    Decoded decoded =
        LibraryDecoder.decode(
            () -> stream(chunk, packed, UNKNOWN, allowance), chunk.offset(), allowance);
    // Without its first bytes nobody takes it for the same thing again.
    long rest =
        decoded.trouble().isPresent() ? Math.max(0, chunk.length() - FALSE_START) : packed.left();
    BoundedOutput out = new BoundedOutput(allowance, decoded.bytes().length() + rest);
    byte[] bytes = decoded.bytes().toByteArray();
    out.write(bytes, 0, bytes.length);
    byte[] raw = chunk.from(chunk.length() - rest).toByteArray();
    out.write(raw, 0, raw.length);
    return new Decoded(out.toSlice(), decoded.trouble());
  }

  private static Trouble missing(Slice chunk, long there, long size) {
    return new Trouble(Trouble.Reason.TRUNCATED, chunk.offset(), there + " of " + size + " bytes");
  }

  private InputStream stream(Slice chunk, SliceStream packed, long size, Allowance allowance)
      throws IOException {
    return switch (this) {
      case LZMA1 -> {
        if (!chunk.has(0, LZMA1_HEADER) || chunk.u8(0) > RawLzma.LARGEST_PROPERTIES) {
          throw new IOException("LZMA properties");
        }
        packed.skipNBytes(LZMA1_HEADER);
        yield RawLzma.stream(packed, chunk.u8(0), dictionary(chunk, chunk.u32(1)), size, allowance);
      }
      case LZMA2 -> {
        if (!chunk.has(0, 1) || chunk.u8(0) > LARGEST_LZMA2_CODE) {
          throw new IOException("LZMA2 properties");
        }
        int code = chunk.u8(0);
        long told = (2L | (code & 1)) << (code / 2 + 11);
        packed.skipNBytes(1);
        yield RawLzma.lzma2(packed, dictionary(chunk, told), size, allowance);
      }
      case ZLIB -> inflated(packed);
      default -> {
        allowance.take(Bzip2.MEMORY);
        yield Bzip2.single(packed);
      }
    };
  }

  private static InputStream inflated(SliceStream packed) {
    Inflater inflater = new Inflater();
    return new InflaterInputStream(packed, inflater, INFLATED) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private static long dictionary(Slice chunk, long told) {
    return Math.min(told, Math.max(LEAST_DICTIONARY, chunk.length() * DICTIONARY_A_BYTE));
  }
}
