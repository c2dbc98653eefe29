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
 * @param findings what is wrong with either, the worst of each first, NVIDIA's in the order of the
 *     file
 */
public record ImageContents(
    RomImage image,
    Optional<EfiDriver> driver,
    Optional<VendorTables> tables,
    List<Finding> findings) {
  /**
   * Copies the list.
   *
   * @param image the image
   * @param driver the driver of an EFI image; empty if there is none or it was not taken out
   * @param tables what its maker says in it
   * @param findings copied; what is wrong with driver or tables
   */
  public ImageContents {
    findings = List.copyOf(findings);
  }

  /** {@return the driver, if there is one and it could be taken out} */
  public Optional<EfiDriver.Loaded> loaded() {
    return driver.filter(EfiDriver.Loaded.class::isInstance).map(EfiDriver.Loaded.class::cast);
  }
}
