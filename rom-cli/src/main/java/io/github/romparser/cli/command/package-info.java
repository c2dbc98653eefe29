/** One class a command: options and the call of the library. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.cli.command;
