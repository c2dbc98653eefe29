package io.github.romparser.efi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.EfiImage;
import java.util.Optional;

/**
 * The driver of an EFI image as firmware would hand it to its loader: decompressed, or the bytes up
 * to the initialisation size (edk2 MdeModulePkg/Bus/Pci/PciBusDxe/PciOptionRomSupport.c, {@code
 * LocalLoadFile2}).
 *
 * <p>Decompressing costs, so nothing here is kept: who asks keeps the answer.
 */
public sealed interface EfiDriver {

  /**
   * The most bytes that {@link #of(EfiImage)} lets a compressed driver become. Real ones have below
   * 1 MiB.
   */
  long MOST_BYTES = 64L << 20;

  /** The largest compression type that there is. */
  int COMPRESSED = 1;

  /**
   * A driver that could be taken out of its image.
   *
   * @param bytes what the loader gets; if it was compressed, a view of its own at offset 0. Bytes
   *     may follow the executable: padding up to the initialisation size
   * @param compressed whether it was compressed
   * @param storedLength length in the image, in bytes, with the 8 bytes of sizes if compressed
   * @param pe its headers; empty if it is no executable
   */
  record Loaded(Slice bytes, boolean compressed, int storedLength, Optional<PeImage> pe)
      implements EfiDriver {}

  /**
   * A driver that could not.
   *
   * @param range where it is or should be, in bytes from the start of the file
   * @param failure what is wrong with the compressed stream, and where; empty if the compression is
   *     of an unknown kind, or the driver would begin outside of the image
   */
  record Unreadable(Range range, Optional<EfiDecompressor.Failure> failure) implements EfiDriver {}

  /**
   * Takes the driver out of an image, a compressed one if it becomes no more than {@link
   * #MOST_BYTES}.
   *
   * @param image the image, with the headers that tell where the driver stands and how
   * @return {@link Loaded} with the driver, or {@link Unreadable} with the reason
   */
  static EfiDriver of(EfiImage image) {
    return of(image, MOST_BYTES);
  }

  /**
   * Takes the driver out of an image.
   *
   * @param image the image, with the headers that tell where the driver stands and how
   * @param limit how many bytes it may have when decompressed; one that is not compressed may have
   *     more
   * @return {@link Loaded} with the driver, or {@link Unreadable} with the reason
   */
  static EfiDriver of(EfiImage image, long limit) {
    int offset = image.efi().imageOffset();
    if (offset >= image.bytes().length() || image.efi().compression() > COMPRESSED) {
      return new Unreadable(new Range(image.offset() + offset, 0), Optional.empty());
    }
    if (image.efi().compression() == COMPRESSED) {
      EfiDecompressor.Result result =
          EfiDecompressor.decompress(image.driver(), EfiDecompressor.Variant.EFI_1_1, limit);
      if (result instanceof EfiDecompressor.Decompressed d) {
        return new Loaded(d.bytes(), true, d.consumed(), PeImage.read(d.bytes()));
      }
      return new Unreadable(image.driver().range(), Optional.of((EfiDecompressor.Failure) result));
    }
    long end = image.efi().initializationLength();
    Slice bytes = end > offset ? image.bytes().clamp(offset, end - offset) : image.driver();
    return new Loaded(bytes, false, bytes.length(), PeImage.read(bytes));
  }
}
