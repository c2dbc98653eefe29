package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The extended headers of a file in an LHA archive: each is a type (1 byte), what belongs to it,
 * and the length of the next one (2 bytes, 4 at level 3), which is 0 behind the last (LHa for UNIX,
 * header.doc).
 *
 * @param length of all of them, in bytes
 * @param name of the file; empty if it is not told here
 * @param folder with FF between its parts; empty if there is none
 * @param headerCrc where the CRC-16 of the whole header stands, from the start of the area
 * @param packed size of what follows, if it has more than 32 bits
 * @param size of the file, if it has more than 32 bits
 */
record LhaExtended(
    long length,
    Optional<Slice> name,
    Optional<Slice> folder,
    OptionalLong headerCrc,
    OptionalLong packed,
    OptionalLong size) {

  private static final int COMMON = 0x00;
  private static final int NAME = 0x01;
  private static final int FOLDER = 0x02;

  /** Sizes of 64 bits, packed first (UNLHA32.DLL). */
  private static final int SIZES = 0x42;

  private static final int SIZES_LENGTH = 16;

  /** What stands between the parts of a folder. */
  private static final char BETWEEN = '\u00ff';

  static LhaExtended none() {
    return new LhaExtended(
        0,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /**
   * Reads them.
   *
   * @param at where the first one begins
   * @param first its length, 0 if there is none
   * @param wide whether lengths have 4 bytes
   * @param room how many bytes they may have together
   * @return empty if they do not fit
   */
  static Optional<LhaExtended> read(Slice area, long at, long first, boolean wide, long room) {
    LhaExtended found = none();
    int word = wide ? 4 : 2;
    long place = at;
    long length = first;
    while (length != 0) {
      // Each has a type and the length of the next, so that each makes progress.
      if (length <= word || !area.has(place, length) || place + length - at > room) {
        return Optional.empty();
      }
      found = found.with(area, place, length - word);
      place += length;
      length = wide ? area.u32(place - word) : area.u16(place - word);
    }
    return Optional.of(
        new LhaExtended(
            place - at, found.name, found.folder, found.headerCrc, found.packed, found.size));
  }

  private LhaExtended with(Slice area, long at, long length) {
    Slice content = area.slice(at + 1, length - 1);
    return switch (area.u8(at)) {
      case COMMON ->
          content.length() < 2
              ? this
              : new LhaExtended(0, name, folder, OptionalLong.of(at + 1), packed, size);
      case NAME -> new LhaExtended(0, Optional.of(content), folder, headerCrc, packed, size);
      case FOLDER -> new LhaExtended(0, name, Optional.of(content), headerCrc, packed, size);
      case SIZES ->
          content.length() < SIZES_LENGTH
              ? this
              : new LhaExtended(0, name, folder, headerCrc, u63(content, 0), u63(content, 8));
      default -> this;
    };
  }

  private static OptionalLong u63(Slice bytes, long at) {
    return OptionalLong.of((bytes.u32(at) | bytes.u32(at + 4) << 32) & Long.MAX_VALUE);
  }

  /** Folder and name, with slashes. */
  String path(Slice shortName) {
    String file = EntryName.untilNul(name.orElse(shortName)).replace('\\', '/');
    if (folder.isEmpty()) {
      return file;
    }
    Slice bytes = folder.get();
    String path = bytes.latin1(0, Math.min(bytes.length(), 4096)).replace(BETWEEN, '/');
    return path.endsWith("/") || path.isEmpty() ? path + file : path + "/" + file;
  }
}
