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

  /**
   * {@return the bytes from {@link EfiRomHeader#imageOffset()} to the end of the image: the driver
   * as it stands there, compressed or not, with any padding behind it; empty if that place lies
   * behind the end}
   */
  public Slice driver() {
    return bytes().from(efi.imageOffset());
  }
}
