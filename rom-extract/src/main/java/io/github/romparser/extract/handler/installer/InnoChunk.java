package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are stored as one stream: one, or with solid compression several.
 *
 * @param files in the order in which they stand in it
 */
record InnoChunk(List<InnoData> files) {

  /** Length of the magic, in bytes. */
  static final int MAGIC = 4;

  /** What stands behind the magic of a chunk that is encrypted with RC4, in bytes. */
  private static final int SALT = 8;

  /** Copies the list, and puts it in order. */
  InnoChunk {
    files = files.stream().sorted(Comparator.comparingLong(InnoData::offset)).toList();
  }

  private record Place(long slice, long at) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparingLong(Place::slice)
          .thenComparingLong(Place::at)
          .compare(this, other);
    }
  }

  /** The chunks of a set-up, in the order in which they are stored. */
  static List<InnoChunk> of(List<InnoData> entries) {
    Map<Place, List<InnoData>> places = new TreeMap<>();
    for (InnoData entry : entries) {
      places
          .computeIfAbsent(new Place(entry.firstSlice(), entry.chunk()), p -> new ArrayList<>())
          .add(entry);
    }
    return places.values().stream().map(InnoChunk::new).toList();
  }

  /** What all its files say of it. */
  InnoData first() {
    return files.get(0);
  }

  /** Bytes from its magic to its end, as it is stored. */
  long length() {
    return MAGIC + (first().encrypted() ? SALT : 0) + first().stored();
  }

  /** Bytes of all its files together. */
  long size() {
    return files.stream().mapToLong(InnoData::end).max().orElse(0);
  }

  /** The unpacked bytes, or as many of them as can be had. */
  static Decoded decode(
      List<Slice> pieces, InnoCompression compression, long size, Allowance allowance) {
    return compression.decode(joined(pieces, allowance).from(MAGIC), size, allowance);
  }

  private static Slice joined(List<Slice> pieces, Allowance allowance) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Slice piece : pieces) {
      allowance.take(piece.length());
      allowance.work(piece.length());
      out.writeBytes(piece.toByteArray());
    }
    return Slice.of(out.toByteArray());
  }
}
