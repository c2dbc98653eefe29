package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;

/**
 * An input of which a ROM is put together, and what was found in it.
 *
 * @param name as it was given
 * @param size in bytes
 * @param format how the bytes are written in it
 * @param chunks how many pieces, tables or values it has
 * @param bytes how many bytes these have together
 */
public record DumpSource(String name, long size, DumpFormat format, int chunks, long bytes) {

  /**
   * An input.
   *
   * @param name of the file, for its number; {@code -} for standard input
   * @param bytes all of it
   */
  public record Input(String name, Slice bytes) {}
}
