/**
 * Finds option ROMs inside firmware updates and other containers, and reads them out of ACPI
 * tables.
 *
 * <p>For now this module only holds its place between the core and the command line: it has no
 * public package yet.
 */
@org.jspecify.annotations.NullMarked
module io.github.romparser.extract {
  requires transitive io.github.romparser.core;
  requires static org.jspecify;
}
