/**
 * One record for each structure of an option ROM, with offset, unit and source of every field.
 *
 * <p>A {@code read} takes a {@link io.github.romparser.bytes.Slice} and the place of the structure
 * in it, and answers empty where the structure is not there or not wholly there. Nothing throws on
 * malformed bytes.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.rom.header;
