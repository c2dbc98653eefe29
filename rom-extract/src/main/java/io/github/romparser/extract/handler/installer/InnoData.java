package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;

/**
 * Where a file of a set-up is stored.
 *
 * @param number of the entry, from zero on
 * @param firstSlice number of the file of data in which its chunk begins
 * @param lastSlice and in which it ends
 * @param chunk where the chunk begins, in bytes from the start of the data or of the file of data
 * @param offset where the file begins in the chunk when it is unpacked
 * @param size bytes of the file
 * @param stored bytes of the chunk behind its magic, as it is stored
 * @param hash of the file: MD5, SHA-1 or SHA-256 by its length
 * @param optimized whether addresses were changed, see {@link CallFilter}
 * @param encrypted whether the chunk is encrypted
 * @param compressed whether the chunk is compressed
 */
record InnoData(
    int number,
    long firstSlice,
    long lastSlice,
    long chunk,
    long offset,
    long size,
    long stored,
    Slice hash,
    boolean optimized,
    boolean encrypted,
    boolean compressed) {

  /** Larger files and chunks are none, in bytes. */
  private static final long ABSURD = 1L << 40;

  /** A set-up on more files of data is none. */
  private static final long MOST_SLICES = 10_000;

  /** Whether its numbers can be. */
  boolean sane() {
    return firstSlice <= lastSlice
        && lastSlice < MOST_SLICES
        && within(chunk)
        && within(offset)
        && within(size)
        && within(stored);
  }

  private static boolean within(long value) {
    return value >= 0 && value < ABSURD;
  }

  /** Where the file ends in the chunk when it is unpacked. */
  long end() {
    return offset + size;
  }
}
