package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Lzx;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A folder of a cabinet ([MS-CAB] 2.2, CFFOLDER): files that are packed together, in blocks.
 *
 * @param number its number
 * @param blocks 0x04, 2 bytes: how many blocks it has in this cabinet
 * @param packing 0x06, 2 bytes: the compression, and the size of its window
 * @param reserve how many bytes the header of a block is longer
 * @param data its blocks, as far as they are there
 */
record CabFolder(int number, int blocks, int packing, int reserve, Slice data) {

  /** How a folder is packed, by the low four bits of the field. */
  enum Method {
    STORED,
    MSZIP,
    QUANTUM,
    LZX,
    UNKNOWN;

    /** Whether it can be decoded. */
    boolean known() {
      return this != QUANTUM && this != UNKNOWN;
    }
  }

  /** The header of a block ([MS-CAB] 2.4, CFDATA): sum, packed size, size. */
  static final int BLOCK_HEADER = 8;

  /** The packed size in the header of a block. */
  static final int PACKED_SIZE = 4;

  /** What a block gives, in its header. */
  static final int SIZE = 6;

  /** No block gives more bytes. */
  static final int LARGEST_BLOCK = 32 << 10;

  private static final int BLOCKS = 0x04;
  private static final int PACKING = 0x06;
  private static final int ENTRY = 8;
  private static final int METHOD_MASK = 0x0f;
  private static final int WINDOW_SHIFT = 8;
  private static final int WINDOW_MASK = 0x1f;

  /** How it is packed. */
  Method method() {
    return switch (packing & METHOD_MASK) {
      case 0 -> Method.STORED;
      case 1 -> Method.MSZIP;
      case 2 -> Method.QUANTUM;
      case 3 ->
          window() < Lzx.SMALLEST_WINDOW || window() > Lzx.LARGEST_WINDOW
              ? Method.UNKNOWN
              : Method.LZX;
      default -> Method.UNKNOWN;
    };
  }

  /** LZX's window has 2 to the power of this many bytes. */
  int window() {
    return packing >> WINDOW_SHIFT & WINDOW_MASK;
  }

  /**
   * Reads the folders of a cabinet, as far as they are there. Where the data of two overlap, those
   * of the first end where the second begins.
   */
  static List<CabFolder> readAll(Slice cabinet, CabHeader header, Allowance allowance) {
    int entry = ENTRY + header.folderReserve();
    List<CabFolder> folders = new ArrayList<>();
    long end = Math.min(header.files(), cabinet.length());
    long at = header.folders();
    while (folders.size() < header.folderCount() && at + entry <= end) {
      folders.add(
          new CabFolder(
              folders.size(),
              cabinet.u16(at + BLOCKS),
              cabinet.u16(at + PACKING),
              header.dataReserve(),
              cabinet.from(cabinet.u32(at))));
      at += entry;
    }
    allowance.work((long) folders.size() * entry);
    List<CabFolder> sorted = new ArrayList<>(folders);
    sorted.sort(Comparator.comparingLong(folder -> folder.data().offset()));
    long next = cabinet.end();
    for (int i = sorted.size() - 1; i >= 0; i--) {
      CabFolder folder = sorted.get(i);
      Slice data = folder.data();
      folders.set(folder.number(), folder.with(folder.walk(data.clamp(0, next - data.offset()))));
      next = data.offset();
    }
    return folders;
  }

  private CabFolder with(Slice other) {
    return new CabFolder(number, blocks, packing, reserve, other);
  }

  /** Its blocks, of what begins with them. */
  private Slice walk(Slice from) {
    long at = 0;
    for (int i = 0; i < blocks && from.has(at, BLOCK_HEADER); i++) {
      at += BLOCK_HEADER + reserve + from.u16(at + PACKED_SIZE);
    }
    return from.clamp(0, at);
  }
}
