package io.github.romparser.cli.report;

import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomImage;
import io.github.romparser.vendor.ImageContents;
import io.github.romparser.vendor.RomContents;
import io.github.romparser.vendor.VendorTables;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * What is in the images of one file, image by image, and what costs to find out about the EFI
 * drivers among them, found out when somebody asks for it, and once.
 *
 * <p>A file may claim thousands of signed drivers, so the number of those whose signatures are read
 * has a limit.
 */
public final class OpenedDrivers {

  /** Drivers of a file whose signatures are read. */
  private static final int MOST_VERIFIED = 256;

  private final IdentityHashMap<RomImage, ImageContents> contents = new IdentityHashMap<>();
  private final IdentityHashMap<RomImage, OpenedDriver> opened = new IdentityHashMap<>();
  private int verificationsLeft = MOST_VERIFIED;

  /** The drivers of a file that was looked into. */
  public OpenedDrivers(RomContents all) {
    all.images().forEach(image -> contents.put(image.image(), image));
  }

  private OpenedDrivers() {}

  /** Nothing of what is in the images, where headers are enough. */
  static OpenedDrivers none() {
    return new OpenedDrivers();
  }

  /** The driver of an image; empty if it could not be taken out. */
  public Optional<OpenedDriver> of(EfiImage image) {
    return Optional.ofNullable(contents.get(image))
        .flatMap(ImageContents::loaded)
        .map(
            loaded ->
                opened.computeIfAbsent(
                    image, key -> new OpenedDriver(loaded, () -> verificationsLeft-- > 0)));
  }

  /** What an image's maker says in it. */
  public Optional<VendorTables> tables(RomImage image) {
    return Optional.ofNullable(contents.get(image)).flatMap(ImageContents::tables);
  }
}
