/**
 * The model of a file with option ROMs: chains of images, each chain with both of its walks.
 *
 * <p>Everything is read at once from headers of some tens of bytes; nothing here decompresses,
 * verifies a signature or judges for a consumer.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.rom;
