package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The header of a cabinet ([MS-CAB] 2.1, CFHEADER). All places count from its start.
 *
 * @param size 0x08, 4 bytes: length of the cabinet
 * @param files 0x10, 4 bytes: place of the first file's entry
 * @param folderCount 0x1a, 2 bytes
 * @param fileCount 0x1c, 2 bytes
 * @param folders place of the first folder's entry, behind what is optional
 * @param folderReserve 0x26, 1 byte: how many bytes each folder's entry is longer; 0 if not told
 * @param dataReserve 0x27, 1 byte: how many bytes each data block's header is longer
 * @param previous name of the cabinet before; empty if there is none
 * @param next name of the cabinet behind; empty if there is none
 */
record CabHeader(
    long size,
    long files,
    int folderCount,
    int fileCount,
    long folders,
    int folderReserve,
    int dataReserve,
    Optional<String> previous,
    Optional<String> next) {

  /** What a cabinet begins with, in Latin-1. */
  static final String MAGIC = "MSCF";

  /** The part that every cabinet has, in bytes. */
  static final int LENGTH = 0x24;

  private static final int SIZE = 0x08;
  private static final int FILES = 0x10;
  private static final int MINOR = 0x18;
  private static final int MAJOR = 0x19;
  private static final int FOLDER_COUNT = 0x1a;
  private static final int FILE_COUNT = 0x1c;
  private static final int FLAGS = 0x1e;

  private static final int HAS_PREVIOUS = 1;
  private static final int HAS_NEXT = 2;
  private static final int HAS_RESERVE = 4;
  private static final int ALL_FLAGS = HAS_PREVIOUS | HAS_NEXT | HAS_RESERVE;

  /** Sizes of what is reserved: in the header 2 bytes, in folders and data blocks 1 each. */
  private static final int RESERVE_SIZES = 4;

  /** The only version there has been is 1.3. */
  private static final int VERSION_MAJOR = 1;

  private static final int VERSION_MINOR = 3;

  /** Names are no longer, the NUL included. */
  private static final int LONGEST_NAME = 256;

  /**
   * Reads the header at the start of a view, which may end behind it.
   *
   * @return empty if it is none
   */
  static Optional<CabHeader> read(Slice cabinet) {
    if (!cabinet.startsWith(0, MAGIC) || !cabinet.has(0, LENGTH)) {
      return Optional.empty();
    }
    int flags = cabinet.u16(FLAGS);
    long size = cabinet.u32(SIZE);
    long files = cabinet.u32(FILES);
    if (cabinet.u8(MAJOR) != VERSION_MAJOR
        || cabinet.u8(MINOR) > VERSION_MINOR
        || (flags & ~ALL_FLAGS) != 0
        || files < LENGTH
        || files > size) {
      return Optional.empty();
    }
    long at = LENGTH;
    int folderReserve = 0;
    int dataReserve = 0;
    if ((flags & HAS_RESERVE) != 0) {
      if (!cabinet.has(at, RESERVE_SIZES)) {
        return Optional.empty();
      }
      folderReserve = cabinet.u8(at + 2);
      dataReserve = cabinet.u8(at + 3);
      at += RESERVE_SIZES + cabinet.u16(at);
    }
    Optional<String> previous = Optional.empty();
    Optional<String> next = Optional.empty();
    if ((flags & HAS_PREVIOUS) != 0) {
      previous = Optional.of(text(cabinet, at));
      at = afterText(cabinet, afterText(cabinet, at));
    }
    if ((flags & HAS_NEXT) != 0) {
      next = Optional.of(text(cabinet, at));
      at = afterText(cabinet, afterText(cabinet, at));
    }
    return Optional.of(
        new CabHeader(
            size,
            files,
            cabinet.u16(FOLDER_COUNT),
            cabinet.u16(FILE_COUNT),
            at,
            folderReserve,
            dataReserve,
            previous,
            next));
  }

  /** The text at a place, up to the NUL. */
  static String text(Slice cabinet, long at) {
    return EntryName.untilNul(cabinet.clamp(at, LONGEST_NAME));
  }

  /** Behind the NUL that ends a text. */
  static long afterText(Slice cabinet, long at) {
    int end = cabinet.clamp(at, LONGEST_NAME).indexOf("\0", 0);
    return at + (end < 0 ? LONGEST_NAME : end + 1);
  }
}
