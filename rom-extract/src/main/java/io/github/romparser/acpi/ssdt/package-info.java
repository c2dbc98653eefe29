/** AML for a guest: tables whose method _ROM hands out a ROM. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.acpi.ssdt;
