/**
 * Takes a ROM apart: its images and drivers as named pieces. Writes nothing.
 *
 * <pre>{@code
 * for (Export export : RomExport.of(RomReader.read(file))) {
 *   if (export instanceof Export.Piece piece) {
 *     System.out.println(piece.name() + " " + piece.bytes().length());
 *   }
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.export;
