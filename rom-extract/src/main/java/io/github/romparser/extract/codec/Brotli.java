package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.brotli.dec.BrotliInputStream;

/** Brotli (RFC 7932). Large windows, which that does not have, are not supported. */
public final class Brotli {

  /** Tables of prefix codes and the buffers of the library, in bytes, generously. */
  private static final long TABLES = 1 << 20;

  /**
   * The library looks at what follows the stream if it has read that already, and then does not
   * like it. It reads no more ahead than this, in bytes.
   */
  private static final int READ_AHEAD = 2 * BrotliInputStream.DEFAULT_INTERNAL_BUFFER_SIZE;

  /** What the library says to bytes behind the end of the stream. */
  private static final String GOES_ON = "Unused bytes after end";

  /** What it says to a stream without an end. */
  private static final Set<String> CUT_OFF =
      Set.of("Read after end", "No more input", "Unexpected end of input");

  private Brotli() {}

  /**
   * Decodes one stream.
   *
   * @param stream begins with the stream and may go on behind its end
   * @param allowance limits the output, and is asked beforehand for the window and 1 MiB of tables
   * @return all bytes, or as many as can be had, with the trouble; up to 4 KiB in front of where it
   *     fails are lost
   */
  public static Decoded decode(Slice stream, Allowance allowance) {
    allowance.take(TABLES + Math.min(window(stream), allowance.most() / 2));
    AtomicBoolean goesOn = new AtomicBoolean();
    Decoded decoded = drain(SliceStream.of(stream), goesOn, stream, allowance);
    if (!goesOn.get()) {
      return decoded;
    }
    InputStream longer =
        new SequenceInputStream(
            SliceStream.of(stream), new ByteArrayInputStream(new byte[READ_AHEAD]));
    return drain(longer, goesOn, stream, allowance);
  }

  private static Decoded drain(
      InputStream in, AtomicBoolean goesOn, Slice stream, Allowance allowance) {
    return StreamDrain.drain(
        () -> new Checked(new BrotliInputStream(in), goesOn), stream, allowance, "Brotli", -1);
  }

  /** Bytes of the window: the first bits of the stream (RFC 7932 §9.1). */
  private static long window(Slice stream) {
    int first = stream.length() == 0 ? 0 : stream.u8(0);
    int bits;
    if ((first & 1) == 0) {
      bits = 16;
    } else if ((first & 0xe) != 0) {
      bits = 17 + (first >> 1 & 7);
    } else {
      int more = first >> 4 & 7;
      bits = more == 0 ? 17 : 8 + more;
    }
    return 1L << bits;
  }

  /** Tells apart why the library fails, and lets nothing pass that a stream should not throw. */
  private static final class Checked extends InputStream {
    private final InputStream in;
    private final AtomicBoolean goesOn;

    /**
     * A stream of the library.
     *
     * @param goesOn set if the library fails only because it saw bytes behind the end
     */
    Checked(InputStream in, AtomicBoolean goesOn) {
      this.in = in;
      this.goesOn = goesOn;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
      try {
        return in.read(target, from, count);
      } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
        throw new IOException("a stream that contradicts itself", e);
      } catch (IOException e) {
        String message = Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("");
        if (CUT_OFF.contains(message)) {
          throw (IOException) new EOFException(message).initCause(e);
        }
        goesOn.set(message.equals(GOES_ON));
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
