package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the folders of an ISO 9660 image. Each sector is read as part of one folder only, so
 * that folders that hold themselves or lie across each other cost no more than the image is long.
 */
final class IsoTree {

  /**
   * A file.
   *
   * @param path its path
   * @param extents its bytes, as far as they are there
   * @param size how many there should be
   */
  record File(String path, Extents extents, long size) {}

  /** Deeper folders are not gone into; ECMA-119 has eight, Rock Ridge as many as one likes. */
  private static final int DEEPEST = 128;

  private record Folder(String path, int depth, long at, long size) {}

  private final Slice image;
  private final Allowance allowance;
  private final List<File> files = new ArrayList<>();
  private final List<Range> folders = new ArrayList<>();
  private final BitSet read = new BitSet();
  private final Deque<Folder> left = new ArrayDeque<>();
  private IsoNames names = IsoNames.PLAIN;
  private int skip;

  IsoTree(Slice image, Allowance allowance) {
    this.image = image;
    this.allowance = allowance;
  }

  /** All files, with the best names that there are. */
  void walk(IsoVolume volume) {
    Optional<Integer> sharing = self(volume.root()).flatMap(IsoNames::sharing);
    Slice root = volume.root();
    if (sharing.isPresent()) {
      names = IsoNames.ROCK_RIDGE;
      skip = sharing.get();
    } else if (volume.joliet().isPresent()) {
      names = IsoNames.JOLIET;
      root = volume.joliet().get();
    }
    IsoRecord.read(root, 0).ifPresent(r -> left.add(new Folder("", 0, r.at(), r.size())));
    while (!left.isEmpty()) {
      folder(left.remove());
    }
  }

  /** The files, in the order of the folders. */
  List<File> files() {
    return files;
  }

  /** Where the folders stand. */
  List<Range> folders() {
    return folders;
  }

  private Optional<IsoRecord> self(Slice root) {
    return IsoRecord.read(root, 0).flatMap(r -> IsoRecord.read(image.clamp(r.at(), r.size()), 0));
  }

  private void folder(Folder folder) {
    Optional<IsoRecord> first = Optional.empty();
    Extents extents = new Extents(image);
    long size = 0;
    Slice all = image.clamp(folder.at(), folder.size());
    for (long sector = 0; sector < all.length(); sector += IsoVolume.SECTOR) {
      int number = (int) ((folder.at() + sector) / IsoVolume.SECTOR);
      if (read.get(number)) {
        break;
      }
      read.set(number);
      allowance.work(IsoVolume.SECTOR);
      // No record goes over the end of a sector; what is left of it is zeros.
      Slice records = all.clamp(sector, IsoVolume.SECTOR);
      folders.add(records.range());
      long at = 0;
      Optional<IsoRecord> next = IsoRecord.read(records, at);
      while (next.isPresent()) {
        IsoRecord entry = next.get();
        if (entry.folder() && !entry.self()) {
          enter(folder, entry);
        } else if (!entry.folder()) {
          first = first.isPresent() ? first : next;
          extents.add(entry.at(), entry.size());
          size += entry.size();
          if (!entry.goesOn()) {
            String name = names.of(first.get(), image, skip);
            files.add(new File(folder.path() + name, extents, size));
            first = Optional.empty();
            extents = new Extents(image);
            size = 0;
          }
        }
        at += entry.length();
        next = IsoRecord.read(records, at);
      }
    }
  }

  private void enter(Folder folder, IsoRecord entry) {
    if (folder.depth() < DEEPEST) {
      String path = folder.path() + names.of(entry, image, skip) + "/";
      left.add(new Folder(path, folder.depth() + 1, entry.at(), entry.size()));
    }
  }
}
