package io.github.romparser.cli.report;

import io.github.romparser.efi.PeImage;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.vendor.RomContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file as {@code hash} sees it.
 *
 * @param name as it was given
 * @param rom what was read
 * @param drivers its EFI drivers, in the order of the file, without those of chains that are copies
 *     of others; or the file itself if it is a driver
 */
public record HashedFile(String name, RomFile rom, List<HashedDriver> drivers) {

  /** Copies the list. */
  public HashedFile {
    drivers = List.copyOf(drivers);
  }

  /** Opens the drivers of a file. */
  public static HashedFile of(String name, RomFile rom) {
    List<HashedDriver> drivers = new ArrayList<>();
    OpenedDrivers opened = new OpenedDrivers(RomContents.of(rom));
    for (int i = 0; i < rom.chains().size(); i++) {
      RomChain chain = rom.chains().get(i);
      if (chain.copyOf().isPresent()) {
        continue;
      }
      for (RomImage image : chain.images()) {
        if (image instanceof EfiImage efi) {
          drivers.add(HashedDriver.of(i, efi, opened.of(efi)));
        }
      }
    }
    if (rom.chains().isEmpty()) {
      Optional<PeImage> pe = PeImage.read(rom.bytes());
      pe.ifPresent(
          headers -> drivers.add(HashedDriver.ofFile(OpenedDriver.ofFile(rom.bytes(), headers))));
    }
    return new HashedFile(name, rom, drivers);
  }

  /** Whether there is a driver whose digest can be told, and no signature that does not hold. */
  public boolean fine() {
    return drivers.stream().anyMatch(driver -> driver.driver().isPresent())
        && drivers.stream().noneMatch(HashedDriver::broken);
  }
}
