/**
 * Read-only views of bytes that know where they stand in their file. No format is known here.
 *
 * <pre>{@code
 * Slice file = ByteInput.of(Path.of("gpu.rom")).read(); // the only place that throws IOException
 * if (file.has(0, 2) && file.u16(0) == 0xaa55) {
 *   System.out.println("an image of " + file.u8(2) * 512 + " bytes");
 * }
 * }</pre>
 *
 * <p>Offsets and lengths are in bytes. Reading past the end of a {@link
 * io.github.romparser.bytes.Slice} is a mistake of the caller and throws {@link
 * java.lang.IndexOutOfBoundsException}.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.bytes;
