/** What the makers of a ROM put into it for themselves: versions, boards, tables. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.vendor;
