package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;

/**
 * An entry of the data directories, EFI_IMAGE_DATA_DIRECTORY.
 *
 * @param address offset 0x00, 4 bytes: place in memory, in bytes from the start of the image; of
 *     the certificate table its place in the file
 * @param size offset 0x04, 4 bytes: length in bytes
 */
public record PeDirectory(long address, long size) {

  /** Length of an entry, in bytes. */
  public static final int LENGTH = 8;

  /** How many there are at most. */
  public static final int MAX_COUNT = 16;

  /** The number of the certificate table. */
  public static final int SECURITY = 4;

  /**
   * Reads the entry at {@code at}; 8 bytes have to be there.
   *
   * @param bytes the executable, from its start
   * @param at place of the entry, in bytes from the start of {@code bytes}
   * @return the entry, which may be all zeros
   * @throws IndexOutOfBoundsException if there are fewer than 8 bytes
   */
  public static PeDirectory read(Slice bytes, long at) {
    return new PeDirectory(bytes.u32(at), bytes.u32(at + 4));
  }
}
