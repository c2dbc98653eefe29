package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which names the files of an ISO 9660 image are told by. */
enum IsoNames {
  /** Those of the standard itself, in capitals and with a version. */
  PLAIN {
    @Override
    String of(IsoRecord entry, Slice image, int skip) {
      String name = EntryName.of(entry.identifier());
      int version = name.lastIndexOf(';');
      name = version > 0 ? name.substring(0, version) : name;
      return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
  },
  /** UCS-2, big-endian (Joliet Specification). */
  JOLIET {
    @Override
    String of(IsoRecord entry, Slice image, int skip) {
      String name = new String(entry.identifier().toByteArray(), StandardCharsets.UTF_16BE);
      int version = name.lastIndexOf(';');
      return version > 0 ? name.substring(0, version) : name;
    }
  },
  /** Those of POSIX (IEEE P1282, Rock Ridge Interchange Protocol, NM). */
  ROCK_RIDGE {
    @Override
    String of(IsoRecord entry, Slice image, int skip) {
      return rockRidge(entry, image, skip).orElseGet(() -> PLAIN.of(entry, image, skip));
    }
  };

  /** The header of an entry of the System Use Sharing Protocol (IEEE P1281): name, length. */
  private static final int HEADER = 4;

  private static final int LENGTH = 2;
  private static final int NAME_FLAGS = 4;
  private static final int NAME = 5;
  private static final int NAME_GOES_ON = 1;

  /** A place elsewhere where more entries are: sector, place in it, length; each twice. */
  private static final int CONTINUATION = 28;

  private static final int TO_SECTOR = 4;
  private static final int TO_PLACE = 12;
  private static final int TO_LENGTH = 20;

  /** More pieces are not looked at. */
  private static final int MOST_PIECES = 8;

  /** Says in the root folder how many bytes are to be skipped before entries begin. */
  private static final int SHARING = 7;

  private static final int SHARING_CHECK = 0xbeef;
  private static final int SHARING_SKIP = 6;

  /**
   * The name of an entry.
   *
   * @param skip how many bytes come before the entries of other standards
   */
  abstract String of(IsoRecord entry, Slice image, int skip);

  /**
   * How many bytes come before the entries of other standards; empty if there are none.
   *
   * @param self the record of the root folder in itself
   */
  static Optional<Integer> sharing(IsoRecord self) {
    // On CD-ROM XA fourteen bytes come before.
    for (int before : new int[] {0, 14}) {
      Slice entry = self.system().from(before);
      if (entry.startsWith(0, "SP")
          && entry.has(0, SHARING)
          && entry.be16(HEADER) == SHARING_CHECK) {
        return Optional.of(entry.u8(SHARING_SKIP));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> rockRidge(IsoRecord entry, Slice image, int skip) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    Slice entries = entry.system().from(skip);
    for (int piece = 0; piece < MOST_PIECES; piece++) {
      Slice next = Slice.of(new byte[0]);
      long at = 0;
      while (entries.has(at, HEADER)) {
        int length = entries.u8(at + LENGTH);
        if (length < HEADER || !entries.has(at, length)) {
          break;
        }
        Slice one = entries.slice(at, length);
        if (one.startsWith(0, "NM") && length > NAME) {
          name.writeBytes(one.from(NAME).toByteArray());
          if ((one.u8(NAME_FLAGS) & NAME_GOES_ON) == 0) {
            return Optional.of(EntryName.of(Slice.of(name.toByteArray())));
          }
        } else if (one.startsWith(0, "CE") && length >= CONTINUATION) {
          long sector = one.u32(TO_SECTOR) * IsoVolume.SECTOR;
          long inSector = Math.min(IsoVolume.SECTOR, one.u32(TO_PLACE));
          next = image.clamp(sector + inSector, Math.min(IsoVolume.SECTOR, one.u32(TO_LENGTH)));
        }
        at += length;
      }
      if (next.length() == 0) {
        break;
      }
      entries = next;
    }
    return name.size() == 0
        ? Optional.empty()
        : Optional.of(EntryName.of(Slice.of(name.toByteArray())));
  }
}
