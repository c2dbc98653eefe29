package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Failure;
import io.github.romparser.efi.EfiDecompressor.Reason;
import io.github.romparser.efi.LhaDecompressor;
import io.github.romparser.efi.LhaDecompressor.Beginning;
import io.github.romparser.efi.LhaDecompressor.Method;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Locale;

/** LHA's -lh4- to -lh7- within an allowance: {@link LhaDecompressor}. */
public final class LhaStream {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private LhaStream() {}

  /**
   * Decodes. What came out before the bits end or are wrong is kept.
   *
   * @param bits begin with the first block and may go on behind their end
   * @param method which of LHA's methods it is; the bits do not say
   * @param size how many bytes there should be; at most as many as are allowed come out
   * @param allowance limits the output, and is asked beforehand for all of it
   * @return all bytes; or fewer, with the trouble, which is a limit where more would be needed than
   *     is allowed
   */
  public static Decoded decode(Slice bits, Method method, long size, Allowance allowance) {
    int wanted = (int) Math.min(Math.min(size, allowance.most()), LARGEST_ARRAY);
    allowance.take(wanted);
    allowance.work(wanted);
    Beginning beginning = LhaDecompressor.beginning(bits, method, wanted);
    if (beginning.failure().isPresent()) {
      Failure failure = beginning.failure().get();
      boolean cut = failure.reason() == Reason.ENDS_EARLY;
      return Decoded.partly(
          beginning.bytes(),
          new Trouble(
              cut ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED,
              failure.offset(),
              String.format(
                  Locale.US,
                  "%s, %s, %d of %d bytes",
                  method.id(),
                  failure.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  beginning.bytes().length(),
                  size)));
    }
    return wanted == size
        ? Decoded.of(beginning.bytes())
        : Decoded.partly(
            beginning.bytes(),
            new Trouble(
                Trouble.Reason.LIMIT,
                bits.offset(),
                method.id() + ", " + wanted + " of " + size + " bytes"));
  }
}
