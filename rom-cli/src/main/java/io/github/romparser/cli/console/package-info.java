/** The terminal: streams, colour, names of PCI devices. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.cli.console;
