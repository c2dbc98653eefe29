package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the entries of a folder one by one, and puts long names together (Microsoft FAT
 * specification, "FAT Directory Structure" and "FAT Long Directory Entries").
 */
final class FatEntries {

  /**
   * A file or folder.
   *
   * @param name its name
   * @param folder whether it is a folder
   * @param cluster its first cluster
   * @param size bytes of a file
   */
  record Entry(String name, boolean folder, long cluster, long size) {}

  private static final int ATTRIBUTES = 0x0b;
  private static final int CASE = 0x0c;
  private static final int CLUSTER_HIGH = 0x14;
  private static final int CLUSTER_LOW = 0x1a;
  private static final int SIZE = 0x1c;

  private static final int LABEL = 0x08;
  private static final int FOLDER = 0x10;
  private static final int LONG_NAME = 0x0f;
  private static final int ATTRIBUTE_MASK = 0x3f;

  private static final int DELETED = 0xe5;

  /** Stands for a first byte 0xe5 that is no mark. */
  private static final int NOT_DELETED = 0x05;

  private static final int BASE_LOWER = 0x08;
  private static final int EXTENSION_LOWER = 0x10;
  private static final int BASE = 8;
  private static final int EXTENSION = 3;

  private static final int LAST = 0x40;
  private static final int ORDER_MASK = 0x3f;
  private static final int SUM = 0x0d;
  private static final int MOST_PIECES = 20;
  private static final int[][] PIECES = {{0x01, 10}, {0x0e, 12}, {0x1c, 4}};

  private final boolean wide;
  private String longName = "";
  private int expected;
  private int sum;
  private boolean ended;

  /**
   * Begins a folder.
   *
   * @param wide whether cluster numbers have 32 bits
   */
  FatEntries(boolean wide) {
    this.wide = wide;
  }

  /** Whether the entry that ends a folder was seen. */
  boolean ended() {
    return ended;
  }

  /**
   * Takes the next entry.
   *
   * @return a file or folder; empty for everything else, and for the folder itself and its parent
   */
  Optional<Entry> next(Slice entry) {
    int first = entry.u8(0);
    int attributes = entry.u8(ATTRIBUTES) & ATTRIBUTE_MASK;
    ended |= first == 0;
    if (ended || first == DELETED) {
      expected = 0;
      return Optional.empty();
    }
    if (attributes == LONG_NAME) {
      longPiece(entry, first);
      return Optional.empty();
    }
    boolean named = expected == 1 && sum == sum(entry);
    expected = 0;
    if ((attributes & LABEL) != 0 || first == '.') {
      return Optional.empty();
    }
    long high = wide ? entry.u16(CLUSTER_HIGH) : 0;
    return Optional.of(
        new Entry(
            named ? longName : shortName(entry),
            (attributes & FOLDER) != 0,
            high << 16 | entry.u16(CLUSTER_LOW),
            entry.u32(SIZE)));
  }

  /** Pieces of a long name stand before its entry, the last piece first. */
  private void longPiece(Slice entry, int order) {
    int number = order & ORDER_MASK;
    if ((order & LAST) != 0 && number <= MOST_PIECES) {
      longName = "";
      sum = entry.u8(SUM);
    } else if (number != expected - 1 || entry.u8(SUM) != sum) {
      expected = 0;
      return;
    }
    expected = number;
    StringBuilder piece = new StringBuilder();
    for (int[] part : PIECES) {
      piece.append(
          new String(entry.slice(part[0], part[1]).toByteArray(), StandardCharsets.UTF_16LE));
    }
    int end = piece.indexOf("\0");
    longName = (end < 0 ? piece : piece.delete(end, piece.length())) + longName;
  }

  /** The sum of a short name, which its long name is tied to it with. */
  private static int sum(Slice entry) {
    int sum = 0;
    for (int i = 0; i < BASE + EXTENSION; i++) {
      sum = ((sum >> 1 | sum << 7) + entry.u8(i)) & 0xff;
    }
    return sum;
  }

  private static String shortName(Slice entry) {
    byte[] bytes = entry.slice(0, BASE + EXTENSION).toByteArray();
    if (bytes[0] == NOT_DELETED) {
      bytes[0] = (byte) DELETED;
    }
    String base = new String(bytes, 0, BASE, StandardCharsets.ISO_8859_1).stripTrailing();
    String extension =
        new String(bytes, BASE, EXTENSION, StandardCharsets.ISO_8859_1).stripTrailing();
    int lower = entry.u8(CASE);
    base = (lower & BASE_LOWER) != 0 ? base.toLowerCase(Locale.ROOT) : base;
    extension = (lower & EXTENSION_LOWER) != 0 ? extension.toLowerCase(Locale.ROOT) : extension;
    return extension.isEmpty() ? base : base + "." + extension;
  }
}
