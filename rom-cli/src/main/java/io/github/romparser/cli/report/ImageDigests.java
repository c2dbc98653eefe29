package io.github.romparser.cli.report;

import io.github.romparser.rom.RomImage;
import io.github.romparser.sign.Sha256;
import java.util.Optional;

/**
 * Digests of the images of one file. Images of real ROMs do not overlap; a file may claim that they
 * do, thousands of times, so all digests together read no more than a few times the file.
 */
public final class ImageDigests {

  private static final int TIMES = 4;

  private long left;

  /** For the images of a file of this length in bytes. */
  public ImageDigests(long fileLength) {
    this.left = fileLength * TIMES;
  }

  /**
   * The digest of an image as far as it is in the file; empty if too much has been read already.
   */
  Optional<String> sha256(RomImage image) {
    left -= image.bytes().length();
    return left < 0 ? Optional.empty() : Optional.of(Sha256.hex(image.bytes()));
  }
}
