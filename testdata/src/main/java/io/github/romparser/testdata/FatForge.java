package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds FAT file systems with clusters of 512 bytes (Microsoft FAT specification). Every name is a
 * long name, with 8.3 characters beside it. The setters change this builder and return it.
 */
public final class FatForge {
  private static final int SECTOR = 512;
  private static final int ROOT_ENTRIES = 32;
  private static final int FAT16_CLUSTERS = 4100;
  private static final int FOLDER = 0x10;
  private static final int LONG = 0x0f;
  private static final int[] PLACES = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};

  private record Node(boolean folder, boolean fragmented, long size) {}

  private static final Node NOTHING = new Node(false, false, 0);

  private final int kind;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final Map<Integer, Integer> links = new LinkedHashMap<>();
  private final Map<String, Integer> firsts = new LinkedHashMap<>();
  private boolean named = true;
  private int free = 2;

  private FatForge(int kind) {
    this.kind = kind;
  }

  /** FAT12, FAT16 or FAT32; one of FAT16 has 2 MiB. */
  public static FatForge of(int kind) {
    return new FatForge(kind);
  }

  /** Adds a file, and the folders that it is in. */
  public FatForge file(String path, byte[] content) {
    return add(path, new Node(false, false, content.length), content);
  }

  /** Adds a file of which no two clusters are neighbours. */
  public FatForge fragmented(String path, byte[] content) {
    return add(path, new Node(false, true, content.length), content);
  }

  /** Adds a file that tells another size. */
  public FatForge claiming(String path, byte[] content, long size) {
    return add(path, new Node(false, false, size), content);
  }

  /** Overwrites an entry of the table at the end; clusters are given in the order of the files. */
  public FatForge link(int cluster, int next) {
    links.put(cluster, next);
    return this;
  }

  /** Leaves the name of the kind out of the boot sector, as old ones do. */
  public FatForge unnamed() {
    named = false;
    return this;
  }

  private FatForge add(String path, Node node, byte[] content) {
    contents.put(path, content);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      nodes.putIfAbsent(path.substring(0, slash), new Node(true, false, 0));
    }
    nodes.put(path, node);
    return this;
  }

  /** The first cluster of a file or folder, once the file system was built. */
  public int cluster(String path) {
    return firsts.getOrDefault(path, 0);
  }

  /** The file system. */
  public byte[] build() {
    Map<Integer, Integer> table = new LinkedHashMap<>();
    Map<Integer, byte[]> clusters = new LinkedHashMap<>();
    free = kind == 32 ? 2 + folderClusters("") : 2;
    nodes.forEach((path, node) -> firsts.put(path, place(path, node, table, clusters)));
    byte[] root = folder("");
    nodes.forEach(
        (path, node) -> {
          if (node.folder()) {
            pieces(folder(path), chain(cluster(path), table), clusters);
          }
        });
    if (kind == 32) {
      List<Integer> chain = new ArrayList<>();
      for (int i = 0; i < folderClusters(""); i++) {
        chain.add(2 + i);
      }
      close(chain, table);
      pieces(root, chain, clusters);
    }
    table.putAll(links);
    int count = kind == 16 ? Math.max(FAT16_CLUSTERS, free) : free + 4;
    int fatSectors = ((count + 2) * kind / 8 + SECTOR) / SECTOR;
    int rootSectors = kind == 32 ? 0 : ROOT_ENTRIES * 32 / SECTOR;
    int data = 1 + 2 * fatSectors + rootSectors;
    Canvas disk = new Canvas((data + count) * SECTOR);
    boot(disk, fatSectors, data + count);
    for (int copy = 0; copy < 2; copy++) {
      int at = (1 + copy * fatSectors) * SECTOR;
      fat(disk.bytes(), at, 0, (end() & ~0xff) | 0xf8);
      fat(disk.bytes(), at, 1, end());
      table.forEach((cluster, next) -> fat(disk.bytes(), at, cluster, next));
    }
    if (kind != 32) {
      disk.put((1 + 2 * fatSectors) * SECTOR, root);
    }
    clusters.forEach((cluster, bytes) -> disk.put((data + cluster - 2) * SECTOR, bytes));
    return disk.bytes();
  }

  private void boot(Canvas disk, int fatSectors, int sectors) {
    disk.u8(0, 0xeb).u8(1, 0x3c).u8(2, 0x90).ascii(3, "FORGE");
    disk.u16(11, SECTOR).u8(13, 1).u16(14, 1).u8(16, 2).u8(21, 0xf8);
    if (kind == 32) {
      disk.u32(32, sectors).u32(36, fatSectors).u32(44, 2);
    } else {
      disk.u16(17, ROOT_ENTRIES).u16(19, sectors).u16(22, fatSectors);
    }
    if (named) {
      disk.ascii(kind == 32 ? 0x52 : 0x36, "FAT" + kind + "   ");
    }
    disk.u16(0x1fe, 0xaa55);
  }

  private int end() {
    return kind == 12 ? 0xfff : kind == 16 ? 0xffff : 0x0fff_ffff;
  }

  private void fat(byte[] disk, int table, int cluster, int next) {
    Canvas canvas = new Canvas(disk);
    if (kind == 32) {
      canvas.u32(table + cluster * 4, next);
    } else if (kind == 16) {
      canvas.u16(table + cluster * 2, next);
    } else {
      int at = table + cluster * 3 / 2;
      int both = (disk[at] & 0xff) | (disk[at + 1] & 0xff) << 8;
      canvas.u16(at, cluster % 2 == 0 ? (both & 0xf000) | next : (both & 0xf) | next << 4);
    }
  }

  private int place(
      String path, Node node, Map<Integer, Integer> table, Map<Integer, byte[]> clusters) {
    byte[] content = contents.getOrDefault(path, new byte[0]);
    int count = node.folder() ? folderClusters(path) : (content.length + SECTOR - 1) / SECTOR;
    List<Integer> chain = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chain.add(free);
      free += node.fragmented() ? 2 : 1;
    }
    close(chain, table);
    pieces(content, chain, clusters);
    return count == 0 ? 0 : chain.get(0);
  }

  private void close(List<Integer> chain, Map<Integer, Integer> table) {
    for (int i = 0; i < chain.size(); i++) {
      table.put(chain.get(i), i + 1 < chain.size() ? chain.get(i + 1) : Integer.valueOf(end()));
    }
  }

  private static void pieces(byte[] content, List<Integer> chain, Map<Integer, byte[]> clusters) {
    for (int i = 0; i < chain.size(); i++) {
      int from = i * SECTOR;
      byte[] piece = new byte[Math.max(0, Math.min(SECTOR, content.length - from))];
      if (piece.length > 0) {
        System.arraycopy(content, from, piece, 0, piece.length);
        clusters.put(chain.get(i), piece);
      }
    }
  }

  private List<Integer> chain(int first, Map<Integer, Integer> table) {
    List<Integer> chain = new ArrayList<>();
    for (int at = first; at != end(); at = table.getOrDefault(at, end())) {
      chain.add(at);
    }
    return chain;
  }

  private List<String> in(String folder) {
    String start = folder.isEmpty() ? "" : folder + "/";
    return nodes.keySet().stream()
        .filter(path -> path.startsWith(start) && path.indexOf('/', start.length()) < 0)
        .toList();
  }

  private int folderClusters(String folder) {
    int entries = 1;
    for (String path : in(folder)) {
      entries += 1 + pieces(name(path));
    }
    return (entries * 32 + SECTOR - 1) / SECTOR;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static int pieces(String name) {
    return (name.length() + PLACES.length - 1) / PLACES.length;
  }

  private byte[] folder(String folder) {
    int entries =
        folder.isEmpty() && kind != 32 ? ROOT_ENTRIES : folderClusters(folder) * SECTOR / 32;
    Canvas list = new Canvas(entries * 32);
    int at = 0;
    int number = 0;
    for (String path : in(folder)) {
      Node node = nodes.getOrDefault(path, NOTHING);
      byte[] alias = String.format("F%07dBIN", number++).getBytes(StandardCharsets.US_ASCII);
      for (int piece = pieces(name(path)); piece > 0; piece--) {
        longPiece(list, at, name(path), piece, alias);
        at += 32;
      }
      int first = cluster(path);
      list.put(at, alias).u8(at + 11, node.folder() ? FOLDER : 0x20);
      list.u16(at + 20, first >>> 16).u16(at + 26, first).u32(at + 28, node.size());
      at += 32;
    }
    return list.bytes();
  }

  private static void longPiece(Canvas list, int at, String name, int piece, byte[] alias) {
    int sum = 0;
    for (byte c : alias) {
      sum = ((sum >> 1 | sum << 7) + (c & 0xff)) & 0xff;
    }
    list.u8(at, piece | (piece == pieces(name) ? 0x40 : 0)).u8(at + 11, LONG).u8(at + 13, sum);
    for (int i = 0; i < PLACES.length; i++) {
      int index = (piece - 1) * PLACES.length + i;
      int value = index < name.length() ? name.charAt(index) : index == name.length() ? 0 : 0xffff;
      list.u16(at + PLACES[i], value);
    }
  }
}
