/** Digests of ROMs and of their images. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.sign;
