package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The header of an FCode program (IEEE 1275-1994 §5.2.2.5). All of it is big-endian.
 *
 * @param offset of the header, in bytes from the start of the file
 * @param start offset 0x00, 1 byte: F0 start0, F1 start1, F2 start2, F3 start4, FD version1
 * @param format offset 0x01, 1 byte: 08
 * @param checksum offset 0x02, 2 bytes: 16-bit sum of the program behind this header
 * @param length offset 0x04, 4 bytes: length of the program with this header, in bytes
 */
public record FcodeHeader(long offset, int start, int format, int checksum, long length) {

  /** Length in bytes. */
  public static final int LENGTH = 8;

  /** Offset of the 2-byte pointer to the program in the image's header. */
  public static final int POINTER = 0x02;

  /**
   * Reads the header at {@code at}.
   *
   * @param bytes the bytes of the image, which the header has to lie in
   * @param at place of the header, in bytes from the start of {@code bytes}
   * @return the header; empty unless there are 8 bytes and the first is one of the five start bytes
   */
  public static Optional<FcodeHeader> read(Slice bytes, long at) {
    if (!bytes.has(at, LENGTH) || startName(bytes.u8(at)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FcodeHeader(
            bytes.offset() + at,
            bytes.u8(at),
            bytes.u8(at + 1),
            bytes.be16(at + 2),
            bytes.be32(at + 4)));
  }

  /**
   * {@return the name of the start byte in the standard, such as {@code start1}}
   *
   * @throws java.util.NoSuchElementException if it is not one of the five start bytes; {@link
   *     #read} lets no other in
   */
  public String startName() {
    return startName(start).orElseThrow();
  }

  private static Optional<String> startName(int start) {
    return switch (start) {
      case 0xf0 -> Optional.of("start0");
      case 0xf1 -> Optional.of("start1");
      case 0xf2 -> Optional.of("start2");
      case 0xf3 -> Optional.of("start4");
      case 0xfd -> Optional.of("version1");
      default -> Optional.empty();
    };
  }
}
