package io.github.romparser.cli.report;

import io.github.romparser.compare.ImageDiff;
import io.github.romparser.compare.RomDiff;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomImage;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.vendor.RomContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in the images of two files, side by side. */
public final class DiffContents {

  private final OpenedDrivers a;
  private final OpenedDrivers b;

  /** Looks into both files. */
  public DiffContents(RomDiff diff) {
    this.a = new OpenedDrivers(RomContents.of(diff.a()));
    this.b = new OpenedDrivers(RomContents.of(diff.b()));
  }

  /** What is in the first file's drivers. */
  public OpenedDrivers a() {
    return a;
  }

  /** What is in the second file's drivers. */
  public OpenedDrivers b() {
    return b;
  }

  /** What two images that are not the same differ in, or have in common all the same. */
  public List<String> lines(ImageDiff pair) {
    List<String> lines = new ArrayList<>();
    if (pair.state() != ImageDiff.State.DIFFERENT) {
      return lines;
    }
    Optional<String> saidA = said(a, pair.a());
    Optional<String> saidB = said(b, pair.b());
    if (!saidA.equals(saidB)) {
      saidA.ifPresent(text -> lines.add("A: " + text));
      saidB.ifPresent(text -> lines.add("B: " + text));
    }
    Optional<String> digestA = authenticode(a, pair.a());
    if (digestA.isPresent()) {
      boolean same = digestA.equals(authenticode(b, pair.b()));
      lines.add(
          same
              ? "the drivers are the same: their Authenticode digests are equal"
              : "the drivers differ: so do their Authenticode digests");
    }
    return lines;
  }

  private static Optional<String> said(OpenedDrivers drivers, Optional<RomImage> image) {
    return image.flatMap(drivers::tables).flatMap(VendorLine::of);
  }

  /** The digest of an EFI image's driver that signatures are about. */
  static Optional<String> authenticode(OpenedDrivers drivers, Optional<RomImage> image) {
    return image
        .filter(EfiImage.class::isInstance)
        .flatMap(efi -> drivers.of((EfiImage) efi))
        .flatMap(driver -> driver.digest(DigestAlgorithm.SHA256));
  }
}
