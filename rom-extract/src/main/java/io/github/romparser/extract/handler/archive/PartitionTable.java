package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The partitions of a disk, by its master boot record, with logical ones, or by the GUID partition
 * table that it protects (UEFI specification, chapter 5).
 *
 * @param partitions in the order of the disk
 * @param tables the sectors that tell of them
 */
record PartitionTable(List<Partition> partitions, List<Slice> tables) {

  /**
   * A partition.
   *
   * @param name its number
   * @param at place of its first byte
   * @param size its bytes
   */
  record Partition(String name, long at, long size) {
    long end() {
      return at + size;
    }
  }

  /** A sector, in bytes. */
  static final int SECTOR = 512;

  /** "EFI PART", at the start of the second sector. */
  static final String GPT = "EFI PART";

  private static final int ENTRIES = 0x1be;
  private static final int ENTRY = 16;
  private static final int COUNT = 4;
  private static final int TYPE = 4;
  private static final int FIRST = 8;
  private static final int SECTORS = 12;
  private static final int ACTIVE = 0x80;
  private static final int PROTECTIVE = 0xee;

  /** Logical partitions have numbers from here on. */
  private static final int FIRST_LOGICAL = 5;

  /** Extended partitions (Linux fdisk: 05, 0F with LBA, 85 Linux). */
  private static final List<Integer> EXTENDED = List.of(0x05, 0x0f, 0x85);

  /** More logical partitions are not looked for. */
  private static final int MOST_LOGICAL = 128;

  private static final int GPT_LENGTH = 0x0c;
  private static final int GPT_CRC = 0x10;
  private static final int GPT_ENTRIES_AT = 0x48;
  private static final int GPT_COUNT = 0x50;
  private static final int GPT_ENTRY = 0x54;
  private static final int GPT_HEADER = 0x5c;
  private static final int GPT_SMALLEST_ENTRY = 128;
  private static final int GPT_FIRST = 0x20;
  private static final int GPT_LAST = 0x28;

  /** More entries are not looked at. */
  private static final int GPT_MOST = 1024;

  /** Copies the lists. */
  PartitionTable {
    partitions = List.copyOf(partitions);
    tables = List.copyOf(tables);
  }

  /** Reads the partitions of the disk that a view begins with; none if it is no such disk. */
  static PartitionTable read(Slice disk, Allowance allowance) {
    Reader reader = new Reader(disk, allowance);
    if (disk.has(0, SECTOR) && disk.u16(FatVolume.SIGNATURE_AT) == FatVolume.SIGNATURE) {
      reader.primary();
    }
    reader.partitions.sort(Comparator.comparingLong(Partition::at));
    return new PartitionTable(reader.partitions, reader.tables);
  }

  /** Behind the last partition. */
  long end() {
    return partitions.stream().mapToLong(Partition::end).max().orElse(0);
  }

  /** Whether no partition lies in another, nor in the first sector. */
  boolean sound() {
    long known = SECTOR;
    for (Partition partition : partitions) {
      if (partition.at() < known) {
        return false;
      }
      known = partition.end();
    }
    return !partitions.isEmpty();
  }

  private static final class Reader {
    private final Slice disk;
    private final Allowance allowance;
    private final List<Partition> partitions = new ArrayList<>();
    private final List<Slice> tables = new ArrayList<>();

    Reader(Slice disk, Allowance allowance) {
      this.disk = disk;
      this.allowance = allowance;
    }

    void primary() {
      allowance.work(SECTOR);
      for (int i = 0; i < COUNT; i++) {
        long entry = ENTRIES + (long) i * ENTRY;
        int type = disk.u8(entry + TYPE);
        long at = disk.u32(entry + FIRST) * SECTOR;
        long size = disk.u32(entry + SECTORS) * SECTOR;
        boolean empty = type == 0 && at == 0 && size == 0;
        if (!empty && ((disk.u8(entry) & ~ACTIVE) != 0 || type == 0 || at == 0 || size == 0)) {
          partitions.clear();
          return;
        }
        if (type == PROTECTIVE && gpt()) {
          tables.add(disk.slice(0, SECTOR));
          return;
        }
        if (!empty && EXTENDED.contains(type)) {
          logical(at, size);
        } else if (!empty && at < disk.length()) {
          partitions.add(new Partition("partition " + (i + 1), at, size));
        }
      }
      if (!partitions.isEmpty()) {
        tables.add(disk.slice(0, SECTOR));
      }
    }

    /** A chain of sectors, each of which tells of one partition and of the next sector. */
    private void logical(long base, long size) {
      long at = base;
      for (int i = 0; i < MOST_LOGICAL && disk.has(at, SECTOR); i++) {
        allowance.work(SECTOR);
        if (disk.u16(at + FatVolume.SIGNATURE_AT) != FatVolume.SIGNATURE) {
          return;
        }
        tables.add(disk.slice(at, SECTOR));
        long entry = at + ENTRIES;
        long from = at + disk.u32(entry + FIRST) * SECTOR;
        long sectors = disk.u32(entry + SECTORS);
        if (disk.u8(entry + TYPE) != 0 && sectors > 0 && from > at && from < base + size) {
          partitions.add(new Partition("partition " + (FIRST_LOGICAL + i), from, sectors * SECTOR));
        }
        long next = base + disk.u32(entry + ENTRY + FIRST) * SECTOR;
        if (disk.u8(entry + ENTRY + TYPE) == 0 || next <= at) {
          return;
        }
        at = next;
      }
    }

    /** Whether there is a GUID partition table, whose header has a sum. */
    private boolean gpt() {
      if (!disk.startsWith(SECTOR, GPT) || !disk.has(SECTOR, SECTOR)) {
        return false;
      }
      Slice header = disk.slice(SECTOR, SECTOR);
      long length = header.u32(GPT_LENGTH);
      if (length < GPT_HEADER || length > SECTOR) {
        return false;
      }
      byte[] summed = header.slice(0, length).toByteArray();
      for (int i = 0; i < Integer.BYTES; i++) {
        summed[GPT_CRC + i] = 0;
      }
      if (Checksums.crc32(Slice.of(summed)) != header.u32(GPT_CRC)) {
        return false;
      }
      long size = header.u32(GPT_ENTRY);
      long at = sectors(header, GPT_ENTRIES_AT);
      long count = Math.min(GPT_MOST, header.u32(GPT_COUNT));
      if (size < GPT_SMALLEST_ENTRY || size > SECTOR) {
        return false;
      }
      // What else the master boot record tells of is the same partitions again.
      partitions.clear();
      tables.add(header);
      tables.add(disk.clamp(at, count * size));
      for (int i = 0; i < count && disk.has(at + i * size, size); i++) {
        Slice entry = disk.slice(at + i * size, size);
        long first = sectors(entry, GPT_FIRST);
        long end = sectors(entry, GPT_LAST) + SECTOR;
        boolean used = entry.slice(0, ENTRY).fill().orElse(1) != 0;
        if (used && first > 0 && first < end && first < disk.length()) {
          partitions.add(new Partition("partition " + (i + 1), first, end - first));
        }
      }
      return true;
    }

    /** A place in sectors, of 64 bits of which a file needs no more than 40. */
    private static long sectors(Slice bytes, long at) {
      return (bytes.u32(at) | (bytes.u32(at + Integer.BYTES) & 0xff) << Integer.SIZE) * SECTOR;
    }
  }
}
