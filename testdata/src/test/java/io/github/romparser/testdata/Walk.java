package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks chains the plain way, from the formats' descriptions and not from the builders. */
record Walk(List<Image> images, int end, boolean closed) {
  record Image(int at, int type, int pcir, int pciLength, int npde, int subLength) {
    @Override
    public String toString() {
      return String.format("%02X@%X", type, at);
    }
  }

  /** By the PCI data structures. */
  static Walk pci(byte[] rom, int start) {
    return walk(rom, start, false);
  }

  /** By the NPDE where there is one. */
  static Walk nvidia(byte[] rom, int start) {
    return walk(rom, start, true);
  }

  private static Walk walk(byte[] rom, int start, boolean byNpde) {
    List<Image> images = new ArrayList<>();
    int at = start;
    while (at + 0x1A <= rom.length && isHeader(u16(rom, at))) {
      Image image = image(rom, at);
      if (image == null) {
        break;
      }
      images.add(image);
      boolean last = (rom[image.pcir() + 0x15] & 0x80) != 0;
      int length = image.pciLength();
      if (byNpde && image.npde() > 0) {
        last = (rom[image.npde() + 0x0A] & 0x80) != 0;
        length = image.subLength();
      }
      at += length;
      if (last) {
        return new Walk(images, at, at <= rom.length);
      }
    }
    return new Walk(images, at, false);
  }

  private static @Nullable Image image(byte[] rom, int at) {
    int pcir = at + u16(rom, at + 0x18);
    if (pcir == at || pcir + 0x18 > rom.length) {
      return null;
    }
    String signature = ascii(rom, pcir, 4);
    if (!List.of("PCIR", "NPDS", "RGIS").contains(signature)) {
      return null;
    }
    int npde = (pcir + u16(rom, pcir + 0x0A) + 15) / 16 * 16;
    boolean extended = npde + 0x0C <= rom.length && ascii(rom, npde, 4).equals("NPDE");
    return new Image(
        at,
        rom[pcir + 0x14] & 0xFF,
        pcir,
        u16(rom, pcir + 0x10) * 512,
        extended ? npde : 0,
        extended ? u16(rom, npde + 8) * 512 : 0);
  }

  private static boolean isHeader(int word) {
    return word == 0xAA55 || word == 0x4E56 || word == 0xBB77;
  }

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  static int u32(byte[] bytes, int at) {
    return u16(bytes, at) | u16(bytes, at + 2) << 16;
  }

  static String ascii(byte[] bytes, int at, int length) {
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }

  /** The byte sum of a range. */
  static int sum(byte[] bytes, int at, int length) {
    int sum = 0;
    for (int i = at; i < at + length; i++) {
      sum = (sum + bytes[i]) & 0xFF;
    }
    return sum;
  }
}
