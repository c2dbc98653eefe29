package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflate (RFC 1951), bare, in zlib's wrapping (RFC 1950) and in gzip's (RFC 1952). */
public final class Inflate {

  private static final int PIECE = 1 << 15;

  /** zlib's own window and tables, in bytes. */
  private static final long WINDOW = 1 << 16;

  private static final int GZIP_HEADER = 10;

  /** CRC and size behind each member of a gzip file, in bytes. */
  private static final int GZIP_TRAILER = 8;

  private static final int FLAG_HEADER_CRC = 0x02;
  private static final int FLAG_EXTRA = 0x04;
  private static final int FLAG_NAME = 0x08;
  private static final int FLAG_COMMENT = 0x10;

  private Inflate() {}

  /**
   * Decodes a bare stream, which may be followed by other bytes.
   *
   * @param stream begins with the first block's bits
   * @param allowance limits the output, and is asked beforehand for 64 KiB
   * @return all bytes, or those in front of what is missing or wrong, with the trouble
   */
  public static Decoded raw(Slice stream, Allowance allowance) {
    return one(stream, true, allowance, "deflate");
  }

  /**
   * Decodes a stream with zlib's header, which may be followed by other bytes. Its Adler-32 is
   * compared.
   *
   * @param stream begins with the header
   * @param allowance limits the output, and is asked beforehand for 64 KiB
   * @return all bytes, or those in front of what is missing or wrong, with the trouble
   */
  public static Decoded zlib(Slice stream, Allowance allowance) {
    return one(stream, false, allowance, "zlib");
  }

  /**
   * Decodes the members of a gzip file, which may be followed by other bytes. The CRC and the size
   * behind each are passed over.
   *
   * @param stream begins with the first member's header
   * @param allowance limits the output of all members together, and is asked for 64 KiB for each
   * @return the bytes of all members, or those in front of what is missing or wrong, with the
   *     trouble
   */
  public static Decoded gzip(Slice stream, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    long at = 0;
    while (true) {
      OptionalInt header = gzipHeader(stream, at);
      if (header.isEmpty()) {
        return new Decoded(
            out.toSlice(),
            at == 0
                ? Optional.of(
                    new Trouble(Trouble.Reason.DAMAGED, stream.offset(), "gzip, the header"))
                : Optional.empty());
      }
      Slice member = stream.from(at + header.getAsInt());
      Piece piece = inflate(member, true, out, allowance, "gzip");
      if (piece.trouble().isPresent()) {
        return new Decoded(out.toSlice(), piece.trouble());
      }
      at += header.getAsInt() + piece.read() + GZIP_TRAILER;
    }
  }

  private static Decoded one(Slice stream, boolean bare, Allowance allowance, String name) {
    BoundedOutput out = new BoundedOutput(allowance);
    Piece piece = inflate(stream, bare, out, allowance, name);
    return new Decoded(out.toSlice(), piece.trouble());
  }

  /**
   * One stream.
   *
   * @param read how many bytes of the input belong to it
   */
  private record Piece(long read, Optional<Trouble> trouble) {}

  private static Piece inflate(
      Slice stream, boolean bare, BoundedOutput out, Allowance allowance, String name) {
    allowance.take(WINDOW);
    Inflater inflater = new Inflater(bare);
    byte[] piece = new byte[PIECE];
    long given = 0;
    try {
      stream.<Inflater>within(
          (array, from, to) -> {
            inflater.setInput(array, from, to - from);
            return inflater;
          });
      while (!inflater.finished()) {
        int n = inflater.inflate(piece);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          Trouble.Reason reason =
              inflater.needsInput() ? Trouble.Reason.TRUNCATED : Trouble.Reason.UNSUPPORTED;
          return new Piece(inflater.getBytesRead(), trouble(reason, stream, name, out));
        }
        allowance.work(n);
        out.write(piece, 0, n);
        given += n;
      }
      return new Piece(inflater.getBytesRead(), Optional.empty());
    } catch (DataFormatException e) {
      // What it gave in this call, up to what is wrong, is there all the same.
      out.write(piece, 0, (int) (inflater.getBytesWritten() - given));
      return new Piece(inflater.getBytesRead(), trouble(Trouble.Reason.DAMAGED, stream, name, out));
    } finally {
      inflater.end();
    }
  }

  private static Optional<Trouble> trouble(
      Trouble.Reason reason, Slice stream, String name, BoundedOutput out) {
    return Optional.of(
        new Trouble(
            reason, stream.offset(), name + ", " + out.length() + " bytes could be decoded"));
  }

  /** The length of a member's header; empty if there is none. */
  private static OptionalInt gzipHeader(Slice stream, long at) {
    if (!stream.has(at, GZIP_HEADER)
        || stream.u16(at) != 0x8b1f
        || stream.u8(at + 2) != Byte.SIZE) {
      return OptionalInt.empty();
    }
    int flags = stream.u8(at + 3);
    long end = at + GZIP_HEADER;
    if ((flags & FLAG_EXTRA) != 0) {
      if (!stream.has(end, 2)) {
        return OptionalInt.empty();
      }
      end += 2 + stream.u16(end);
    }
    end = (flags & FLAG_NAME) != 0 ? afterText(stream, end) : end;
    end = (flags & FLAG_COMMENT) != 0 ? afterText(stream, end) : end;
    end += (flags & FLAG_HEADER_CRC) != 0 ? 2 : 0;
    return stream.has(end, 1) ? OptionalInt.of((int) (end - at)) : OptionalInt.empty();
  }

  /** Behind the zero that ends a text; behind the end of the stream if there is none. */
  private static long afterText(Slice stream, long at) {
    int zero = stream.indexOf("\0", at);
    return zero < 0 ? stream.length() + 1L : zero + 1L;
  }
}
