package io.github.romparser.rom;

import io.github.romparser.bytes.Range;

/**
 * Bytes that belong to no chain, between two of them or behind the last.
 *
 * @param range where, in bytes of the file
 * @param fill what they look like
 */
public record Gap(Range range, Fill fill) {}
