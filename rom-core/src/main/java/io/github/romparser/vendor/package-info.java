/**
 * What the makers of a ROM put into it for themselves: versions, boards, tables.
 *
 * <p>{@link io.github.romparser.vendor.RomContents#of} reads all of it at once, which costs:
 * drivers are decompressed for it.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.vendor;
