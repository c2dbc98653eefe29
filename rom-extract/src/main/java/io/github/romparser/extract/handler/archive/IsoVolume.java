package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.Optional;

/**
 * The volume descriptors of an ISO 9660 image (ECMA-119, 8). All places count from its start.
 *
 * @param size bytes of the volume
 * @param root the root folder's record
 * @param joliet the root folder's record in the tree with UCS-2 names (Joliet Specification); empty
 *     if there is none
 * @param catalog place of the boot catalog (El Torito 1.0, 2.0); empty if there is none
 * @param end behind the descriptors
 */
record IsoVolume(long size, Slice root, Optional<Slice> joliet, Optional<Long> catalog, long end) {

  /** A sector, in bytes. */
  static final int SECTOR = 2048;

  /** Where the descriptors begin: the sixteenth sector. */
  static final int DESCRIPTORS = 16 * SECTOR;

  /** What a primary descriptor begins with: its type, the standard's name, its version. */
  static final String MAGIC = "\u0001CD001\u0001";

  private static final String STANDARD = "CD001";
  private static final String EL_TORITO = "EL TORITO SPECIFICATION";
  private static final int BOOT_SYSTEM = 7;
  private static final int CATALOG = 0x47;
  private static final int SPACE = 80;
  private static final int SPACE_BIG = 84;
  private static final int ESCAPES = 88;
  private static final int BLOCK = 128;
  private static final int BLOCK_BIG = 130;
  private static final int ROOT = 156;
  private static final int ROOT_LENGTH = 34;

  private static final int BOOT = 0;
  private static final int SUPPLEMENTARY = 2;
  private static final int TERMINATOR = 255;
  private static final int MOST = 64;

  /** Escape sequences of UCS-2 at levels 1 to 3. */
  private static final List<String> UCS2 = List.of("%/@", "%/C", "%/E");

  /** Reads the descriptors of the image that a view begins with; empty if it is none. */
  static Optional<IsoVolume> read(Slice image) {
    if (!image.has(DESCRIPTORS, SECTOR) || !image.startsWith(DESCRIPTORS, MAGIC)) {
      return Optional.empty();
    }
    Slice primary = image.slice(DESCRIPTORS, SECTOR);
    long blocks = primary.u32(SPACE);
    if (primary.u16(BLOCK) != SECTOR
        || primary.be16(BLOCK_BIG) != SECTOR
        || blocks != primary.be32(SPACE_BIG)
        || blocks <= DESCRIPTORS / SECTOR
        || primary.u8(ROOT) != ROOT_LENGTH) {
      return Optional.empty();
    }
    Optional<Slice> joliet = Optional.empty();
    Optional<Long> catalog = Optional.empty();
    long at = DESCRIPTORS + SECTOR;
    for (int i = 1; i < MOST && image.has(at, SECTOR); i++) {
      Slice descriptor = image.slice(at, SECTOR);
      if (!descriptor.startsWith(1, STANDARD)) {
        break;
      }
      at += SECTOR;
      int type = descriptor.u8(0);
      if (type == TERMINATOR) {
        break;
      } else if (type == SUPPLEMENTARY
          && UCS2.stream().anyMatch(escape -> descriptor.startsWith(ESCAPES, escape))) {
        joliet = Optional.of(descriptor.slice(ROOT, ROOT_LENGTH));
      } else if (type == BOOT && descriptor.startsWith(BOOT_SYSTEM, EL_TORITO)) {
        catalog = Optional.of(descriptor.u32(CATALOG) * SECTOR);
      }
    }
    return Optional.of(
        new IsoVolume(blocks * SECTOR, primary.slice(ROOT, ROOT_LENGTH), joliet, catalog, at));
  }
}
