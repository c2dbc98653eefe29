package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.EfiRomHeader;
import java.util.OptionalLong;

/**
 * An EFI driver, code type 3.
 *
 * @param frame what all images have
 * @param efi the fields of the header that only EFI images have
 * @param compressedSize length of the compressed stream behind its 8-byte header, in bytes; only
 *     with compression 1 and if the header is there
 * @param originalSize length after decompression, in bytes; only with compression 1 and if the
 *     header is there
 */
public record EfiImage(
    ImageFrame frame, EfiRomHeader efi, OptionalLong compressedSize, OptionalLong originalSize)
    implements RomImage {

  /** The driver as it stands in the image, compressed or not: to the end of the image. */
  public Slice driver() {
    return bytes().from(efi.imageOffset());
  }
}
