/**
 * EFI drivers: the compression of UEFI and PE files. No ROM headers.
 *
 * <pre>{@code
 * if (image instanceof EfiImage efi && EfiDriver.of(efi) instanceof EfiDriver.Loaded driver) {
 *   System.out.println("a driver of " + driver.bytes().length() + " bytes");
 * }
 * }</pre>
 *
 * <p>Decompression has a limit in bytes and throws nothing: a damaged stream is an answer.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.efi;
