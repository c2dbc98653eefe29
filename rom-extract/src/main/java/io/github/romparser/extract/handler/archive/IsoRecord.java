package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The record of a file or folder (ECMA-119, 9.1).
 *
 * @param length 0x00, 1 byte: length of the record
 * @param at 0x02, 4 bytes: place of its first byte, in sectors; here in bytes
 * @param size 0x0a, 4 bytes: how many bytes
 * @param flags 0x19, 1 byte
 * @param identifier 0x21: its name in the file system itself
 * @param system what other standards add behind the name
 */
record IsoRecord(int length, long at, long size, int flags, Slice identifier, Slice system) {

  private static final int EXTENDED = 0x01;
  private static final int LOCATION = 0x02;
  private static final int SIZE = 0x0a;
  private static final int FLAGS = 0x19;
  private static final int NAME_LENGTH = 0x20;
  private static final int NAME = 0x21;

  private static final int FOLDER = 0x02;
  private static final int NOT_LAST = 0x80;

  /** Reads the record at a place; empty if none can be there. */
  static Optional<IsoRecord> read(Slice folder, long at) {
    int length = folder.has(at, NAME) ? folder.u8(at) : 0;
    if (length < NAME || !folder.has(at, length)) {
      return Optional.empty();
    }
    Slice record = folder.slice(at, length);
    int name = record.u8(NAME_LENGTH);
    if (!record.has(NAME, name)) {
      return Optional.empty();
    }
    // A name of even length is followed by a byte that makes the place behind it even.
    int behind = NAME + name + ((name & 1) == 0 ? 1 : 0);
    return Optional.of(
        new IsoRecord(
            length,
            (record.u32(LOCATION) + record.u8(EXTENDED)) * IsoVolume.SECTOR,
            record.u32(SIZE),
            record.u8(FLAGS),
            record.slice(NAME, name),
            record.from(behind)));
  }

  boolean folder() {
    return (flags & FOLDER) != 0;
  }

  /** Whether the next record tells of more of the same file. */
  boolean goesOn() {
    return (flags & NOT_LAST) != 0;
  }

  /** Whether it is the folder itself or its parent: names of one byte, 0 and 1. */
  boolean self() {
    return identifier.length() == 1 && identifier.u8(0) <= 1;
  }
}
