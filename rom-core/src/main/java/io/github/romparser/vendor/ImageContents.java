package io.github.romparser.vendor;

import io.github.romparser.efi.EfiDriver;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomImage;
import java.util.List;
import java.util.Optional;

/**
 * What is in an image.
 *
 * @param image the image
 * @param driver the driver of an EFI image; empty for other images, and where a file has so many
 *     that not all are taken out
 * @param tables what its maker says in it
 * @param findings what is wrong with either, in the order of the file
 */
public record ImageContents(
    RomImage image,
    Optional<EfiDriver> driver,
    Optional<VendorTables> tables,
    List<Finding> findings) {
  /** Copies the list. */
  public ImageContents {
    findings = List.copyOf(findings);
  }

  /** The driver, if it could be taken out. */
  public Optional<EfiDriver.Loaded> loaded() {
    return driver.filter(EfiDriver.Loaded.class::isInstance).map(EfiDriver.Loaded.class::cast);
  }
}
