/** What two ROM files have in common, and what differs. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.compare;
