/** What the tests of all formats share. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler;
