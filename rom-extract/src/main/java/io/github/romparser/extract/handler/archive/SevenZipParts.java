package io.github.romparser.extract.handler.archive;

import io.github.romparser.extract.handler.archive.SevenZipStreams.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Into which files folders are cut: how many each has, their sizes and sums (7-Zip's 7zFormat.txt,
 * "SubStreams Info").
 */
final class SevenZipParts {

  private static final int SUBSTREAM_COUNT = 0x0d;

  private SevenZipParts() {}

  /** Reads them up to their end mark. */
  static List<List<Part>> read(SevenZipCursor cursor, List<SevenZipFolder> folders)
      throws MalformedHeader {
    int[] counts = new int[folders.size()];
    Arrays.fill(counts, 1);
    int id = cursor.u8();
    if (id == SUBSTREAM_COUNT) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = cursor.number(cursor.left() + 1);
      }
      id = cursor.u8();
    }
    List<List<Long>> sizes = sizes(cursor, folders, counts, id == SevenZipStreams.SIZE);
    if (id == SevenZipStreams.SIZE) {
      id = cursor.u8();
    }
    List<OptionalLong> digests = List.of();
    while (id != SevenZipStreams.END) {
      if (id != SevenZipStreams.CRC) {
        throw new MalformedHeader("property " + id);
      }
      digests = cursor.digests(unknown(folders, counts));
      id = cursor.u8();
    }
    return parts(folders, sizes, digests);
  }

  /** The sizes of all files but the last of each folder stand there; the last has what is left. */
  private static List<List<Long>> sizes(
      SevenZipCursor cursor, List<SevenZipFolder> folders, int[] counts, boolean told)
      throws MalformedHeader {
    List<List<Long>> sizes = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      List<Long> own = new ArrayList<>();
      long left = folders.get(i).size();
      for (int k = 0; k < counts[i] - 1; k++) {
        if (!told) {
          throw new MalformedHeader("files without sizes");
        }
        long size = SevenZipStreams.size(cursor);
        left -= size;
        if (left < 0) {
          throw new MalformedHeader("files larger than what they are in");
        }
        own.add(size);
      }
      if (counts[i] > 0) {
        own.add(left);
      }
      sizes.add(own);
    }
    return sizes;
  }

  /** How many files have no sum yet: those of folders with several, or without one. */
  private static int unknown(List<SevenZipFolder> folders, int[] counts) {
    int unknown = 0;
    for (int i = 0; i < counts.length; i++) {
      unknown += counts[i] == 1 && folders.get(i).crc().isPresent() ? 0 : counts[i];
    }
    return unknown;
  }

  private static List<List<Part>> parts(
      List<SevenZipFolder> folders, List<List<Long>> sizes, List<OptionalLong> digests) {
    List<List<Part>> parts = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < folders.size(); i++) {
      List<Part> own = new ArrayList<>();
      boolean known = sizes.get(i).size() == 1 && folders.get(i).crc().isPresent();
      for (long size : sizes.get(i)) {
        OptionalLong crc =
            known
                ? folders.get(i).crc()
                : next < digests.size() ? digests.get(next) : OptionalLong.empty();
        next += known ? 0 : 1;
        own.add(new Part(size, crc));
      }
      parts.add(own);
    }
    return parts;
  }
}
