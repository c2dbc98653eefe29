package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The configuration utility code header of an x86 image (PCI Firmware 3.0 §5.1.2, field at 0x18;
 * the layout from secondary sources, none of the ROMs measured has one).
 *
 * @param offset of the header, in bytes from the start of the file
 * @param lengthBlocks offset 0x00, 1 byte: length of the code, in blocks of 512 bytes
 * @param name offset 0x01, 40 bytes: NUL-terminated ASCII
 * @param revision offset 0x29, 1 byte: 1
 */
public record ConfigurationUtilityHeader(long offset, int lengthBlocks, String name, int revision) {

  /** Length in bytes: 42. */
  public static final int LENGTH = 42;

  /**
   * Reads the header at {@code at}.
   *
   * @param image the bytes of the image, which the header has to lie in
   * @param at place of the header, in bytes from the start of {@code image}
   * @return the header, its name up to the first byte that is not printable ASCII; empty with fewer
   *     than 42 bytes
   */
  public static Optional<ConfigurationUtilityHeader> read(Slice image, long at) {
    if (!image.has(at, LENGTH)) {
      return Optional.empty();
    }
    int end = 1;
    while (end < 41 && image.u8(at + end) >= ' ' && image.u8(at + end) < 0x7f) {
      end++;
    }
    return Optional.of(
        new ConfigurationUtilityHeader(
            image.offset() + at, image.u8(at), image.latin1(at + 1, end - 1), image.u8(at + 0x29)));
  }
}
