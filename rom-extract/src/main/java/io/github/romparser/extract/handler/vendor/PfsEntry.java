package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.uefi.Guid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of a PFS volume (BIOSUtilities dell_pfs_extract.py, DellPfsEntryR1 and R2): GUID (offset
 * 0, 16 bytes), version of this header (0x10, 4 bytes), types of the version's parts (0x14, 4
 * bytes), the version's parts (0x18, 4 times 2 bytes), sizes of data, its signature, metadata and
 * its signature (0x28, 4 bytes each). They follow the header in this order.
 *
 * @param guid what it is
 * @param version of what is in it; empty if it has none
 * @param header as it is there
 * @param areas data, its signature, metadata and its signature, as far as they are there
 * @param missing how many bytes are not
 */
record PfsEntry(Guid guid, String version, Slice header, List<Slice> areas, long missing) {

  private static final int HEADER_1 = 0x48;
  private static final int HEADER_2 = 0x58;
  private static final int HEADER_VERSION_AT = 0x10;
  private static final int TYPES_AT = 0x14;
  private static final int PARTS_AT = 0x18;
  private static final int SIZES_AT = 0x28;
  private static final int AREAS = 4;

  /** Longer signatures than this were never seen. */
  private static final int MOST_SIGNATURE = 0x1000;

  /** Copies the list. */
  PfsEntry {
    areas = List.copyOf(areas);
  }

  /** How long the header at the start of a view is; 0 if there is none. */
  static int headerLength(Slice bytes) {
    if (!bytes.has(0, HEADER_1)) {
      return 0;
    }
    long version = bytes.u32(HEADER_VERSION_AT);
    return version == 1 ? HEADER_1 : version == 2 && bytes.has(0, HEADER_2) ? HEADER_2 : 0;
  }

  /** Reads an entry, cut at the end of the payload; empty if it is none. */
  static Optional<PfsEntry> read(Slice payload, long start) {
    Slice bytes = payload.from(start);
    int header = headerLength(bytes);
    if (header == 0) {
      return Optional.empty();
    }
    Slice[] areas = new Slice[AREAS];
    long at = header;
    long missing = 0;
    for (int i = 0; i < AREAS; i++) {
      long size = bytes.u32(SIZES_AT + 4L * i);
      areas[i] = bytes.clamp(at, size);
      missing += size - areas[i].length();
      at += size;
    }
    return Optional.of(
        new PfsEntry(
            Guid.read(bytes, 0),
            PfsNames.version(bytes, PARTS_AT, TYPES_AT),
            bytes.slice(0, header),
            List.of(areas),
            missing));
  }

  Slice data() {
    return areas.get(0);
  }

  Slice metadata() {
    return areas.get(2);
  }

  /** Of the header and all areas. */
  long length() {
    return header.length() + areas.stream().mapToLong(Slice::length).sum();
  }

  /** What needs no search: the header, and whatever is not data, unless it is oddly large. */
  List<Range> structure() {
    return Stream.concat(
            Stream.of(header),
            areas.stream().skip(1).filter(area -> area.length() <= MOST_SIGNATURE))
        .map(Slice::range)
        .toList();
  }
}
