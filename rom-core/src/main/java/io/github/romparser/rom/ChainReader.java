package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Follows a chain on both of its walks. */
final class ChainReader {

  private final Slice file;
  private final ImageReader images;

  ChainReader(Slice file) {
    this.file = file;
    this.images = new ImageReader(file);
  }

  /**
   * Reads the chain at a place.
   *
   * @param start where a chain begins, in bytes from the start of the slice: {@link Link#read}
   *     answers there
   * @param most how many images may be read, on both walks together
   */
  RomChain read(long start, int most) {
    Map<Long, Link> links = new TreeMap<>();
    Steps pci = walk(start, false, most, links);
    Steps vendor = walk(start, true, most, links);
    List<RomImage> all = new ArrayList<>(links.size());
    Map<Long, Integer> index = new TreeMap<>();
    for (Link link : links.values()) {
      index.put(link.at(), all.size());
      all.add(images.read(link, all.size()));
    }
    return new RomChain(
        file.offset() + start,
        file.offset() + Math.max(pci.end, vendor.end),
        all,
        pci.toWalk(index, file.offset()),
        vendor.toWalk(index, file.offset()),
        OptionalInt.empty());
  }

  private Steps walk(long start, boolean vendor, int most, Map<Long, Link> links) {
    List<Long> places = new ArrayList<>();
    long at = start;
    while (true) {
      if (at >= file.length()) {
        return new Steps(places, EndReason.END_OF_FILE, at);
      }
      Link link = links.get(at);
      if (link == null) {
        link = Link.read(file, at).orElse(null);
      }
      if (link == null || !(vendor || link.isPci())) {
        boolean cut = link == null && !places.isEmpty() && Link.cutOff(file, at);
        return new Steps(places, cut ? EndReason.PAST_END : EndReason.NO_IMAGE, at);
      }
      if (!links.containsKey(at) && links.size() >= most) {
        return new Steps(places, EndReason.LIMIT, at);
      }
      places.add(at);
      links.put(at, link);
      long next = at + link.step(vendor);
      if (next > file.length()) {
        return new Steps(places, EndReason.PAST_END, file.length());
      }
      if (link.last(vendor)) {
        return new Steps(places, EndReason.LAST, next);
      }
      if (next == at) {
        return new Steps(places, EndReason.ZERO_LENGTH, at);
      }
      at = next;
    }
  }

  /** A walk that still counts in bytes of the slice instead of images. */
  private record Steps(List<Long> places, EndReason reason, long end) {
    Walk toWalk(Map<Long, Integer> index, long base) {
      return new Walk(
          places.stream().map(place -> Objects.requireNonNull(index.get(place))).toList(),
          reason,
          base + end);
    }
  }
}
