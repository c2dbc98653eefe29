package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;

/**
 * How the data of an installer is packed.
 *
 * @param solid whether it is one stream, rather than one for each item
 * @param method of all streams
 */
record NsisPacking(boolean solid, NsisMethod method) {

  /** An item: its size, whose highest bit says that it is packed (4 bytes), its bytes. */
  static final int ITEM_HEADER = 4;

  static final long PACKED = 0x8000_0000L;

  /** By what begins the data: the stream, or the item with the header block. */
  static NsisPacking of(Slice data, long headerSize) {
    NsisMethod method = NsisMethod.of(data);
    if (method == NsisMethod.LZMA || method == NsisMethod.FILTERED_LZMA) {
      return new NsisPacking(true, method);
    }
    if (data.has(0, ITEM_HEADER)) {
      long size = data.u32(0);
      if (size == headerSize) {
        return new NsisPacking(false, NsisMethod.STORED);
      }
      if (size >= PACKED && size - PACKED <= data.length()) {
        return new NsisPacking(false, NsisMethod.of(data.from(ITEM_HEADER)));
      }
    }
    return new NsisPacking(true, method);
  }

  /**
   * The size of an item.
   *
   * @param header its first four bytes as a number
   */
  static long size(long header) {
    return header & (PACKED - 1);
  }
}
