package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.PeLayout;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Where what of an NSIS installer is (NSIS Source/exehead/fileform.h): a program, and at a multiple
 * of 512 bytes the first header: flags (offset 0, 4 bytes), {@code EF BE AD DE} and {@code
 * NullsoftInst} (4, 16 bytes), size of the unpacked header block (0x14, 4 bytes), size of all data
 * from the first header on (0x18, 4 bytes), with the CRC-32 at its end.
 *
 * @param start of the first header, in bytes from the start of the view
 * @param flags of the first header
 * @param headerSize size of the unpacked header block
 * @param size of everything from the first header on, as it says
 * @param data what the first header is followed by, as far as it is there, without the CRC-32
 */
record NsisLayout(long start, long flags, long headerSize, long size, Slice data) {

  /** Behind the flags. */
  static final String MARK = "\u00ef\u00be\u00ad\u00deNullsoftInst";

  static final int MARK_AT = 4;

  /** Of the first header, in bytes. */
  static final int HEADER = 0x1c;

  static final int CHECKSUM = 4;

  /** From here on the checksum counts, in bytes from the start of the program. */
  static final int SUMMED_FROM = 512;

  private static final int HEADER_SIZE_AT = 0x14;
  private static final int SIZE_AT = 0x18;
  private static final int ALIGNMENT = 512;

  /** How many places behind the end of a program the header may be at. */
  private static final int PLACES = 8;

  /** Uninstaller, silent, without a checksum, with one in any case. */
  private static final int ALL_FLAGS = 0x0f;

  private static final int WITHOUT_CHECKSUM = 4;
  private static final int ALWAYS_CHECKSUM = 8;

  /** A set-up with a script of more was never seen. */
  private static final long LARGEST_HEADER = 256L << 20;

  /** The installer at the start of a view: its program, or its first header. */
  static Optional<NsisLayout> find(Slice file) {
    return file.startsWith(0, "MZ") ? behindProgram(file) : at(file, 0);
  }

  private static Optional<NsisLayout> behindProgram(Slice file) {
    return PeLayout.read(file)
        .flatMap(
            layout -> {
              long first = (layout.end() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
              return LongStream.range(0, PLACES)
                  .mapToObj(i -> at(file, first + i * ALIGNMENT))
                  .flatMap(Optional::stream)
                  .findFirst();
            });
  }

  private static Optional<NsisLayout> at(Slice file, long start) {
    if (!file.has(start, HEADER)
        || !file.startsWith(start + MARK_AT, MARK)
        || file.u32(start) > ALL_FLAGS
        || file.u32(start + HEADER_SIZE_AT) == 0
        || file.u32(start + HEADER_SIZE_AT) > LARGEST_HEADER
        || file.u32(start + SIZE_AT) < HEADER) {
      return Optional.empty();
    }
    long flags = file.u32(start);
    long size = file.u32(start + SIZE_AT);
    long end = start + size - (summed(flags) ? CHECKSUM : 0);
    return Optional.of(
        new NsisLayout(
            start,
            flags,
            file.u32(start + HEADER_SIZE_AT),
            size,
            file.clamp(start + HEADER, end - start - HEADER)));
  }

  private static boolean summed(long flags) {
    return (flags & WITHOUT_CHECKSUM) == 0 || (flags & ALWAYS_CHECKSUM) != 0;
  }

  /** Whether there is a checksum. */
  boolean summed() {
    return summed(flags);
  }

  /** Behind everything, as the first header says. */
  long end() {
    return start + size;
  }

  /** How the data is packed. */
  NsisPacking packing() {
    return NsisPacking.of(data, headerSize);
  }
}
