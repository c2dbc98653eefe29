package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;

/** Bytes without much order that are no mystery, so that nobody has to be told of them. */
final class DenseData {

  private static final String JPEG = "\u00ff\u00d8\u00ff";
  private static final String PNG = "\u0089PNG";

  private DenseData() {}

  /** Whether bytes begin as a picture or as microcode does. */
  static boolean isKnown(Slice bytes) {
    return bytes.startsWith(0, JPEG) || bytes.startsWith(0, PNG) || microcode(bytes);
  }

  /**
   * An update of the microcode of Intel's processors, which is encrypted: header version 1, a year
   * in BCD at 0x08, loader revision 1 at 0x14 (Intel SDM volume 3A §10.11.1).
   */
  private static boolean microcode(Slice bytes) {
    return bytes.has(0, 0x30)
        && bytes.u32(0) == 1
        && bytes.u32(0x14) == 1
        && bytes.u16(0x08) >= 0x1993
        && bytes.u16(0x08) <= 0x2099;
  }
}
