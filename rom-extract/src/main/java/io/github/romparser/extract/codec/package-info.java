/** Decoders of compressed bytes, each with a limit on what it may give. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.codec;
