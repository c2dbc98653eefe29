package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.BitForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.util.Optional;

/** ROMs to read tables of. */
final class Roms {
  /** Where the table of {@link #with} stands. */
  static final int BIT = 0x300;

  private Roms() {}

  static RomFile read(String layout) {
    return RomReader.read(Slice.of(RomForge.named(layout)));
  }

  /** The tables of the first x86 image; empty if there is none or it is not NVIDIA's. */
  static Optional<NvidiaTables> tables(RomFile rom) {
    for (RomChain chain : rom.chains()) {
      for (RomImage image : chain.images()) {
        if (image instanceof LegacyImage legacy) {
          return NvidiaTables.read(rom, chain, legacy);
        }
      }
    }
    return Optional.empty();
  }

  static NvidiaTables tables(byte[] rom) {
    return tables(RomReader.read(Slice.of(rom))).orElseThrow();
  }

  static NvidiaTables tables(String layout) {
    return tables(RomForge.named(layout));
  }

  /** An x86 image of a vendor with a table at {@link #BIT}. */
  static byte[] with(int vendor, BitForge table) {
    return ImageForge.legacy(8, vendor, 0x1234)
        .classCode(0x030000)
        .pcirAt(0x1B0)
        .put(BIT, table.build())
        .last()
        .build();
  }

  /** A Pascal image with a table. */
  static NvidiaTables with(BitForge table) {
    return tables(with(0x10DE, table));
  }

  static BitForge table() {
    return BitForge.at(BIT, 0x86, 0x07, 0x0A, 0x00, 0x02);
  }
}
