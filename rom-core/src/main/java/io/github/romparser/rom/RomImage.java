package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomHeader;
import java.util.Optional;
import java.util.OptionalLong;

/** An image of an option ROM. */
public sealed interface RomImage permits LegacyImage, EfiImage, FcodeImage, VendorImage {

  /** What images of all code types have in common. */
  ImageFrame frame();

  /** Place among the images of the chain, in the order of the file, from 0. */
  default int index() {
    return frame().index();
  }

  /** Where the image begins, in bytes from the start of the file. */
  default long offset() {
    return frame().header().offset();
  }

  /**
   * The image over its vendor length where it has one, else over its PCI length; cut at the end of
   * the file.
   */
  default Slice bytes() {
    return frame().bytes();
  }

  /** The common header. */
  default RomHeader header() {
    return frame().header();
  }

  /** PCIR, NPDS or RGIS. */
  default PciDataStructure dataStructure() {
    return frame().dataStructure();
  }

  /** Further device ids that the image is for. */
  default Optional<DeviceList> deviceList() {
    return frame().deviceList();
  }

  /** NVIDIA's extension of the data structure. */
  default Optional<Npde> npde() {
    return frame().npde();
  }

  /** The 8-bit sums. */
  default ImageSums sums() {
    return frame().sums();
  }

  /** The length in the PCI data structure, in bytes. May reach past the end of the file. */
  default long pciLength() {
    return dataStructure().imageLength();
  }

  /** The length in the NPDE, in bytes; empty without one. May reach past the end of the file. */
  default OptionalLong vendorLength() {
    return npde().filter(n -> n.subImageBlocks() > 0).isPresent()
        ? OptionalLong.of(npde().orElseThrow().subImageLength())
        : OptionalLong.empty();
  }

  /** The vendor length where there is one, else the PCI length; in bytes. */
  default long effectiveLength() {
    return vendorLength().orElse(pciLength());
  }

  /** The initialisation size in bytes; code types 0 and 3 only. */
  default OptionalLong initializationLength() {
    return frame().initializationLength();
  }
}
