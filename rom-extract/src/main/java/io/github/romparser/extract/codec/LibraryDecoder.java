package io.github.romparser.extract.codec;

import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Runs a library's decoder: what it gave before it failed stays, and what it throws becomes
 * trouble.
 */
public final class LibraryDecoder {

  private static final int PIECE = 1 << 16;

  private LibraryDecoder() {}

  /** Opens the stream of decoded bytes. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Opens it.
     *
     * @return the decoded bytes from the first on; who opens it closes it
     * @throws IOException if its first bytes say that it cannot be decoded
     */
    InputStream open() throws IOException;
  }

  /**
   * Decodes to the end of the stream.
   *
   * @param opening is called once; what it opens is closed at the end
   * @param offset where the encoded bytes begin, in bytes from the start of their file
   * @param allowance limits the output
   * @return what the stream gave, and why it failed if it did; of the call in which it failed, for
   *     up to 64 KiB, nothing is kept
   * @throws OverAllowance if it gives more than is allowed
   */
  public static Decoded decode(Opening opening, long offset, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    Optional<Trouble> trouble = run(opening, offset, out::drain);
    return new Decoded(out.toSlice(), trouble);
  }

  /**
   * Decodes as many bytes as there should be. Where that is more than is allowed, as many as are.
   *
   * @param opening is called once; what it opens is closed at the end
   * @param size how many bytes there should be; the stream is read no further
   * @param offset where the encoded bytes begin, in bytes from the start of their file
   * @param allowance limits the output
   * @return all bytes; or as many as came before the stream ended or failed, or as are allowed,
   *     with the trouble; of the call in which it failed, for up to 64 KiB, nothing is kept
   */
  public static Decoded decode(Opening opening, long size, long offset, Allowance allowance) {
    long most = Math.min(size, allowance.most());
    BoundedOutput out = new BoundedOutput(allowance, most);
    Optional<Trouble> trouble = run(opening, offset, in -> fill(in, out, most, allowance));
    if (trouble.isEmpty() && most < size) {
      trouble =
          Optional.of(
              new Trouble(
                  Trouble.Reason.LIMIT, offset, most + " of " + size + " bytes were decoded"));
    }
    return new Decoded(out.toSlice(), trouble);
  }

  private static void fill(InputStream in, BoundedOutput out, long size, Allowance allowance)
      throws IOException {
    byte[] piece = new byte[(int) Math.min(PIECE, Math.max(1, size))];
    while (out.length() < size) {
      int n = in.read(piece, 0, (int) Math.min(piece.length, size - out.length()));
      if (n <= 0) {
        throw new EOFException(out.length() + " of " + size + " bytes");
      }
      allowance.work(n);
      out.write(piece, 0, n);
    }
  }

  private interface Use {
    void of(InputStream in) throws IOException;
  }

  /** Libraries throw all kinds of things at malformed input. */
  private static Optional<Trouble> run(Opening opening, long offset, Use use) {
    try (InputStream in = opening.open()) {
      use.of(in);
      return Optional.empty();
    } catch (OverAllowance e) {
      throw e;
    } catch (EOFException e) {
      return Optional.of(new Trouble(Trouble.Reason.TRUNCATED, offset, text(e)));
    } catch (UnsupportedOptionsException e) {
      return Optional.of(new Trouble(Trouble.Reason.UNSUPPORTED, offset, text(e)));
    } catch (MemoryLimitException e) {
      return Optional.of(
          new Trouble(
              Trouble.Reason.LIMIT,
              offset,
              e.getMemoryNeeded() + " KiB of memory would be needed"));
    } catch (IOException | RuntimeException e) {
      return Optional.of(new Trouble(Trouble.Reason.DAMAGED, offset, text(e)));
    }
  }

  private static String text(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }
}
