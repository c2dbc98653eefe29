/**
 * Repairs and builds option ROMs: pure functions from bytes to bytes and a list of what was done.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.edit;
