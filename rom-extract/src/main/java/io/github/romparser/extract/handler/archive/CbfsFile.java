package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The header of a file in coreboot's flash file system, all numbers big-endian (coreboot
 * src/commonlib/bsd/include/commonlib/bsd/cbfs_serialized.h, struct cbfs_file). It begins with
 * "LARCHIVE".
 *
 * @param size offset 0x08, 4 bytes: length of the content as it is stored
 * @param type offset 0x0C, 4 bytes: 0x30 option ROM, and others
 * @param content offset 0x14, 4 bytes: where the content begins, from the start of the header
 * @param name from offset 0x18 on, up to a NUL
 * @param compression 1 LZMA, 2 LZ4; from the attribute 0x42435A4C; 0 for none
 * @param unpacked length of the content when it is decompressed; 0 if it is not compressed
 */
record CbfsFile(long size, long type, long content, String name, long compression, long unpacked) {

  static final String MAGIC = "LARCHIVE";

  /** Headers begin at multiples of so many bytes. */
  static final int ALIGNMENT = 64;

  /** Compressions. */
  static final int LZMA = 1;

  static final int LZ4 = 2;

  /** Types of what is no file: deleted and never used. */
  private static final long DELETED = 0;

  private static final long EMPTY = 0xffff_ffffL;

  private static final int SIZE = 0x08;
  private static final int TYPE = 0x0c;
  private static final int ATTRIBUTES = 0x10;
  private static final int CONTENT = 0x14;
  private static final int NAME = 0x18;

  /** Larger headers do not happen, in bytes. */
  private static final long LARGEST_HEADER = 1 << 16;

  private static final int ATTRIBUTE = 8;
  private static final long COMPRESSION = 0x4243_5a4cL;
  private static final int COMPRESSION_LENGTH = 16;

  /** Reads the header at a place; empty if there is none, or its content is not there. */
  static Optional<CbfsFile> read(Slice area, long at) {
    if (!area.startsWith(at, MAGIC) || !area.has(at, NAME)) {
      return Optional.empty();
    }
    long content = area.be32(at + CONTENT);
    long size = area.be32(at + SIZE);
    if (content < NAME || content > LARGEST_HEADER || !area.has(at + content, size)) {
      return Optional.empty();
    }
    Slice header = area.slice(at, content);
    long attributes = header.be32(ATTRIBUTES);
    boolean has = attributes >= NAME && attributes < content;
    String name = EntryName.untilNul(header.slice(NAME, (has ? attributes : content) - NAME));
    long compression = 0;
    long unpacked = 0;
    long next = has ? attributes : content;
    while (header.has(next, ATTRIBUTE)) {
      long length = header.be32(next + 4);
      if (length < ATTRIBUTE) {
        break;
      }
      if (header.be32(next) == COMPRESSION
          && length >= COMPRESSION_LENGTH
          && header.has(next, COMPRESSION_LENGTH)) {
        compression = header.be32(next + ATTRIBUTE);
        unpacked = header.be32(next + ATTRIBUTE + 4);
      }
      next += length;
    }
    return Optional.of(new CbfsFile(size, header.be32(TYPE), content, name, compression, unpacked));
  }

  /** Whether it is a file. */
  boolean used() {
    return type != DELETED && type != EMPTY;
  }

  /** Where the next header begins, from the start of this one, if this one is aligned. */
  long next() {
    return (content + size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
