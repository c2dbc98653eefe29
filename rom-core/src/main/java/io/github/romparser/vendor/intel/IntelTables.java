package io.github.romparser.vendor.intel;

import io.github.romparser.finding.Finding;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.vendor.VendorTables;
import java.util.List;
import java.util.Optional;

/**
 * What Intel's x86 image holds for the driver: its video BIOS table.
 *
 * @param vbt the table
 */
public record IntelTables(Vbt vbt) implements VendorTables {

  /**
   * {@return the table that is found in the bytes of an image; empty if there is none}
   *
   * @param image any x86 image; its vendor id is not looked at
   */
  public static Optional<IntelTables> read(LegacyImage image) {
    return Vbt.find(image.bytes()).map(IntelTables::new);
  }

  @Override
  public List<Finding> findings() {
    return vbt.findings();
  }
}
