package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Builds images of disks with partitions (UEFI specification, chapter 5). */
public final class MbrForge {

  /** Type of a FAT16 partition. */
  public static final int FAT16 = 0x06;

  /** Type of an extended partition. */
  public static final int EXTENDED = 0x05;

  private static final int SECTOR = 512;
  private static final int ENTRIES = 0x1be;

  private MbrForge() {}

  private static int sectors(byte[] bytes) {
    return (bytes.length + SECTOR - 1) / SECTOR;
  }

  private static void sign(Canvas disk, int sector) {
    disk.u16(sector * SECTOR + 0x1fe, 0xaa55);
  }

  private static void entry(Canvas disk, int at, int type, int first, int count) {
    disk.u8(at + 4, type).u32(at + 8, first).u32(at + 12, count);
  }

  /** A disk with up to four primary partitions, the first at sector 8. */
  public static byte[] of(byte[]... partitions) {
    int at = 8;
    for (byte[] partition : partitions) {
      at += sectors(partition);
    }
    Canvas disk = new Canvas(at * SECTOR);
    sign(disk, 0);
    at = 8;
    for (int i = 0; i < partitions.length; i++) {
      entry(disk, ENTRIES + i * 16, FAT16, at, sectors(partitions[i]));
      disk.put(at * SECTOR, partitions[i]);
      at += sectors(partitions[i]);
    }
    disk.u8(ENTRIES, 0x80);
    return disk.bytes();
  }

  /** A disk with one extended partition, which holds these. */
  public static byte[] logical(byte[]... partitions) {
    int size = 0;
    for (byte[] partition : partitions) {
      size += 2 + sectors(partition);
    }
    Canvas disk = new Canvas((8 + size) * SECTOR);
    sign(disk, 0);
    entry(disk, ENTRIES, EXTENDED, 8, size);
    int at = 8;
    for (int i = 0; i < partitions.length; i++) {
      int table = at * SECTOR + ENTRIES;
      int next = at + 2 + sectors(partitions[i]);
      sign(disk, at);
      entry(disk, table, FAT16, 2, sectors(partitions[i]));
      if (i + 1 < partitions.length) {
        entry(disk, table + 16, EXTENDED, next - 8, 2 + sectors(partitions[i + 1]));
      }
      disk.put((at + 2) * SECTOR, partitions[i]);
      at = next;
    }
    return disk.bytes();
  }

  /** A disk with a GUID partition table of eight entries. */
  public static byte[] gpt(byte[]... partitions) {
    int first = 4;
    int size = first;
    List<Integer> starts = new ArrayList<>();
    for (byte[] partition : partitions) {
      starts.add(size);
      size += sectors(partition);
    }
    Canvas disk = new Canvas(size * SECTOR);
    sign(disk, 0);
    entry(disk, ENTRIES, 0xee, 1, size - 1);
    Canvas header = new Canvas(0x5c);
    header.put(0, "EFI PART".getBytes(StandardCharsets.US_ASCII)).u32(8, 0x10000).u32(12, 0x5c);
    header.u32(0x48, 2).u32(0x50, 8).u32(0x54, 128);
    CRC32 crc = new CRC32();
    crc.update(header.bytes());
    disk.put(SECTOR, header.u32(16, crc.getValue()).bytes());
    for (int i = 0; i < partitions.length; i++) {
      int entry = 2 * SECTOR + i * 128;
      disk.u32(entry, 0xebd0a0a2L).u32(entry + 0x20, starts.get(i));
      disk.u32(entry + 0x28, starts.get(i) + sectors(partitions[i]) - 1L);
      disk.put(starts.get(i) * SECTOR, partitions[i]);
    }
    return disk.bytes();
  }
}
