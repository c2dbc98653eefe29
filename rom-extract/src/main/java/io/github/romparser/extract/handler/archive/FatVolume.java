package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The layout of a FAT file system, from its boot sector (Microsoft FAT specification, "Boot Sector
 * and BPB").
 *
 * @param kind 12, 16 or 32: bits of an entry of the table
 * @param clusterSize bytes of a cluster
 * @param fatAt place of the first table
 * @param fatsEnd behind the last table
 * @param rootAt place of the root folder of FAT12 and FAT16
 * @param dataAt place of cluster 2, behind the root folder
 * @param clusters how many clusters there are, from number 2 on
 * @param rootCluster first cluster of the root folder of FAT32; 0 else
 * @param size bytes of the whole volume
 */
record FatVolume(
    int kind,
    int clusterSize,
    long fatAt,
    long fatsEnd,
    long rootAt,
    long dataAt,
    long clusters,
    long rootCluster,
    long size) {

  /** The last two bytes of the first 512. */
  static final int SIGNATURE_AT = 0x1fe;

  static final int SIGNATURE = 0xaa55;

  /** The smallest sector, in bytes. */
  static final int SECTOR = 512;

  /** The number of the first cluster. */
  static final int FIRST_CLUSTER = 2;

  /** An entry of a folder, in bytes. */
  static final int ENTRY = 32;

  private static final int BYTES_A_SECTOR = 0x0b;
  private static final int SECTORS_A_CLUSTER = 0x0d;
  private static final int RESERVED = 0x0e;
  private static final int FATS = 0x10;
  private static final int ROOT_ENTRIES = 0x11;
  private static final int SECTORS_16 = 0x13;
  private static final int MEDIA = 0x15;
  private static final int FAT_SECTORS_16 = 0x16;
  private static final int SECTORS_32 = 0x20;
  private static final int FAT_SECTORS_32 = 0x24;
  private static final int ROOT_CLUSTER = 0x2c;

  private static final int SHORT_JUMP = 0xeb;
  private static final int NEAR_JUMP = 0xe9;
  private static final int LARGEST_SECTOR = 4096;
  private static final int MOST_FATS = 2;

  /** Media: 0xf0 removable, 0xf8 to 0xff fixed and old floppies. */
  private static final int REMOVABLE = 0xf0;

  private static final int FIXED = 0xf8;

  /** With so many clusters it is no FAT12 any more, and no FAT16. */
  private static final int FAT16_FROM = 4085;

  private static final int FAT32_FROM = 65525;

  /** In FAT32 the high four bits of an entry are reserved. */
  private static final long FAT32_MASK = (1L << 28) - 1;

  private static final int FAT32_BITS = 28;

  /** The eight highest values of an entry end a chain. */
  private static final int END_MARKS = 8;

  /** Reads the boot sector at the start of a view; empty if it is none. */
  static Optional<FatVolume> read(Slice disk) {
    if (!disk.has(0, SECTOR)
        || disk.u16(SIGNATURE_AT) != SIGNATURE
        || (disk.u8(0) != SHORT_JUMP && disk.u8(0) != NEAR_JUMP)) {
      return Optional.empty();
    }
    int sector = disk.u16(BYTES_A_SECTOR);
    int perCluster = disk.u8(SECTORS_A_CLUSTER);
    int media = disk.u8(MEDIA);
    long reserved = disk.u16(RESERVED);
    int fats = disk.u8(FATS);
    if (sector < SECTOR
        || sector > LARGEST_SECTOR
        || Integer.bitCount(sector) != 1
        || Integer.bitCount(perCluster) != 1
        || reserved == 0
        || fats == 0
        || fats > MOST_FATS
        || (media < FIXED && media != REMOVABLE)) {
      return Optional.empty();
    }
    boolean large = disk.u16(FAT_SECTORS_16) == 0;
    long fatSectors = large ? disk.u32(FAT_SECTORS_32) : disk.u16(FAT_SECTORS_16);
    long sectors = disk.u16(SECTORS_16) == 0 ? disk.u32(SECTORS_32) : disk.u16(SECTORS_16);
    long rootSectors = ((long) disk.u16(ROOT_ENTRIES) * ENTRY + sector - 1) / sector;
    long data = reserved + fats * fatSectors + rootSectors;
    long clusters = (sectors - data) / perCluster;
    int kind = large ? 32 : clusters < FAT16_FROM ? 12 : 16;
    if (fatSectors == 0
        || data >= sectors
        || clusters < 1
        || (!large && (clusters >= FAT32_FROM || rootSectors == 0))
        || (clusters + FIRST_CLUSTER) * kind > fatSectors * sector * Byte.SIZE
        || !disk.has(reserved * sector, 3)
        || disk.u8(reserved * sector) != media
        || disk.u8(reserved * sector + 1) != 0xff) {
      return Optional.empty();
    }
    return Optional.of(
        new FatVolume(
            kind,
            sector * perCluster,
            reserved * sector,
            (reserved + fats * fatSectors) * sector,
            (data - rootSectors) * sector,
            data * sector,
            clusters,
            large ? disk.u32(ROOT_CLUSTER) : 0,
            sectors * sector));
  }

  /** Whether there is such a cluster. */
  boolean has(long cluster) {
    return cluster >= FIRST_CLUSTER && cluster < clusters + FIRST_CLUSTER;
  }

  /** The place of a cluster. */
  long place(long cluster) {
    return dataAt + (cluster - FIRST_CLUSTER) * clusterSize;
  }

  /**
   * What the table says of a cluster: the next one, or something that is none.
   *
   * @return 0 where the table is cut off
   */
  long next(Slice disk, long cluster) {
    if (kind == 12) {
      long at = fatAt + cluster + cluster / 2;
      int both = disk.has(at, 2) ? disk.u16(at) : 0;
      return (cluster & 1) == 0 ? both & 0xfff : both >> 4;
    }
    long at = fatAt + cluster * kind / Byte.SIZE;
    if (!disk.has(at, kind / Byte.SIZE)) {
      return 0;
    }
    return kind == 16 ? disk.u16(at) : disk.u32(at) & FAT32_MASK;
  }

  /** Whether an entry of the table ends a chain as it should. */
  boolean isEnd(long entry) {
    return entry >= (1L << Math.min(kind, FAT32_BITS)) - END_MARKS;
  }
}
