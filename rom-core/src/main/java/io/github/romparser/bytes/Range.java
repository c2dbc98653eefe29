package io.github.romparser.bytes;

/**
 * A stretch of bytes of a file.
 *
 * @param offset first byte, in bytes from the start of the file
 * @param length in bytes; 0 for a place between two bytes
 */
public record Range(long offset, long length) {

  /**
   * Checks the values.
   *
   * @param offset of the first byte, in bytes from the start of the file; 0 or more
   * @param length in bytes; 0 or more
   * @throws IllegalArgumentException if one is negative
   */
  public Range {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("negative range: " + offset + " + " + length);
    }
  }

  /**
   * {@return the range from {@code start} up to, but not including, {@code end}; empty if they
   * cross}
   *
   * @param start of the first byte, in bytes from the start of the file
   * @param end of the first byte behind it, in bytes from the start of the file
   * @throws IllegalArgumentException if {@code start} is negative
   */
  public static Range between(long start, long end) {
    return new Range(start, Math.max(0, end - start));
  }

  /** {@return the first byte after the range, in bytes from the start of the file} */
  public long end() {
    return offset + length;
  }
}
