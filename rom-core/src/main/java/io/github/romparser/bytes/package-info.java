/** Read-only views of bytes that know where they stand in their file. No format is known here. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.bytes;
