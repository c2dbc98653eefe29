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

  /** {@return what images of all code types have in common} */
  ImageFrame frame();

  /** {@return the place among the images of the chain, in the order of the file, from 0} */
  default int index() {
    return frame().index();
  }

  /** {@return where the image begins, in bytes from the start of the file} */
  default long offset() {
    return frame().header().offset();
  }

  /**
   * {@return the image over its vendor length where it has one, else over its PCI length; cut at
   * the end of the file}
   */
  default Slice bytes() {
    return frame().bytes();
  }

  /** {@return the common header at the start of the image} */
  default RomHeader header() {
    return frame().header();
  }

  /** {@return the data structure that the header points to: PCIR, NPDS or RGIS} */
  default PciDataStructure dataStructure() {
    return frame().dataStructure();
  }

  /**
   * {@return further device ids that the image is for; empty if the data structure points to no
   * list}
   */
  default Optional<DeviceList> deviceList() {
    return frame().deviceList();
  }

  /** {@return NVIDIA's extension of the data structure; empty if there is none} */
  default Optional<Npde> npde() {
    return frame().npde();
  }

  /** {@return the 8-bit sums over the three lengths of the image} */
  default ImageSums sums() {
    return frame().sums();
  }

  /**
   * {@return the length in the PCI data structure, in bytes; it may reach past the end of the file}
   */
  default long pciLength() {
    return dataStructure().imageLength();
  }

  /**
   * {@return the length in the NPDE, in bytes; empty without an NPDE and where its length is 0} It
   * may reach past the end of the file.
   */
  default OptionalLong vendorLength() {
    return npde().filter(n -> n.subImageBlocks() > 0).isPresent()
        ? OptionalLong.of(npde().orElseThrow().subImageLength())
        : OptionalLong.empty();
  }

  /**
   * {@return the vendor length where there is one, else the PCI length; in bytes} It may reach past
   * the end of the file.
   */
  default long effectiveLength() {
    return vendorLength().orElse(pciLength());
  }

  /**
   * {@return the initialisation size in bytes, which code types 0 and 3 have; empty for the others}
   */
  default OptionalLong initializationLength() {
    return frame().initializationLength();
  }
}
