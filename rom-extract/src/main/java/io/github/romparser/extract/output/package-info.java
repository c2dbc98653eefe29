/**
 * Writes what was found, under names that lead out of no folder.
 *
 * <pre>{@code
 * OutputDir out = OutputDir.of(Path.of("roms"), false);
 * for (FoundRom rom : found.roms()) {
 *   out.write(rom.fileName(), rom.bytes());
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.output;
