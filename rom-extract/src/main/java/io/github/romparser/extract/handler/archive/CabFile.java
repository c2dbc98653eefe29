package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in a cabinet ([MS-CAB] 2.3, CFFILE).
 *
 * @param name its name, with slashes
 * @param size 0x00, 4 bytes: length
 * @param offset 0x04, 4 bytes: place in what its folder gives
 * @param folder 0x08, 2 bytes: number of its folder, or {@link #FROM_PREVIOUS} and the like
 */
record CabFile(String name, long size, long offset, int folder) {

  /** It began in the cabinet before, and ends in the first folder. */
  static final int FROM_PREVIOUS = 0xfffd;

  /** It begins in the last folder, and ends in the cabinet behind. */
  static final int TO_NEXT = 0xfffe;

  /** It goes through the only folder, and has both ends elsewhere. */
  static final int THROUGH = 0xffff;

  private static final int OFFSET = 0x04;
  private static final int FOLDER = 0x08;
  private static final int ATTRIBUTES = 0x0e;
  private static final int NAME = 0x10;

  /** There are none above those of DOS and that for names in UTF-8. */
  private static final int MOST_ATTRIBUTES = 0xff;

  /** Whether it began in the cabinet before. */
  boolean began() {
    return folder == FROM_PREVIOUS || folder == THROUGH;
  }

  /** Whether it goes on in the cabinet behind. */
  boolean goesOn() {
    return folder == TO_NEXT || folder == THROUGH;
  }

  /** The number of its folder in this cabinet. */
  int folder(int folders) {
    return began() ? 0 : goesOn() ? folders - 1 : folder;
  }

  /**
   * The entries of a cabinet, as far as they are there.
   *
   * @param end the first byte behind them, from the start of the cabinet
   */
  record Table(List<CabFile> files, long end) {}

  /** Reads the entries of a cabinet, up to what can be none. */
  static Table readAll(Slice cabinet, CabHeader header) {
    List<CabFile> files = new ArrayList<>();
    long at = Math.min(header.files(), cabinet.length());
    while (files.size() < header.fileCount() && isEntry(cabinet, at)) {
      files.add(
          new CabFile(
              CabHeader.text(cabinet, at + NAME).replace('\\', '/'),
              cabinet.u32(at),
              cabinet.u32(at + OFFSET),
              cabinet.u16(at + FOLDER)));
      at = CabHeader.afterText(cabinet, at + NAME);
    }
    return new Table(files, Math.min(at, cabinet.length()));
  }

  private static boolean isEntry(Slice cabinet, long at) {
    return cabinet.has(at, NAME + 1L)
        && cabinet.u16(at + ATTRIBUTES) <= MOST_ATTRIBUTES
        && cabinet.u8(at + NAME) >= ' ';
  }

  /** Whether what stands at a place may be the entry of a file, as far as it is there. */
  static boolean plausible(Slice cabinet, long at) {
    Slice name = cabinet.clamp(at + NAME, 2);
    return name.length() == 0 || name.u8(0) >= ' ';
  }
}
