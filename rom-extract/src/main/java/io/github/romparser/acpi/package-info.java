/** The ACPI side: tables and dumps that hold ROMs, and tables that hand one to a guest. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.acpi;
