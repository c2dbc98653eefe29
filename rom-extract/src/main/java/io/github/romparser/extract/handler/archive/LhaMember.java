package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Crc16;
import java.util.Optional;

/**
 * A file in an LHA archive: its header, of whichever level, and where its bytes are. Offsets and
 * sizes of the fields, in bytes (LHa for UNIX, header.doc; lhasa, lib/lha_file_header.c):
 *
 * <ul>
 *   <li>all levels: method at 2 (5 characters), packed size at 7 and size at 11 (4 each), time at
 *       15, attribute at 19, level at 20
 *   <li>levels 0 and 1: length of the header without these two bytes at 0, sum of those bytes at 1,
 *       length of the name at 21, name, CRC-16; at level 1 then the system and the length of the
 *       first extended header (2), all of which the packed size counts
 *   <li>level 2: length of the whole header at 0 (2), CRC-16 at 21, system at 23, length of the
 *       first extended header at 24 (2)
 *   <li>level 3: 4 at 0 (2), then as level 2, length of the whole header at 24 and of the first
 *       extended header at 28 (4 each)
 * </ul>
 *
 * @param level of the header, 0 to 3
 * @param method five characters
 * @param name with slashes between folders; may be empty
 * @param header its length, extended headers included
 * @param packed how many bytes follow the header
 * @param size of the file, in bytes
 * @param crc CRC-16 of the file
 */
public record LhaMember(
    int level, String method, String name, long header, long packed, long size, int crc) {

  /** Marks of a method, which are where {@link io.github.romparser.extract.spi.Magic} looks. */
  public static final int METHOD = 2;

  private static final int METHOD_LENGTH = 5;
  private static final int PACKED = 7;
  private static final int SIZE = 11;
  private static final int LEVEL = 20;
  private static final int LEAST = 21;

  private static final int NAME_LENGTH = 21;
  private static final int NAME = 22;

  /** What is left of a header of level 0 behind the name: the CRC. Level 1 has three bytes more. */
  private static final int CRC_LENGTH = 2;

  private static final int SYSTEM_AND_NEXT = 3;

  private static final int CRC_2 = 21;
  private static final int EXTENDED_2 = 24;
  private static final int WHOLE_3 = 24;
  private static final int EXTENDED_3 = 28;

  /** Level 3 says how long its numbers are. */
  private static final int WORD_3 = 4;

  /** Longer headers are none: a path has not so many bytes. */
  private static final int LONGEST_3 = 1 << 16;

  /** A folder, which has no bytes. */
  public static final String FOLDER = "-lhd-";

  /**
   * Reads the header at a place.
   *
   * @param area bytes that may have a header at {@code at}
   * @param at where it would begin, in bytes from the start of {@code area}
   * @return the file; empty if there is no mark of a method, the level is above 3, the header is
   *     cut off or its own sum is wrong
   */
  public static Optional<LhaMember> read(Slice area, long at) {
    if (!area.has(at, LEAST) || !method(area, at)) {
      return Optional.empty();
    }
    return switch (area.u8(at + LEVEL)) {
      case 0, 1 -> summed(area, at, area.u8(at + LEVEL));
      case 2 -> second(area, at);
      case 3 -> third(area, at);
      default -> Optional.empty();
    };
  }

  /** "-lh" or "-lz", one character, "-". */
  private static boolean method(Slice area, long at) {
    int family = area.u8(at + METHOD + 2);
    int kind = area.u8(at + METHOD + 3);
    return area.startsWith(at + METHOD, "-l")
        && (family == 'h' || family == 'z')
        && ((kind >= '0' && kind <= '9') || (kind >= 'a' && kind <= 'z'))
        && area.u8(at + METHOD + METHOD_LENGTH - 1) == '-';
  }

  private static Optional<LhaMember> summed(Slice area, long at, int level) {
    int length = area.u8(at);
    int least = NAME - METHOD + CRC_LENGTH + (level == 1 ? SYSTEM_AND_NEXT : 0);
    if (length < least
        || !area.has(at, METHOD + length)
        || area.u8(at + NAME_LENGTH) > length - least
        || area.sum8(at + METHOD, length) != area.u8(at + 1)) {
      return Optional.empty();
    }
    int name = area.u8(at + NAME_LENGTH);
    int crc = area.u16(at + NAME + name);
    long header = (long) METHOD + length;
    LhaExtended extended = LhaExtended.none();
    if (level == 1) {
      Optional<LhaExtended> read =
          LhaExtended.read(
              area, at + header, area.u16(at + header - 2), false, area.u32(at + PACKED));
      if (read.isEmpty()) {
        return Optional.empty();
      }
      extended = read.get();
    }
    return Optional.of(
        new LhaMember(
            level,
            area.latin1(at + METHOD, METHOD_LENGTH),
            extended.path(area.slice(at + NAME, name)),
            header + extended.length(),
            extended.packed().orElse(area.u32(at + PACKED) - extended.length()),
            extended.size().orElse(area.u32(at + SIZE)),
            crc));
  }

  private static Optional<LhaMember> second(Slice area, long at) {
    long whole = area.u16(at);
    return area.has(at, EXTENDED_2 + 2) && whole >= EXTENDED_2 + 2
        ? extended(area, at, whole, EXTENDED_2 + 2, area.u16(at + EXTENDED_2), false)
        : Optional.empty();
  }

  private static Optional<LhaMember> third(Slice area, long at) {
    if (!area.has(at, EXTENDED_3 + WORD_3)
        || area.u16(at) != WORD_3
        || area.u32(at + WHOLE_3) < EXTENDED_3 + WORD_3
        || area.u32(at + WHOLE_3) > LONGEST_3) {
      return Optional.empty();
    }
    return extended(
        area, at, area.u32(at + WHOLE_3), EXTENDED_3 + WORD_3, area.u32(at + EXTENDED_3), true);
  }

  /** Levels 2 and 3: all names stand in the extended headers. */
  private static Optional<LhaMember> extended(
      Slice area, long at, long whole, int fixed, long first, boolean wide) {
    if (!area.has(at, whole)) {
      return Optional.empty();
    }
    return LhaExtended.read(area, at + fixed, first, wide, whole - fixed)
        .filter(read -> read.headerCrc().isEmpty() || rightCrc(area, at, whole, read))
        .map(
            read ->
                new LhaMember(
                    area.u8(at + LEVEL),
                    area.latin1(at + METHOD, METHOD_LENGTH),
                    read.path(area.slice(at, 0)),
                    whole,
                    read.packed().orElse(area.u32(at + PACKED)),
                    read.size().orElse(area.u32(at + SIZE)),
                    area.u16(at + CRC_2)));
  }

  /** The header's own CRC, over its bytes with zeros in its place. */
  private static boolean rightCrc(Slice area, long at, long whole, LhaExtended read) {
    byte[] header = area.slice(at, whole).toByteArray();
    int place = (int) (read.headerCrc().getAsLong() - at);
    header[place] = 0;
    header[place + 1] = 0;
    return Crc16.of(Slice.of(header)) == area.u16(at + place);
  }
}
