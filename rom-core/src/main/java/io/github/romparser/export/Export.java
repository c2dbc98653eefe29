package io.github.romparser.export;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.efi.PeImage;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomImage;
import java.util.Optional;

/** A piece of a ROM, or why it is none. */
public sealed interface Export {

  /** {@return the name of the file that it is for: letters, digits, hyphens and one dot} */
  String name();

  /** {@return the index of the chain in the file, from 0} */
  int chain();

  /** {@return the image that it is, or that it was in} */
  RomImage image();

  /** A piece that there is. */
  sealed interface Piece extends Export {
    /** {@return what is to be written to the file, all of it} */
    Slice bytes();
  }

  /**
   * An image over its effective length, cut at the end of the file.
   *
   * @param name such as {@code chain0-image1-efi-x64.rom}
   * @param chain index of its chain in the file, from 0
   * @param image the image itself
   */
  record WholeImage(String name, int chain, RomImage image) implements Piece {
    @Override
    public Slice bytes() {
      return image.bytes();
    }

    /** {@return whether the file holds all of it} */
    public boolean complete() {
      return image.effectiveLength() <= image.bytes().length();
    }
  }

  /**
   * The driver of an EFI image as firmware's loader gets it.
   *
   * @param name such as {@code chain0-image1-efi-x64.efi}
   * @param chain index of the image's chain in the file, from 0
   * @param image the image that it was taken out of
   * @param bytes the driver, not compressed; with padding up to the initialisation size, if the
   *     image was not compressed and had some
   * @param compressed whether it was compressed
   * @param pe its headers; empty if it is no executable
   */
  record Driver(
      String name, int chain, EfiImage image, Slice bytes, boolean compressed, Optional<PeImage> pe)
      implements Piece {}

  /**
   * A driver that could not be taken out of its image.
   *
   * @param name what it would have been called
   * @param chain index of the image's chain in the file, from 0
   * @param image the image that it is in
   * @param failure what is wrong with the compressed stream, and where; empty if the compression is
   *     of an unknown kind, or the driver would begin outside of the image
   */
  record NoDriver(String name, int chain, EfiImage image, Optional<EfiDecompressor.Failure> failure)
      implements Export {

    static NoDriver of(String name, int chain, EfiImage image, EfiDriver.Unreadable driver) {
      return new NoDriver(name, chain, image, driver.failure());
    }
  }

  /**
   * A piece that is left out because the pieces before it were too many bytes together.
   *
   * @param name what it would have been called
   * @param chain index of the image's chain in the file, from 0
   * @param image the image that it is, or whose driver it is
   */
  record TooMuch(String name, int chain, RomImage image) implements Export {}
}
