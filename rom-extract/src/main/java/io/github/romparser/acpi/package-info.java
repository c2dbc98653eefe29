/**
 * The ACPI side: tables and dumps that hold ROMs, and tables that hand one to a guest.
 *
 * <pre>{@code
 * Slice table = ByteInput.of(Path.of("/sys/firmware/acpi/tables/VFCT")).read();
 * for (VfctImage image : Vfct.read(table).images()) {
 *   System.out.println(image.length() + " bytes");
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.acpi;
