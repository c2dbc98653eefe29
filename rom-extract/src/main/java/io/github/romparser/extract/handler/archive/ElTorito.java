package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayList;
import java.util.List;

/** The boot images that a boot catalog tells of ("El Torito" specification 1.0, 2). */
final class ElTorito {

  /** The catalog's entries are of this length, in bytes. */
  static final int ENTRY = 32;

  private static final int VALIDATION_KEY = 0x1e;
  private static final int KEY = 0xaa55;
  private static final int BOOTABLE = 0x88;
  private static final int NOT_BOOTABLE = 0x00;
  private static final int HEADER = 0x90;
  private static final int LAST_HEADER = 0x91;
  private static final int EXTENSION = 0x44;
  private static final int MEDIA = 1;
  private static final int MEDIA_MASK = 0x0f;
  private static final int SECTORS = 6;
  private static final int LOCATION = 8;

  /** Media types and their sizes: floppy disks of 1.2, 1.44 and 2.88 MB. */
  private static final long[] FLOPPIES = {0, 1_228_800, 1_474_560, 2_949_120};

  private static final int HARD_DISK = 4;

  /** More entries are not looked at. */
  private static final int MOST_ENTRIES = 256;

  private ElTorito() {}

  /**
   * The boot images.
   *
   * @param image all of the CD
   * @param catalog place of the catalog
   */
  static List<Slice> images(Slice image, long catalog, Allowance allowance) {
    List<Slice> images = new ArrayList<>();
    if (!image.has(catalog, 2 * ENTRY) || image.u16(catalog + VALIDATION_KEY) != KEY) {
      return images;
    }
    for (int i = 1; i < MOST_ENTRIES && image.has(catalog + (long) i * ENTRY, ENTRY); i++) {
      Slice entry = image.slice(catalog + (long) i * ENTRY, ENTRY);
      int kind = entry.u8(0);
      if (kind == BOOTABLE || (kind == NOT_BOOTABLE && entry.u32(LOCATION) != 0)) {
        Slice from = image.from(entry.u32(LOCATION) * IsoVolume.SECTOR);
        Slice boot = from.clamp(0, size(entry, from, allowance));
        if (boot.length() > 0) {
          images.add(boot);
        }
      } else if (kind != HEADER && kind != LAST_HEADER && kind != EXTENSION) {
        break;
      }
    }
    return images;
  }

  private static long size(Slice entry, Slice from, Allowance allowance) {
    int media = entry.u8(MEDIA) & MEDIA_MASK;
    if (media > 0 && media < FLOPPIES.length) {
      return FLOPPIES[media];
    }
    long stated = (long) entry.u16(SECTORS) * PartitionTable.SECTOR;
    if (media == HARD_DISK) {
      // The count need not be more than the sector that is loaded first.
      return Math.max(stated, PartitionTable.read(from, allowance).end());
    }
    return Math.max(stated, FatVolume.read(from).map(FatVolume::size).orElse(0L));
  }
}
