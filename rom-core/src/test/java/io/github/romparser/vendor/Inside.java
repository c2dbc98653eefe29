package io.github.romparser.vendor;

import io.github.romparser.efi.EfiDriver;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.intel.OpRegion;
import io.github.romparser.vendor.intel.Vbt;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is found in a file when all readers look inside of its images. */
public final class Inside {

  private Inside() {}

  /** The findings of the file, then those of its images, or of the table that it is. */
  public static List<Finding> all(RomFile rom) {
    List<Finding> findings = new ArrayList<>(rom.findings());
    findings.addAll(RomContents.of(rom).findings());
    Vbt.read(rom.bytes()).ifPresent(vbt -> findings.addAll(vbt.findings()));
    OpRegion.read(rom.bytes()).ifPresent(region -> findings.addAll(region.findings()));
    return findings;
  }

  /** The tables of all images, in the order of the file. */
  public static List<VendorTables> tables(RomFile rom) {
    List<VendorTables> all = new ArrayList<>();
    for (RomChain chain : rom.chains()) {
      for (RomImage image : chain.images()) {
        if (image instanceof LegacyImage legacy) {
          NvidiaTables.read(rom, chain, legacy).ifPresent(all::add);
        } else if (image instanceof EfiImage efi) {
          driver(efi).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  /** What the driver of an image says, if it can be taken out. */
  public static Optional<GopDriver> driver(EfiImage image) {
    return EfiDriver.of(image) instanceof EfiDriver.Loaded loaded
        ? loaded.pe().flatMap(pe -> GopDriver.read(loaded.bytes(), pe, image.npde()))
        : Optional.empty();
  }
}
