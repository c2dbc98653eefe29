/** EFI drivers: the compression of UEFI and PE files. No ROM headers. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.efi;
