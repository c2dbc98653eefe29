package io.github.romparser.benchmarks;

/**
 * The baselines: each does its work in the way that comes to mind first, a byte at a time, and
 * shares no code with the library.
 */
final class Naive {

  private Naive() {}

  /**
   * The first place at or after {@code from} where a chain may begin: a ROM signature whose pointer
   * leads to the signature of a data structure; or -1.
   */
  static int nextRom(byte[] bytes, int from) {
    int last = bytes.length - 0x1a;
    for (int at = from; at <= last; at++) {
      byte first = bytes[at];
      if (first != 0x55 && first != 0x77 && first != 0x56) {
        continue;
      }
      int signature = u16(bytes, at);
      if (signature == 0xaa55 || signature == 0xbb77 || signature == 0x4e56) {
        int structure = at + u16(bytes, at + 0x18);
        if (structure + 0x18 <= bytes.length && isStructure(bytes, structure)) {
          return at;
        }
      }
    }
    return -1;
  }

  /** The 8-bit sum of some bytes. */
  static int sum8(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += bytes[i];
    }
    return sum & 0xff;
  }

  /**
   * How many images a chain has for firmware that follows nothing but the length and the last-image
   * bit of "PCIR": the least that a reader has to do.
   */
  static int countImages(byte[] bytes, int from) {
    int images = 0;
    int at = from;
    while (at + 0x1a <= bytes.length && u16(bytes, at) == 0xaa55) {
      int structure = at + u16(bytes, at + 0x18);
      if (structure + 0x18 > bytes.length
          || bytes[structure] != 'P'
          || bytes[structure + 1] != 'C'
          || bytes[structure + 2] != 'I'
          || bytes[structure + 3] != 'R') {
        break;
      }
      images++;
      int length = u16(bytes, structure + 0x10) * 512;
      if (length == 0 || bytes[structure + 0x15] < 0) {
        break;
      }
      at += length;
    }
    return images;
  }

  private static boolean isStructure(byte[] bytes, int at) {
    return (bytes[at] == 'P'
            && bytes[at + 1] == 'C'
            && bytes[at + 2] == 'I'
            && bytes[at + 3] == 'R')
        || (bytes[at] == 'N'
            && bytes[at + 1] == 'P'
            && bytes[at + 2] == 'D'
            && bytes[at + 3] == 'S')
        || (bytes[at] == 'R'
            && bytes[at + 1] == 'G'
            && bytes[at + 2] == 'I'
            && bytes[at + 3] == 'S');
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }
}
