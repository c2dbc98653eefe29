package io.github.romparser.extract.handler.capsule;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.uefi.Guid;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Trouble;
import java.util.Optional;

/**
 * The header of a capsule (UEFI 2.10 §8.5.3.1, EFI_CAPSULE_HEADER): GUID (offset 0, 16 bytes), size
 * of the header (16, 4 bytes), flags (20, 4 bytes), size of the capsule (24, 4 bytes).
 *
 * @param guid what kind of capsule it is
 * @param headerLength in bytes; what the header says
 * @param length of the capsule in bytes, cut at the end of the bytes that there are
 * @param claimed what the header says the length is
 */
record CapsuleHeader(Guid guid, long headerLength, long length, long claimed) {

  /** In bytes; the size in the header may be larger. */
  static final int LENGTH = 28;

  private static final int HEADER_SIZE_AT = 16;
  private static final int FLAGS_AT = 20;
  private static final int IMAGE_SIZE_AT = 24;

  /** Vendors put certificates into their headers; a larger one than this was never seen. */
  private static final long MOST_HEADER = 0x10000;

  /**
   * Reads a header.
   *
   * @param at where it begins, in bytes from the start of {@code area}; the GUID was seen there
   * @return empty if there is none
   */
  static Optional<CapsuleHeader> read(Slice area, long at) {
    return read(area, at, IMAGE_SIZE_AT);
  }

  /** Toshiba has the size where others have the flags (UEFITool common/ffs.h). */
  static Optional<CapsuleHeader> readToshiba(Slice area, long at) {
    return read(area, at, FLAGS_AT);
  }

  private static Optional<CapsuleHeader> read(Slice area, long at, int sizeAt) {
    if (!area.has(at, LENGTH)) {
      return Optional.empty();
    }
    long headerLength = area.u32(at + HEADER_SIZE_AT);
    long claimed = area.u32(at + sizeAt);
    if (headerLength < LENGTH || headerLength > MOST_HEADER || !area.has(at, headerLength)) {
      return Optional.empty();
    }
    // A size that cannot be is a lie: the capsule goes on as long as there are bytes.
    long rest = area.length() - at;
    long length = claimed > headerLength ? Math.min(claimed, rest) : rest;
    return Optional.of(new CapsuleHeader(Guid.read(area, at), headerLength, length, claimed));
  }

  /** Tells the header, and whether the size is right. */
  void describe(Slice capsule, Opened.Builder opened) {
    opened.structure(new Range(capsule.offset(), LENGTH));
    if (claimed > length) {
      opened.trouble(
          Trouble.Reason.TRUNCATED,
          capsule.offset(),
          "a capsule of " + claimed + " bytes, of which " + length + " are here");
    }
  }
}
