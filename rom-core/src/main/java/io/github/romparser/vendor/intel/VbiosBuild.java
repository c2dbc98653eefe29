package io.github.romparser.vendor.intel;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * What block 254 says of the video BIOS that the table was made for (measured; the kernel leaves
 * the block alone).
 *
 * @param number offset 0x06, 4 characters: the build number, such as 1001
 * @param text offset 0x0A: what is shown at boot, from the maker's name to the end of its first
 *     line
 */
public record VbiosBuild(String number, String text) {

  private static final int NUMBER = 0x06;
  private static final int NUMBER_LENGTH = 4;

  /** Longest text that is read, in bytes. */
  private static final int TEXT = 128;

  /** Reads the data of the block; empty if there is no number. */
  static Optional<VbiosBuild> read(Slice data) {
    String number = data.ascii(NUMBER, NUMBER_LENGTH).strip();
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(new VbiosBuild(number, data.ascii(NUMBER + NUMBER_LENGTH, TEXT).strip()));
  }
}
