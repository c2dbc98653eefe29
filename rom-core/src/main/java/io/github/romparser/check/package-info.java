/**
 * What each consumer of an option ROM makes of it: one class a consumer, written so that it can be
 * read beside the consumer's own source.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.check;
