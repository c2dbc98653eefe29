package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The version that nvflash and the driver print: token 'B' (NVIDIA open-gpu-kernel-modules,
 * kernel_gsp_fwsec.c, BIT_DATA_BIOSDATA_BINVER), else token 'i', else the strings; before the BIOS
 * information table that of the BMP structure (Linux nouveau, base.c).
 */
final class NvidiaVersion {

  /**
   * As much of an image is searched for the tables, in bytes. They stand in its first KiBs, and no
   * x86 image can have more loaded than this.
   */
  static final int REACH = 0x2_0000;

  private NvidiaVersion() {}

  /** The version of an x86 image. */
  static Optional<BiosVersion> of(Slice image) {
    Optional<BitTable> bit = BitTable.find(image);
    return bit.isPresent() ? of(image, bit.get()) : BmpTable.find(image).map(BmpTable::version);
  }

  /** The version of an x86 image with a table. */
  static Optional<BiosVersion> of(Slice image, BitTable bit) {
    return biosData(image, bit)
        .or(() -> buildData(image, bit).map(BuildData::version))
        .or(() -> strings(image, bit).flatMap(BiosStrings::biosVersion));
  }

  /** Token 'B': its first five bytes. */
  static Optional<BiosVersion> biosData(Slice image, BitTable bit) {
    return bit.data(image, 'B', BiosVersion.LENGTH + 1)
        .map(data -> BiosVersion.read(data, 0, data.length()));
  }

  /** Token 'i'. */
  static Optional<BuildData> buildData(Slice image, BitTable bit) {
    return bit.data(image, 'i', BiosVersion.LENGTH).map(BuildData::read);
  }

  /** Token 'S'. */
  static Optional<BiosStrings> strings(Slice image, BitTable bit) {
    return bit.data(image, 'S', 1)
        .map(data -> BiosStrings.read(image, data, bit.token('S').orElseThrow().dataVersion()));
  }
}
