/** The program. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.cli;
