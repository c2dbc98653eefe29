/** Takes a display device's ROM out of a running Linux machine. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.acpi.dump;
