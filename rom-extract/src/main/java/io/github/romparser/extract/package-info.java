/** Any blob to a tree of parts to candidate ROMs with the way they were reached. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract;
