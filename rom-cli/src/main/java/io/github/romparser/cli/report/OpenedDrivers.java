package io.github.romparser.cli.report;

import io.github.romparser.efi.EfiDriver;
import io.github.romparser.rom.EfiImage;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The EFI drivers of one file, each taken out of its image when somebody asks for it, and once.
 *
 * <p>A file may claim thousands of drivers of many megabytes, so what is taken out of one file has
 * a limit together, and so has the number of those whose signatures are read.
 */
public final class OpenedDrivers {

  /** Bytes of all drivers of a file. Real ROMs have a handful, each below 1 MiB. */
  private static final long MOST_BYTES = 64L << 20;

  /** Drivers of a file whose signatures are read. */
  private static final int MOST_VERIFIED = 256;

  private final IdentityHashMap<EfiImage, Optional<OpenedDriver>> opened = new IdentityHashMap<>();
  private long bytesLeft = MOST_BYTES;
  private int verificationsLeft = MOST_VERIFIED;

  /** The driver of an image; empty if it cannot be taken out, or too much has been already. */
  public Optional<OpenedDriver> of(EfiImage image) {
    return opened.computeIfAbsent(image, this::open);
  }

  private Optional<OpenedDriver> open(EfiImage image) {
    if (EfiDriver.of(image, bytesLeft) instanceof EfiDriver.Loaded loaded
        && loaded.bytes().length() <= bytesLeft) {
      bytesLeft -= loaded.bytes().length();
      return Optional.of(new OpenedDriver(loaded, () -> verificationsLeft-- > 0));
    }
    return Optional.empty();
  }
}
