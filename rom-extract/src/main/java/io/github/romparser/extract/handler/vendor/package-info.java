/** What makers of computers and of firmware wrap their updates in: one file a format. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler.vendor;
