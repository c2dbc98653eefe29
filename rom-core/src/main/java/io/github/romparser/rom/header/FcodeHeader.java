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

  /** Reads the header at {@code at}; empty unless a start byte and 8 bytes are there. */
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

  /** The name of the start byte in the standard. */
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
