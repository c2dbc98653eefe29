package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes what a library's stream gives until it ends or fails; what came before stays. */
final class StreamDrain {

  /** Small, because what a stream decoded in the call in which it failed is lost. */
  private static final int PIECE = 4096;

  private StreamDrain() {}

  /** Opens a decoder's stream. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  /**
   * Everything that a stream gives.
   *
   * @param source what is decoded, to tell where it failed
   * @param name of the compression, for what is told
   * @param expected how many bytes there should be, or -1
   */
  static Decoded drain(
      Opener opener, Slice source, Allowance allowance, String name, long expected) {
    BoundedOutput out = new BoundedOutput(allowance);
    byte[] piece = new byte[PIECE];
    Optional<Trouble> trouble = Optional.empty();
    try (InputStream in = opener.open()) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        allowance.work(n);
        out.write(piece, 0, n);
      }
      if (expected >= 0 && out.length() < expected) {
        trouble = Optional.of(trouble(Trouble.Reason.TRUNCATED, source, name, out));
      }
    } catch (EOFException e) {
      trouble = Optional.of(trouble(Trouble.Reason.TRUNCATED, source, name, out));
    } catch (IOException e) {
      trouble = Optional.of(trouble(Trouble.Reason.DAMAGED, source, name, out));
    }
    return new Decoded(out.toSlice(), trouble);
  }

  private static Trouble trouble(
      Trouble.Reason reason, Slice source, String name, BoundedOutput out) {
    return new Trouble(
        reason, source.offset(), name + ", " + out.length() + " bytes could be decoded");
  }
}
