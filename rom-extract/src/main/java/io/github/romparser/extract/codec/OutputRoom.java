package io.github.romparser.extract.codec;

import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.OverAllowance;
import java.util.Arrays;

/** Room for bytes of decoders that write into an array, as far as it is allowed. */
final class OutputRoom {

  private static final int FIRST = 1 << 16;

  private OutputRoom() {}

  /**
   * An array with room for more bytes, at least twice as large as before.
   *
   * @param bytes what was written so far; it is given back if it suffices
   * @param needed how many bytes there have to be room for
   */
  static byte[] grow(byte[] bytes, long needed, Allowance allowance) {
    if (needed <= bytes.length) {
      return bytes;
    }
    if (needed > allowance.most() || needed > Integer.MAX_VALUE - Byte.SIZE) {
      throw new OverAllowance(
          OverAllowance.Kind.BYTES, "more than " + allowance.most() + " bytes after decoding");
    }
    long size = Math.min(allowance.most(), Math.max(FIRST, bytes.length * 2L));
    int length = (int) Math.min(Integer.MAX_VALUE - Byte.SIZE, Math.max(needed, size));
    allowance.take(length - bytes.length);
    return Arrays.copyOf(bytes, length);
  }
}
