package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds ISO 9660 images (ECMA-119) with names of Joliet and Rock Ridge and boot images of El
 * Torito. Folders have one sector. The setters change this builder and return it.
 */
public final class IsoForge {
  private static final int SECTOR = 2048;
  private static final int FIRST = 16;
  private static final int NOT_LAST = 0x80;
  private static final int FOLDER = 2;

  /** A boot image without emulation. */
  public static final int NO_EMULATION = 0;

  /** A boot image that is a floppy disk of 1.44 MB. */
  public static final int FLOPPY_144 = 2;

  /** A boot image that is a hard disk. */
  public static final int HARD_DISK = 4;

  private record Boot(int media, int sectors) {}

  private final Map<String, List<byte[]>> files = new LinkedHashMap<>();
  private final List<Boot> boots = new ArrayList<>();
  private final List<byte[]> bootImages = new ArrayList<>();
  private final Map<String, long[]> lies = new LinkedHashMap<>();
  private boolean joliet;
  private boolean rockRidge;

  private IsoForge() {}

  /** An image without files. */
  public static IsoForge start() {
    return new IsoForge();
  }

  /** Adds a file, and the folders that it is in; in several extents if there are several pieces. */
  public IsoForge file(String path, byte[]... extents) {
    files.put(path, List.of(extents));
    return this;
  }

  /** Adds a file that stands elsewhere, and a size that may be wrong. */
  public IsoForge claiming(String path, long sector, long size) {
    files.put(path, List.of(new byte[0]));
    lies.put(path, new long[] {sector, size});
    return this;
  }

  /** Adds a boot image that is no file. */
  public IsoForge boot(int media, int sectors, byte[] image) {
    boots.add(new Boot(media, sectors));
    bootImages.add(image);
    return this;
  }

  /** Adds the tree of UCS-2 names. */
  public IsoForge joliet() {
    joliet = true;
    return this;
  }

  /** Adds names of POSIX. */
  public IsoForge rockRidge() {
    rockRidge = true;
    return this;
  }

  private List<String> folders() {
    List<String> folders = new ArrayList<>(List.of(""));
    for (String path : files.keySet()) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (!folders.contains(path.substring(0, slash))) {
          folders.add(path.substring(0, slash));
        }
      }
    }
    return folders;
  }

  /** The image. */
  public byte[] build() {
    List<String> folders = folders();
    int descriptors = 2 + (boots.isEmpty() ? 0 : 1) + (joliet ? 1 : 0);
    int catalog = FIRST + descriptors;
    int primary = catalog + 1;
    int second = primary + folders.size();
    int data = second + (joliet ? folders.size() : 0);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    files.forEach(
        (path, extents) -> {
          List<Integer> starts = new ArrayList<>();
          for (byte[] extent : extents) {
            starts.add(data + add(content, extent));
          }
          places.put(path, starts);
        });
    List<Integer> bootPlaces = new ArrayList<>();
    bootImages.forEach(image -> bootPlaces.add(data + add(content, image)));
    Canvas iso = new Canvas(data * SECTOR + content.size());
    int sectors = data + content.size() / SECTOR;
    int at = FIRST;
    descriptor(iso, at++, 1, sectors, primary);
    if (!boots.isEmpty()) {
      iso.ascii(at * SECTOR + 1, "CD001").u8(at * SECTOR + 6, 1);
      iso.ascii(at * SECTOR + 7, "EL TORITO SPECIFICATION").u32(at * SECTOR + 0x47, catalog);
      catalog(iso, catalog * SECTOR, bootPlaces);
      at++;
    }
    if (joliet) {
      descriptor(iso, at, 2, sectors, second);
      iso.ascii(at * SECTOR + 88, "%/E");
      at++;
    }
    iso.u8(at * SECTOR, 255).ascii(at * SECTOR + 1, "CD001").u8(at * SECTOR + 6, 1);
    for (int i = 0; i < folders.size(); i++) {
      folder(iso, primary + i, primary, folders, i, places, false);
      if (joliet) {
        folder(iso, second + i, second, folders, i, places, true);
      }
    }
    iso.put(data * SECTOR, content.toByteArray());
    return iso.bytes();
  }

  private static int add(ByteArrayOutputStream content, byte[] bytes) {
    int sector = content.size() / SECTOR;
    content.writeBytes(bytes);
    content.writeBytes(new byte[Canvas.align(content.size(), SECTOR) - content.size()]);
    return sector;
  }

  private static void descriptor(Canvas iso, int sector, int type, int sectors, int root) {
    int at = sector * SECTOR;
    iso.u8(at, type).ascii(at + 1, "CD001").u8(at + 6, 1);
    iso.u32(at + 80, sectors).u32be(at + 84, sectors);
    iso.u16(at + 128, SECTOR).u16be(at + 130, SECTOR);
    record(iso, at + 156, new byte[1], root, SECTOR, FOLDER, new byte[0]);
  }

  private void catalog(Canvas iso, int at, List<Integer> places) {
    iso.u8(at, 1).u16(at + 28, 0x55aa).u16(at + 30, 0xaa55);
    for (int i = 0; i < boots.size(); i++) {
      // Behind the first entry every other one is a header of a section of one entry.
      int entry = at + 32 + (i == 0 ? 0 : 2 * i * 32);
      if (i > 0) {
        iso.u8(entry - 32, i + 1 < boots.size() ? 0x90 : 0x91).u16(entry - 30, 1);
      }
      iso.u8(entry, 0x88).u8(entry + 1, boots.get(i).media());
      iso.u16(entry + 6, boots.get(i).sectors()).u32(entry + 8, places.get(i));
    }
    iso.u8(at + 32 + (2 * boots.size() - 1) * 32, 0xff);
  }

  private static int record(
      Canvas iso, int at, byte[] name, long sector, long size, int flags, byte[] system) {
    int padded = 33 + name.length + (name.length % 2 == 0 ? 1 : 0);
    int length = Canvas.align(padded + system.length, 2);
    iso.u8(at, length).u32(at + 2, sector).u32be(at + 6, sector);
    iso.u32(at + 10, size).u32be(at + 14, size).u8(at + 25, flags);
    iso.u8(at + 32, name.length).put(at + 33, name).put(at + padded, system);
    return at + length;
  }

  private void folder(
      Canvas iso,
      int sector,
      int root,
      List<String> folders,
      int number,
      Map<String, List<Integer>> places,
      boolean wide) {
    String folder = folders.get(number);
    byte[] sharing =
        rockRidge && number == 0 && !wide
            ? new byte[] {'S', 'P', 7, 1, (byte) 0xbe, (byte) 0xef, 0}
            : new byte[0];
    int at = record(iso, sector * SECTOR, new byte[1], sector, SECTOR, FOLDER, sharing);
    at = record(iso, at, new byte[] {1}, root, SECTOR, FOLDER, new byte[0]);
    String start = folder.isEmpty() ? "" : folder + "/";
    for (int i = 1; i < folders.size(); i++) {
      String path = folders.get(i);
      if (path.startsWith(start) && path.indexOf('/', start.length()) < 0) {
        String name = path.substring(start.length());
        byte[] bytes = wide ? ucs2(name) : plain(name, "");
        at = record(iso, at, bytes, root + i, SECTOR, FOLDER, wide ? new byte[0] : system(name));
      }
    }
    for (Map.Entry<String, List<byte[]>> file : files.entrySet()) {
      String path = file.getKey();
      if (!path.startsWith(start) || path.indexOf('/', start.length()) >= 0) {
        continue;
      }
      String name = path.substring(start.length());
      byte[] bytes = wide ? ucs2(name + ";1") : plain(name, ";1");
      List<byte[]> extents = file.getValue();
      for (int i = 0; i < extents.size(); i++) {
        long[] lie =
            lies.getOrDefault(
                path,
                new long[] {places.getOrDefault(path, List.of()).get(i), extents.get(i).length});
        int flags = i + 1 < extents.size() ? NOT_LAST : 0;
        at = record(iso, at, bytes, lie[0], lie[1], flags, wide ? new byte[0] : system(name));
      }
    }
  }

  private static byte[] ucs2(String name) {
    return name.getBytes(StandardCharsets.UTF_16BE);
  }

  private static byte[] plain(String name, String version) {
    Charset ascii = StandardCharsets.US_ASCII;
    String capitals = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9.]", "_");
    return ((version.isEmpty() || capitals.contains(".") ? capitals : capitals + ".") + version)
        .getBytes(ascii);
  }

  /** A name of Rock Ridge, in two pieces so that they have to be joined. */
  private byte[] system(String name) {
    if (!rockRidge) {
      return new byte[0];
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int half = bytes.length / 2;
    Canvas entries = new Canvas(10 + bytes.length);
    entries.ascii(0, "NM").u8(2, 5 + half).u8(3, 1).u8(4, 1);
    int second = 5 + half;
    entries.ascii(second, "NM").u8(second + 2, 5 + bytes.length - half).u8(second + 3, 1);
    for (int i = 0; i < bytes.length; i++) {
      entries.u8((i < half ? 5 : 10) + i, bytes[i]);
    }
    return entries.bytes();
  }
}
