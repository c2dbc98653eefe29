package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.zip.CRC32;

/** CRC-32 sums, as ZIP, 7z, gzip and xz have them (ISO 3309). */
public final class Checksums {

  private Checksums() {}

  /**
   * {@return the CRC-32 of bytes, 0 to 0xffffffff}
   *
   * @param bytes all of them are summed
   */
  public static long crc32(Slice bytes) {
    return bytes.within(
        (array, from, to) -> {
          CRC32 crc = new CRC32();
          crc.update(array, from, to - from);
          return crc.getValue();
        });
  }

  /**
   * What was decoded, with trouble if it has none and its sum is another.
   *
   * @param decoded what a decoder gave
   * @param crc the CRC-32 that it should have, 0 to 0xffffffff
   * @param offset where the trouble is told, in bytes from the start of the file that the container
   *     is in
   * @return {@code decoded} itself, or the same bytes told to be damaged
   */
  public static Decoded checked(Decoded decoded, long crc, long offset) {
    return decoded.trouble().isPresent() || crc32(decoded.bytes()) == crc
        ? decoded
        : Decoded.partly(
            decoded.bytes(), new Trouble(Trouble.Reason.DAMAGED, offset, "CRC-32 is wrong"));
  }
}
