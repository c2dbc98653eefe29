/**
 * What two ROM files have in common, and what differs.
 *
 * <pre>{@code
 * RomDiff diff = RomDiff.of(RomReader.read(mine), RomReader.read(theirs));
 * System.out.println(diff.verdict().text());
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.compare;
