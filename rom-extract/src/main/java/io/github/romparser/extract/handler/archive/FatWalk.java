package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * Goes through the folders of a FAT file system. Each cluster belongs to the first that claims it,
 * so that neither loops nor chains that run into each other cost more than the disk is long.
 */
final class FatWalk {

  /** Deeper folders are not gone into; DOS itself has paths of 260 characters. */
  private static final int DEEPEST = 128;

  /** So many files that are not whole are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  private record Folder(String path, int depth, Extents extents) {}

  private final String format;
  private final Slice disk;
  private final FatVolume volume;
  private final Allowance allowance;
  private final Opened.Builder opened;
  private final BitSet claimed = new BitSet();
  private final Deque<Folder> folders = new ArrayDeque<>();
  private final long onDisk;
  private int troubles;

  FatWalk(String format, Slice disk, FatVolume volume, Allowance allowance, Opened.Builder opened) {
    this.format = format;
    this.disk = disk;
    this.volume = volume;
    this.allowance = allowance;
    this.opened = opened;
    long present = Math.max(0, disk.length() - volume.dataAt());
    onDisk =
        Math.min(volume.clusters(), (present + volume.clusterSize() - 1) / volume.clusterSize());
  }

  /** Everything from the root on. */
  void walk() {
    allowance.take(onDisk / Byte.SIZE);
    Extents root;
    if (volume.rootCluster() == 0) {
      root = new Extents(disk);
      root.add(volume.rootAt(), volume.dataAt() - volume.rootAt());
    } else {
      root = chain("/", volume.rootCluster(), Long.MAX_VALUE);
    }
    folders.add(new Folder("", 0, root));
    while (!folders.isEmpty()) {
      folder(folders.remove());
    }
  }

  private void folder(Folder folder) {
    FatEntries entries = new FatEntries(volume.kind() == 32);
    for (Slice run : folder.extents().runs()) {
      opened.structure(run.range());
      allowance.work(run.length());
      for (long at = 0; !entries.ended() && run.has(at, FatVolume.ENTRY); at += FatVolume.ENTRY) {
        Optional<FatEntries.Entry> entry = entries.next(run.slice(at, FatVolume.ENTRY));
        if (entry.isPresent()) {
          entry(folder, entry.get());
        }
      }
    }
  }

  private void entry(Folder folder, FatEntries.Entry entry) {
    String path = folder.path() + entry.name();
    if (!entry.folder()) {
      if (entry.size() > 0) {
        chain(path, entry.cluster(), entry.size()).addTo(opened, Step.file(format, path));
      }
    } else if (folder.depth() < DEEPEST) {
      Extents extents = chain(path, entry.cluster(), Long.MAX_VALUE);
      folders.add(new Folder(path + "/", folder.depth() + 1, extents));
    } else {
      tell(Trouble.Reason.LIMIT, path, DEEPEST + " folders in each other");
    }
  }

  /**
   * The clusters of a file or folder.
   *
   * @param size its bytes; the largest there is for a folder, which ends with its chain
   */
  private Extents chain(String path, long first, long size) {
    Extents extents = new Extents(disk);
    long left = size;
    long cluster = first;
    while (left > 0) {
      if (!volume.has(cluster)) {
        if (size != Long.MAX_VALUE || !volume.isEnd(cluster)) {
          tell(Trouble.Reason.DAMAGED, path, "its chain ends early");
        }
        return extents;
      }
      if (cluster - FatVolume.FIRST_CLUSTER >= onDisk) {
        tell(Trouble.Reason.TRUNCATED, path, "cluster " + cluster + " is not there");
        return extents;
      }
      int bit = (int) (cluster - FatVolume.FIRST_CLUSTER);
      if (claimed.get(bit)) {
        tell(Trouble.Reason.DAMAGED, path, "cluster " + cluster + " is another's");
        return extents;
      }
      claimed.set(bit);
      allowance.work(Long.BYTES);
      long count = Math.min(left, volume.clusterSize());
      long before = extents.length();
      extents.add(volume.place(cluster), count);
      if (extents.length() - before < count) {
        tell(Trouble.Reason.TRUNCATED, path, "cluster " + cluster + " is cut off");
        return extents;
      }
      left -= count;
      cluster = volume.next(disk, cluster);
    }
    return extents;
  }

  private void tell(Trouble.Reason reason, String path, String detail) {
    if (troubles++ < MOST_TROUBLES) {
      opened.trouble(reason, disk.offset(), path + ": " + detail);
    }
  }
}
